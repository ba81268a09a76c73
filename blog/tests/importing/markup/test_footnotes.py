"""Footnotes and reference lists, as the programs people use write them."""

import pytest

from blog.importing.document import (
    Footnote,
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    plain_text,
)
from blog.importing.markup import read_markup

MAMMOTH = """<p>Rye<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> is sour.</p>
<ol><li id="footnote-1"><p> A <em>book</em>. <a href="#footnote-ref-1">↑</a></p></li></ol>"""
WORD = """<p>Rye<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference>[1]</span></a> is sour.</p><div style='mso-element:footnote-list'><hr>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span
class=MsoFootnoteReference>[1]</span></a> A <i>book</i>.</p></div></div>"""
MARKDOWN_IT = """<p>Rye<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> is sour.</p>
<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item">
<p>A <em>book</em>. <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>"""
WORDPRESS = """<p>Rye<sup data-fn="4c" class="fn"><a href="#4c" id="4c-link">[1]</a></sup> is sour.</p>
<ol class="wp-block-footnotes"><li id="4c">A <em>book</em>. <a href="#4c-link" aria-label="Jump">↩︎</a></li></ol>"""
GOOGLE_DOCS = """<p>Rye<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> is sour.</p><hr><div>
<p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;A <i>book</i>.</span></p></div>"""
BY_HAND = """<p>Rye<a href="#n1" id="r1"><sup>[1]</sup></a> is sour.</p><p id="n1"><sup>1</sup> A <em>book</em>.</p>"""


@pytest.mark.parametrize("source", [MAMMOTH, WORD, MARKDOWN_IT, WORDPRESS, GOOGLE_DOCS, BY_HAND])
def test_a_mark_leads_to_its_note_and_links_back_are_gone(source: str) -> None:
    said, notes = read_markup(source).elements
    assert isinstance(said, Paragraph)
    assert isinstance(notes, FootnotesElement)
    (note,) = notes.notes
    assert note.html == "A <em>book</em>."
    assert said.html.replace("<sup>", "").replace("</sup>", "") == (
        f'Rye<a linktype="footnote" id="{note.key}">[1]</a> is sour.'
    )
    assert said.anchors in ((), ("r1",))


def test_marks_of_one_note_share_its_key() -> None:
    source = MARKDOWN_IT.replace(
        " is sour", ' is<sup class="footnote-ref"><a href="#fn1" id="fnref1:1">[1:1]</a></sup> sour'
    )
    said, _notes = read_markup(source).elements
    assert isinstance(said, Paragraph)
    assert said.html.count('id="fn1"') == 2


def test_the_words_above_notes_are_their_title() -> None:
    notes = read_markup(WORDPRESS.replace("<ol", "<h2>Sources</h2><ol")).elements[-1]
    assert isinstance(notes, FootnotesElement)
    assert notes.title == "Sources"


@pytest.mark.parametrize(
    "references",
    [
        "<h2>References</h2><ol><li>A book.</li><li>A paper.</li></ol>",
        "<p><strong>Sources</strong></p><p>[1] A book.<br>[2] A paper.</p>",
        "<h3>Studies:</h3><p>1. A book.</p><p>2. A paper.</p>",
        "<h3>Literature</h3><p>[1] A book.</p><p>[2] A paper.</p>",
    ],
)
def test_a_reference_list_without_links_belongs_to_the_marks(references: str) -> None:
    said, notes = read_markup(f"<p>Rye [1] is sour [1, 2].</p>{references}").elements
    assert said == Paragraph(
        'Rye <a linktype="footnote" id="1">[1]</a> is sour [<a linktype="footnote" id="1">1</a>, '
        '<a linktype="footnote" id="2">2</a>].'
    )
    assert isinstance(notes, FootnotesElement)
    assert notes.notes == (Footnote("1", "A book."), Footnote("2", "A paper."))


def test_raised_figures_behind_words_are_marks_and_those_behind_units_are_not() -> None:
    source = "<p>Rye is sour.<sup>1</sup> A field of 3 m<sup>2</sup> does.</p>"
    said = read_markup(f"{source}<h2>Notes</h2><ol><li>A</li><li>B</li></ol>").elements[0]
    assert said == Paragraph(
        'Rye is sour.<a linktype="footnote" id="1">1</a> A field of 3 m<sup>2</sup> does.'
    )


def test_a_list_no_mark_leads_to_stays_a_list() -> None:
    assert read_markup("<p>Rye.</p><h2>References</h2><ol><li>A book.</li></ol>").elements == (
        Paragraph("Rye."),
        HeadingElement("References", 2),
        ListElement(("A book.",), ordered=True),
    )


def test_numbers_that_lead_to_parts_of_the_text_are_links() -> None:
    source = '<p>See <a href="#two">2</a>.</p><h2 id="two">Two</h2><p>Rye.</p>'
    assert read_markup(source).elements[0] == Paragraph('See <a href="#two">2</a>.')


@pytest.mark.parametrize("mark", ["[1-3]", "[1–3]", "[1 – 3]"])
def test_a_range_of_references_leads_to_each_of_them(mark: str) -> None:
    references = "<h2>References</h2><ol><li>A book.</li><li>A paper.</li><li>A letter.</li></ol>"
    said, notes = read_markup(f"<p>Rye is sour {mark}.</p>{references}").elements
    assert said == Paragraph(
        'Rye is sour [<a linktype="footnote" id="1">1</a>, <a linktype="footnote" id="2">2</a>, '
        '<a linktype="footnote" id="3">3</a>].'
    )
    assert isinstance(notes, FootnotesElement)


@pytest.mark.parametrize("mark", ["[3-1]", "[1-9]", "[1900-950]"])
def test_what_is_no_range_of_references_stays_as_it_is(mark: str) -> None:
    references = "<h2>References</h2><ol><li>A book.</li><li>A paper.</li><li>A letter.</li></ol>"
    said = read_markup(f"<p>Rye [2] is sour {mark}.</p>{references}").elements[0]
    assert isinstance(said, Paragraph)
    assert plain_text(said.html) == f"Rye [2] is sour {mark}."
