import time

import pytest

from qnwellness.content.links import (
    NO_LINK,
    PLAIN_LINK,
    link,
    naming_link,
    plain_name,
    raised_link,
    settle_links,
)


class TestSettledLinks:
    @pytest.mark.parametrize(
        "words",
        ["words", "", "<b>bold</b> and <i>italic</i>", "x<sup>2</sup>", "two<br/>lines", "two\nlines"],
    )
    def test_keep_their_words_without_the_link(self, words):
        assert settle_links(f"<p>a {PLAIN_LINK}{words}</a> b</p>") == f"<p>a {words} b</p>"

    def test_show_a_name_in_place_of_their_words(self):
        html = f"<p>{naming_link('Calm', {'class': 'mention', 'href': '/calm/'})}old <b>words</b></a>.</p>"
        assert settle_links(html) == '<p><a class="mention" href="/calm/">Calm</a>.</p>'

    @pytest.mark.parametrize(
        ("words", "settled"),
        [
            ("<b>old</b>", "<b>new</b>"),
            ("<b><i>old</i></b>", "<b><i>new</i></b>"),
            ("<b>old</b> words", "new"),
            ("<b>two</b> <b>parts</b>", "<b>new</b>"),
            ("<b>two</b><i>parts</i>", "new"),
        ],
    )
    def test_show_a_name_inside_the_elements_that_held_all_words(self, words, settled):
        assert settle_links(f"{naming_link('new', {})}{words}</a>") == f"<a>{settled}</a>"

    def test_show_a_name_without_a_link(self):
        html = f"<p>Some {plain_name('a < b')}<b>words</b></a>.</p>"
        assert settle_links(html) == "<p>Some <b>a &lt; b</b>.</p>"

    def test_leave_other_links_as_they_are(self):
        html = f'<p><a href="/x">x</a> {PLAIN_LINK}y</a> <a href="/z"><b>z</b></a></p>'
        assert settle_links(html) == '<p><a href="/x">x</a> y <a href="/z"><b>z</b></a></p>'

    def test_may_stand_side_by_side(self):
        assert settle_links(f"{PLAIN_LINK}a</a>{naming_link('b', {})}x</a>{PLAIN_LINK}c</a>") == "a<a>b</a>c"

    def test_keep_a_backslash_and_a_dollar_in_a_name(self):
        html = naming_link(r"a\1 $1 \g<0>", {}) + "x</a>"
        assert settle_links(html) == r"<a>a\1 $1 \g&lt;0&gt;</a>"

    @pytest.mark.parametrize(
        ("before", "after", "settled"),
        [
            ("a ", " b", "a b"),
            ("a ", ".", "a."),
            ("a", ".", "a."),
            ("a ", "b", "a b"),
            ("<b>a</b> ", "</p>", "<b>a</b></p>"),
        ],
    )
    def test_leave_no_gap_when_they_are_dropped_with_their_words(self, before, after, settled):
        assert settle_links(f"{before}{NO_LINK}words <b>and</b> more</a>{after}") == settled

    def test_show_a_raised_mark_at_the_word_before_it(self):
        html = f"a {raised_link('1', {'href': '#x'})}words</a>, b"
        assert settle_links(html) == 'a<sup class="citation"><a href="#x">1</a></sup>, b'

    def test_part_raised_marks_that_follow_each_other(self):
        one, two = (f"{raised_link(mark, {})}x</a>" for mark in "12")
        assert settle_links(f"a{one} {two}{NO_LINK}x</a>{one}.") == (
            'a<sup class="citation"><a>1</a>,\u2009<a>2</a>,\u2009<a>1</a></sup>.'
        )
        assert settle_links(f'<sup><a href="/x">2</a></sup>{one}') == (
            '<sup><a href="/x">2</a></sup><sup class="citation"><a>1</a></sup>'
        )
        assert settle_links(f"<sup>2</sup>{one} b{two}") == (
            '<sup>2</sup><sup class="citation"><a>1</a></sup> b<sup class="citation"><a>2</a></sup>'
        )

    def test_lose_no_word_when_they_are_not_closed(self):
        assert settle_links(f"<p>{PLAIN_LINK}words</p>") == "<p>words</p>"
        assert settle_links(f"{PLAIN_LINK}a {PLAIN_LINK}b</a> c") == "a b c"

    @pytest.mark.timed
    @pytest.mark.parametrize(
        "html", [PLAIN_LINK, f"{PLAIN_LINK}x</a>", '<a data-settle="', "<b>" * 5 + PLAIN_LINK]
    )
    def test_take_time_in_proportion_to_the_text(self, html):
        start = time.perf_counter()
        settle_links(html * 20_000)
        assert time.perf_counter() - start < 2


class TestOpeningTags:
    def test_escape_what_they_are_given(self):
        nasty = """"><script>&'</a>"""
        escaped = "&quot;&gt;&lt;script&gt;&amp;&#x27;&lt;/a&gt;"
        assert link({"href": nasty}) == f'<a href="{escaped}">'
        assert (
            settle_links(f"{naming_link(nasty, {'href': nasty})}x</a>")
            == f'<a href="{escaped}">{escaped}</a>'
        )
