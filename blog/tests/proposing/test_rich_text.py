import pytest
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.blocks.text import TEXT_FEATURES
from blog.infographics.line import LINE_FEATURES
from blog.proposing.rich_text import OpenText
from qnwellness.content.references import unresolved
from qnwellness.content.rich_text import to_stored


def with_fact(html, words, turn=0, features=TEXT_FEATURES):
    text = OpenText(html, features)
    text.put(text.find(words)[turn], 7)
    return text.stored()


def link(words):
    return f'<a id="7" linktype="fact">{words}</a>'


def as_written(html):
    """Return a text with the attributes of its facts in the order this test writes them in."""
    return html.replace('linktype="fact" id="7"', 'id="7" linktype="fact"')


class TestAFactIsPut:
    @pytest.mark.parametrize(
        ("html", "words", "expected"),
        [
            ("<p>Take 45–180 µg daily.</p>", "45–180 µg", f"<p>Take {link('45–180 µg')} daily.</p>"),
            ("<p>30-40%</p>", "30-40%", f"<p>{link('30-40%')}</p>"),
            ("30-40% of it", "30-40%", f"<p>{link('30-40%')} of it</p>"),
            ("<p>a <b>30-40%</b> b</p>", "30-40%", f"<p>a {link('<b>30-40%</b>')} b</p>"),
            (
                "<p><b>up to 30-40% of it</b></p>",
                "30-40%",
                f"<p><b>up to</b> {link('<b>30-40%</b>')}<b> of it</b></p>",
            ),
            (
                "<p><b>up to 30-</b>40% of it</p>",
                "30-40%",
                f"<p><b>up to</b> {link('<b>30-</b>40%')} of it</p>",
            ),
            ("<ul><li>5 mg</li><li>6 mg</li></ul>", "6 mg", f"<ul><li>5 mg</li><li>{link('6 mg')}</li></ul>"),
            ("<p>5 mg &amp; more</p>", "5 mg", f"<p>{link('5 mg')} &amp; more</p>"),
            ("<p>🦴 5 mg of it</p>", "5 mg", f"<p>🦴 {link('5 mg')} of it</p>"),
            ("<p>one<br/>5 mg</p>", "5 mg", f"<p>one<br/>{link('5 mg')}</p>"),
        ],
    )
    def test_in_place_of_exactly_these_words(self, html, words, expected):
        assert as_written(with_fact(html, words)) == expected

    def test_at_the_turn_that_is_meant(self):
        html = "<p>5 mg, and 5 mg.</p><p>5 mg</p>"
        assert as_written(with_fact(html, "5 mg", 1)) == f"<p>5 mg, and {link('5 mg')}.</p><p>5 mg</p>"
        assert as_written(with_fact(html, "5 mg", 2)) == f"<p>5 mg, and 5 mg.</p><p>{link('5 mg')}</p>"

    def test_whatever_space_stands_before_the_unit(self):
        assert link("5\u00a0mg") in as_written(with_fact("<p>x 5\u00a0mg</p>", "5 mg"))

    def test_beside_another_in_one_text(self):
        text = OpenText("<p>(30-40% vs. 10-15% without)</p>", LINE_FEATURES)
        for words in ("30-40%", "10-15%"):
            text.put(text.find(words)[0], 7)
        assert as_written(text.stored()) == f"<p>({link('30-40%')} vs. {link('10-15%')} without)</p>"

    def test_and_the_keys_of_paragraphs_stay(self):
        html = '<p data-block-key="a1b2c">5 mg</p>'
        assert as_written(with_fact(html, "5 mg")) == f'<p data-block-key="a1b2c">{link("5 mg")}</p>'


class TestALink:
    @pytest.mark.parametrize(
        "around",
        [
            '<a href="https://example.com/">{}</a>',
            '<a linktype="product" id="3" text="own">at {} a day</a>',
        ],
    )
    def test_is_never_put_into_another(self, around):
        text = OpenText(f"<p>Take {around.format('5 mg')}, or 5 mg.</p>", TEXT_FEATURES)
        first, second = text.find("5 mg")
        assert (first.is_linked, second.is_linked) == (True, False)
        with pytest.raises(ValueError, match="link"):
            text.put(first, 7)

    @pytest.mark.parametrize("kind", ["source", "fact"])
    def test_whose_words_nobody_typed_has_none(self, kind):
        html = f'<p>5 mg<a linktype="{kind}" id="2">for 5 mg</a> and 5 mg</p>'
        assert [spot.start for spot in OpenText(html, TEXT_FEATURES).find("5 mg")] == [0, 17]

    def test_is_no_part_of_another_figure(self):
        text = OpenText("<p>Not 15 mg, nor 0.5 mg or 1–5 mg: 5 mg.</p>", TEXT_FEATURES)
        assert [spot.start for spot in text.find("5 mg")] == [33]


words = st.text(alphabet="abc <&>🦴µ", min_size=0, max_size=8)
pieces = st.tuples(st.sampled_from(["{}", "<b>{}</b>", "<i>{}</i>", "<b><i>{}</i></b>"]), words)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=4), st.lists(pieces, max_size=4), st.sampled_from(["5–6 mg", "30%"]))
def test_the_words_stay_as_they_were_and_opening_it_again_changes_nothing(before, after, figure):
    html = "".join(shape.format(escape(text)) for shape, text in [*before, ("{}", f" {figure} "), *after])
    stored, _removals = to_stored(f"<p>{html}</p>", TEXT_FEATURES)
    was = OpenText(stored, TEXT_FEATURES)
    linked = with_fact(stored, figure)
    with unresolved():
        assert OpenText(linked, TEXT_FEATURES).words == was.words
        assert to_stored(linked, TEXT_FEATURES)[0] == linked
    assert linked.count("<a ") == 1
