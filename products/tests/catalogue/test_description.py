import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from products.catalogue.description import canonical, to_description
from products.catalogue.document import Unusable
from products.tests.factories import make_product

ELEMENTS = [
    f"<{end}{name}>"
    for name in ("p", "b", "i", "a", "ul", "ol", "li", "div", "h2", "h1", "sup", "blockquote", "span")
    for end in ("", "/")
]
TABLES = [f"<{end}{name}>" for name in ("table", "tr", "td") for end in ("", "/")]
WORDS = [
    *("word ", " and\u00a0more", "&amp;", "<", "&lt;b&gt;", "<br>", "\n\n"),
    *('<a href="https://x.y">', "9", "<!--", "-->"),
]


class TestDescriptions:
    @pytest.mark.parametrize(
        ("html", "stored"),
        [
            ("<p>A <strong>root</strong>.</p>", "<p>A <b>root</b>.</p>"),
            ("<div>One</div><div>Two</div>", "<p>One</p><p>Two</p>"),
            ("loose<h2>Use</h2>words", "<p>loose</p><p><b>Use</b></p><p>words</p>"),
            (
                "<ul><li><p>one</p></li><li><p>two</p><p>three</p></li></ul>",
                "<ul><li>one</li><li>two<br/>three</li></ul>",
            ),
            ("First.\n\nSecond\nline &amp; more.", "<p>First.</p><p>Second<br/>line &amp; more.</p>"),
            ("<p>10<sup>9</sup> CFU, B<sub>12</sub></p>", "<p>10⁹ CFU, B₁₂</p>"),
            ("<p></p><p>&nbsp;</p><p>x</p>", "<p>x</p>"),
            ('<meta charset="utf-8"><span data-mce-fragment="1">x</span>', "<p>x</p>"),
            ("<b><p>one</p><p>two</p></b>", "<p><b>one</b></p><p><b>two</b></p>"),
            ("<strong>Use<ul><li>a</li></ul></strong>", "<p><b>Use</b></p><ul><li><b>a</b></li></ul>"),
            ('<a href="https://x.y"><div>one</div></a>', '<p><a href="https://x.y">one</a></p>'),
            ("<table><tr><td>Iron</td><td>14 mg</td></tr></table>", "<p>Iron 14 mg</p>"),
        ],
    )
    def test_become_what_the_editor_would_save(self, html, stored):
        assert to_description(html)[0] == stored

    @pytest.mark.parametrize(
        "html",
        [
            "<script>alert(1)</script>",
            '<p onclick="alert(1)">x</p>',
            '<a href="javascript:alert(1)">x</a>',
            '<a href="java&#10;script:alert(1)">x</a>',
            '<img src=x onerror="alert(1)">',
            '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
            "<svg><script>alert(1)</script></svg>",
            '<embed embedtype="media" url="https://x">',
            "<style>p{}</style>",
        ],
    )
    def test_hold_nothing_that_runs(self, html):
        stored, _notices = to_description(f"<p>before</p>{html}")
        for danger in ("script", "on", "iframe", "embed", "style", "img"):
            assert f"<{danger}" not in stored
        assert "alert" not in stored
        assert "javascript:" not in stored

    def test_tell_what_they_cannot_hold(self):
        _stored, notices = to_description(
            '<p><img src="a.png"><iframe src="//x"></iframe><u>x</u></p><table><tr><td>y</td></tr></table>'
        )
        assert notices == [
            "<iframe> is left out",
            "a picture is left out: a.png",
            "a table became lines of text",
        ]

    @pytest.mark.parametrize(
        "html", ["<b>" * 3000 + "x", "<ul><li>" * 200, "<p>x" * 20_000, "x" * 300_001], ids=len
    )
    def test_that_are_too_long_or_too_tangled_are_refused(self, html):
        with pytest.raises(Unusable):
            to_description(html)

    @settings(max_examples=150, deadline=None)
    @example("<table><ul><p><td><ul><p>")
    @given(st.lists(st.sampled_from([*ELEMENTS, *TABLES, *WORDS]), max_size=14).map("".join))
    def test_are_stored_for_good_whatever_they_are(self, html):
        stored, _notices = to_description(html)
        assert canonical(stored) == stored
        assert to_description(stored)[0] == stored

    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.sampled_from([*ELEMENTS, "one ", "two", " three"]), max_size=14).map("".join))
    def test_keep_every_word_in_its_order(self, html):
        stored, _notices = to_description(html)
        assert _words(stored) == _words(html)


def _words(html):
    return re.sub(r"<[^>]*>|\s", "", html)


@pytest.mark.django_db
def test_a_description_is_the_same_after_an_editor_has_saved_it():
    html = "<p>One <b>bold</b></p><ul><li>a</li><li>b</li></ul>"
    product = make_product(description=html)
    assert canonical(product.description.replace("<p>", '<p data-block-key="abc12">')) == canonical(html)
