"""Paragraphs: what parts them, what white space is, which looks and links stay."""

import pytest

from blog.importing.document import HeadingElement, ListElement, Paragraph
from blog.importing.markup import read_markup


def htmls(source: str) -> list[str]:
    return [element.html for element in read_markup(source).elements if isinstance(element, Paragraph)]


class TestWhitespace:
    def test_two_line_breaks_part_paragraphs_and_one_stays(self) -> None:
        assert htmls("<p>Oats soak.<br>&nbsp;<br />Rye does not.<br>Barley may.</p>") == [
            "Oats soak.",
            "Rye does not.<br>Barley may.",
        ]

    def test_paragraphs_of_no_break_spaces_are_nothing(self) -> None:
        assert htmls("<p>Oats.</p><p>&nbsp;</p><p>\u200b&nbsp; &nbsp;</p><p></p><p>Rye.</p>") == [
            "Oats.",
            "Rye.",
        ]

    def test_runs_of_no_break_spaces_are_one_space_and_one_before_a_unit_stays(self) -> None:
        assert htmls("<p>Soak&nbsp;&nbsp; 10&nbsp;g&nbsp;of oats&nbsp;</p>") == ["Soak 10\u00a0g of oats"]

    def test_soft_hyphens_and_zero_width_spaces_are_gone(self) -> None:
        assert htmls("<p>Oat&shy;meal\u200b is\ufeff food</p>") == ["Oatmeal is food"]

    def test_text_beside_paragraphs_is_one(self) -> None:
        assert htmls("Loose<p>Held</p>after") == ["Loose", "Held", "after"]

    def test_words_stay_whole_over_spans(self) -> None:
        assert htmls("<p><span>oat</span><span>meal</span> and <b>b</b>arley</p>") == [
            "oatmeal and <strong>b</strong>arley"
        ]

    @pytest.mark.parametrize(
        ("source", "shown"),
        [
            ('<div><span class="figure">99%</span><span class="unit">of lamps</span></div>', "99% of lamps"),
            (
                '<div><b class="n">3</b><small class="what">cups a day</small></div>',
                "<strong>3</strong> cups a day",
            ),
            ('<div><span class="c1">oat</span><span class="c4">meal</span></div>', "oatmeal"),
            ('<div><span class="NormalTextRun">oat</span><span class="spell">meal</span></div>', "oatmeal"),
            ('<div><span class="o">o</span><span class="a">a</span><span class="t">t</span></div>', "oat"),
            ('<div>oat<span class="first">me</span><span class="last">al</span></div>', "oatmeal"),
            ('<p><span class="first">oat</span><span class="last">meal</span></p>', "oatmeal"),
        ],
    )
    def test_pieces_of_a_card_are_parted_and_parts_of_a_word_are_not(self, source: str, shown: str) -> None:
        assert htmls(source) == [shown]

    def test_a_phrase_that_its_style_sets_on_a_line_of_its_own_is_one(self) -> None:
        assert htmls('<p>Oats<span style="display: block">soak</span>well</p>') == ["Oats<br>soak<br>well"]
        assert htmls('<p><span style="display:block">Oats</span></p>') == ["Oats"]

    def test_lines_that_were_typed_end_where_they_were(self) -> None:
        assert htmls("<pre>Oats soak,\nrye does not.\n\nBarley may.</pre>") == [
            "Oats soak,<br>rye does not.",
            "Barley may.",
        ]

    def test_nul_and_lone_surrogates_are_gone(self) -> None:
        assert htmls("<p>oat\0meal\ud800</p>") == ["oatmeal"]


class TestSigns:
    @pytest.mark.parametrize(
        ("written", "shown"), [("&trade;", "™"), ("&amp;trade;", "™"), ("&reg", "®"), ("&#8212;", "—")]
    )
    def test_references_are_signs_even_if_they_were_encoded_twice(self, written: str, shown: str) -> None:
        assert htmls(f"<p>Oat{written} x</p>") == [f"Oat{shown} x"]

    def test_an_encoded_tag_is_words(self) -> None:
        assert htmls("<p>1 &lt;b&gt; 2 & 3 < 4</p>") == ["1 &lt;b&gt; 2 &amp; 3 &lt; 4"]

    def test_raised_signs_and_typed_quotation_marks_stay(self) -> None:
        assert htmls("<p>“Oat<sup>®</sup>” — CO<sub>2</sub></p>") == ["“Oat<sup>®</sup>” — CO<sub>2</sub>"]

    def test_short_quotations_get_the_marks_browsers_draw(self) -> None:
        assert htmls("<p>He said <q>soak</q>.</p>") == ["He said “soak”."]


class TestLooks:
    def test_bold_and_italic_by_style_count(self) -> None:
        source = '<p>a <span style="font-weight:700">b</span> <span style="font-style: italic">c</span></p>'
        assert htmls(source) == ["a <strong>b</strong> <em>c</em>"]

    def test_a_bold_element_that_is_not_bold_is_not(self) -> None:
        source = '<b style="font-weight:normal" id="docs-internal-guid-1"><p>Plain words.</p><p>More of them.</p></b>'
        assert read_markup(source).elements == (Paragraph("Plain words."), Paragraph("More of them."))

    def test_spaces_stand_outside_of_bold_words(self) -> None:
        assert htmls("<p>Soak<b> oats </b>well</p>") == ["Soak <strong>oats</strong> well"]

    def test_looks_that_cross_each_other_are_well_formed(self) -> None:
        assert htmls("<p><b>a <i>b</b> c</i></p>") == ["<strong>a <em>b</em></strong> c"]

    def test_attributes_of_editors_are_gone(self) -> None:
        source = '<p data-mce-fragment="1" class="x" style="color:red"><font face="Arial" data-y="2">Oats</font></p>'
        assert htmls(f'<meta charset="utf-8">{source}') == ["Oats"]


class TestLinks:
    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("/products/oat-bran?variant=3", "/products/oat-bran?variant=3"),
            ("https://x.example/a?utm_source=b&amp;id=3&gclid=4#top", "https://x.example/a?id=3#top"),
            ("https://x.example/a?fbclid=4", "https://x.example/a"),
            ("https://www.google.com/url?q=https://x.example/a%3Fb%3D1&amp;sa=D", "https://x.example/a?b=1"),
            (" https://x.example/a\n", "https://x.example/a"),
            ("?a=1&copy=2", "?a=1&amp;copy=2"),
            ("//x.example/a", "//x.example/a"),
        ],
    )
    def test_addresses_stay_as_written_without_what_counts_visitors(self, written: str, kept: str) -> None:
        assert htmls(f'<p>See <a href="{written}" target="_blank">this</a>.</p>') == [
            f'See <a href="{kept}">this</a>.'
        ]

    def test_a_link_that_has_no_place_on_a_page_is_told(self) -> None:
        markup = read_markup('<p>Call <a href="tel:123">us</a></p>')
        assert markup.elements == (Paragraph("Call us"),)
        assert [aside.text for aside in markup.set_aside] == ["tel:123"]


class TestTitlesAndListsTypedByHand:
    def test_a_bold_paragraph_is_a_title_below_all_headings(self) -> None:
        assert read_markup("<p><strong>How to soak</strong></p>").elements == (
            HeadingElement("How to soak", 7),
        )

    @pytest.mark.parametrize("words", ["This is said out loud.", "<a href='/x'>Buy</a>", "x " * 80])
    def test_bold_sentences_links_and_long_texts_are_paragraphs(self, words: str) -> None:
        (element,) = read_markup(f"<p><strong>{words}</strong></p>").elements
        assert isinstance(element, Paragraph)

    def test_a_bold_first_line_over_others_is_a_title(self) -> None:
        assert read_markup("<p><b>Rye</b><br>It is sour.</p>").elements == (
            HeadingElement("Rye", 7),
            Paragraph("It is sour."),
        )

    def test_lines_that_begin_with_bullets_are_a_list_glued_to_a_paragraph(self) -> None:
        assert read_markup("<p>You need:<br>• oats<br>• <b>milk</b></p>").elements == (
            Paragraph("You need:"),
            ListElement(("oats", "<strong>milk</strong>"), ordered=False),
        )

    def test_paragraphs_with_running_numbers_are_a_list(self) -> None:
        assert read_markup("<p>1. Soak</p><p>2. Stir</p>").elements == (
            ListElement(("Soak", "Stir"), ordered=True),
        )


class TestHidden:
    def test_hidden_words_are_told_and_scripts_are_not(self) -> None:
        markup = read_markup(
            '<p>Oats</p><div style="display: none">rye</div><p hidden>bran</p><script>alert(1)</script>'
        )
        assert markup.elements == (Paragraph("Oats"),)
        assert [aside.text for aside in markup.set_aside] == ["rye", "bran"]

    def test_what_a_button_shows_is_text(self) -> None:
        source = (
            '<button>Why?</button><div role="tabpanel" aria-labelledby="b" style="display:none">So.</div>'
        )
        assert htmls(source) == ["Why?", "So."]
