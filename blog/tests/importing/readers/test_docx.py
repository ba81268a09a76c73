import base64
import io
import zipfile

import pytest

from blog.importing.arranging import arrange
from blog.importing.document import (
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    SourceArticle,
    TableElement,
)
from blog.importing.readers import Unreadable, read_data, reader_for
from blog.importing.readers.docx import package
from blog.tests.importing.readers.word import document, item, paragraph, part, relations, run

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_BOX = paragraph("Words in a box.")
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
    f"<w:txbxContent>{_BOX}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice>{old}</mc:AlternateContent></w:r>"
)
OLD_BOX = (
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{_BOX}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
)


def read(body: str, links: str = "", **parts: str | bytes) -> SourceArticle:
    (article,) = read_data(document(body, links, **parts), source="a.docx")
    assert isinstance(article, SourceArticle)
    return article


def texts(article: SourceArticle) -> list[str]:
    return [element.text for element in article.elements if isinstance(element, Paragraph | HeadingElement)]


def picture(attribute: str, alt: str = "A bowl of natto") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr descr="{alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f"<a:blip {attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_headings_are_found_by_what_their_style_is_based_on_in_any_language() -> None:
    article = read(
        paragraph("Sleep", "berschrift1") + paragraph("Light", "House") + paragraph("Text.", properties="")
    )
    assert article.elements[:2] == (HeadingElement("Sleep", 1), HeadingElement("Light", 2))


def test_an_outline_level_makes_a_heading_and_so_do_bold_or_larger_lines() -> None:
    article = read(
        paragraph("Outline", properties='<w:outlineLvl w:val="2"/>')
        + paragraph(run("Bold alone", "<w:b/>"))
        + paragraph(run("Large alone", '<w:sz w:val="32"/>'))
    )
    assert [(e.text, e.level) for e in article.elements if isinstance(e, HeadingElement)] == [
        ("Outline", 3),
        ("Bold alone", 7),
        ("Large alone", 7),
    ]


def test_title_and_subtitle_leave_the_text() -> None:
    article = read(
        paragraph("Tea and bones", "Titel") + paragraph("A cup a day", "Untertitel") + paragraph("Text.")
    )
    assert (article.title, article.standfirst) == ("Tea and bones", "A cup a day")
    assert texts(article) == ["Text."]


def test_without_a_title_style_the_first_heading_is_the_title() -> None:
    article = read(paragraph("Tea and bones", "berschrift1") + paragraph("Text of the article."))
    assert arrange(article, ()).title == "Tea and bones"


def test_lists_keep_their_levels_and_typed_numbers_make_a_list() -> None:
    article = read(
        item("One")
        + item("Inner", level=1)
        + item("Two")
        + paragraph("Then:")
        + paragraph("1. wash")
        + paragraph("2. soak")
        + paragraph("3. cook")
    )
    assert article.elements[0] == ListElement(("One", "Inner", "Two"), ordered=False, depths=(0, 1, 0))
    assert article.elements[2] == ListElement(("wash", "soak", "cook"), ordered=True)


def test_a_table_whose_first_row_is_bold_has_a_header() -> None:
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(run(text, looks))}</w:tc>" for text in row) + "</w:tr>"
        for row, looks in ((("Food", "mg"), "<w:b/>"), (("Kale", "3"), ""))
    )
    (table,) = read(f"<w:tbl>{rows}</w:tbl>").elements
    assert isinstance(table, TableElement)
    assert (table.rows, table.header) == ((("Food", "mg"), ("Kale", "3")), True)


def test_footnotes_and_endnotes_are_notes_with_marks() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("Sim, Tea, 2020.")}</w:footnote>')
    ends = part("endnotes", f'<w:endnote w:id="2">{paragraph("Lee, Bone, 2021.")}</w:endnote>')
    article = read(
        paragraph(
            run("Tea helps")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + run(" and milk")
            + '<w:r><w:endnoteReference w:id="2"/></w:r>'
            + run(".")
        ),
        footnotes=notes,
        endnotes=ends,
    )
    text, found = article.elements
    assert isinstance(text, Paragraph)
    assert isinstance(found, FootnotesElement)
    assert [note.text for note in found.notes] == ["Sim, Tea, 2020.", "Lee, Bone, 2021."]
    assert all(f'<a linktype="footnote" id="{note.key}">' in text.html for note in found.notes)


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_told() -> None:
    notes = part("footnotes", f'<w:footnote w:id="3">{paragraph("Nobody marks me.")}</w:footnote>')
    article = read(paragraph(run("Tea") + '<w:r><w:footnoteReference w:id="9"/></w:r>'), footnotes=notes)
    assert [(aside.text, aside.reason) for aside in article.set_aside] == [
        ("*", "the mark of a note the document does not have"),
        ("Nobody marks me.", "a note without a mark in the text"),
    ]


def test_insertions_are_in_deletions_out_and_both_are_counted() -> None:
    article = read(
        paragraph(
            f'<w:ins w:id="1">{run("Two")}</w:ins><w:del w:id="2"><w:r><w:delText>Nine</w:delText></w:r></w:del>'
            f'{run(" cups")}<w:moveFrom w:id="3">{run("gone")}</w:moveFrom>'
        )
    )
    assert texts(article) == ["Two cups"]
    assert article.notes == ("The document had tracked changes: 1 insertion taken in, 2 deletions left out.",)


@pytest.mark.parametrize("old", ["", OLD_BOX])
def test_the_words_of_a_text_box_stay_once(old: str) -> None:
    article = read(paragraph(run("Around it.") + BOX.format(old=old)))
    assert texts(article) == ["Around it.", "Words in a box."]


def test_fields_equations_and_controls_keep_their_words() -> None:
    article = read(
        paragraph(
            f'<w:fldSimple w:instr="SEQ Table">{run("Table 1")}</w:fldSimple>'
            f"<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
            f"<w:sdt><w:sdtContent>{run(' chosen')}</w:sdtContent></w:sdt>"
        )
    )
    assert texts(article) == ["Table 1a=b chosen"]


def test_comments_hidden_words_and_page_headers_are_told() -> None:
    article = read(
        paragraph(
            '<w:commentRangeStart w:id="0"/>'
            + run("Is it so?")
            + '<w:commentRangeEnd w:id="0"/>'
            + run("secret", "<w:vanish/>")
        ),
        relations(("rId1", "header", "header1.xml"), ("rId2", "footer", "footer1.xml")),
        comments=part("comments", f'<w:comment w:id="0" w:author="Jo">{paragraph("Check")}</w:comment>'),
        header1=part("hdr", paragraph("House draft")),
        footer1=part("ftr", paragraph("Page 3 of 7")),
    )
    assert texts(article) == ["Is it so?"]
    assert [(a.text, a.reason, a.place) for a in article.set_aside] == [
        ("Check", "a comment by Jo", "on “Is it so?”"),
        ("secret", "hidden in the document", ""),
        ("House draft", "the header of each page", ""),
    ]


def test_pictures_come_with_their_bytes_and_those_elsewhere_with_their_address() -> None:
    article = read(
        paragraph(picture('r:embed="rId5"', "A bowl Description automatically generated"))
        + paragraph(picture('r:link="rId6"')),
        relations(("rId5", "image", "media/image1.png"), ("rId6", "image", "https://example.org/tea.png")),
        image=PNG,
    )
    inside, elsewhere = article.elements
    assert isinstance(inside, PictureElement)
    assert isinstance(elsewhere, PictureElement)
    assert inside.address == "data:image/png;base64," + base64.b64encode(PNG).decode()
    assert (inside.alt, elsewhere.alt, elsewhere.address) == (
        "A bowl",
        "A bowl of natto",
        "https://example.org/tea.png",
    )


@pytest.mark.parametrize(
    ("link", "target"),
    [("r:link", "file:///Users/somebody/tea.png"), ("r:embed", "NULL"), ("r:embed", "media/gone.png")],
)
def test_a_picture_that_is_nowhere_is_told_and_the_rest_is_read(link: str, target: str) -> None:
    text = paragraph("Before.") + paragraph(picture(f'{link}="rId5"')) + paragraph("After.")
    article = read(text, relations(("rId5", "image", target)))
    assert texts(article) == ["Before.", "After."]
    assert any("picture" in note for note in article.notes)


def test_a_contents_list_loses_its_page_numbers_and_is_matched() -> None:
    entry = '<w:hyperlink w:anchor="_Toc{n}">{words}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
    article = read(
        paragraph("Tea", "Titel")
        + paragraph(entry.format(n=1, words=run("Why tea"), page=run("3")), "Verzeichnis1")
        + paragraph(entry.format(n=2, words=run("How much"), page=run("12")), "Verzeichnis1")
        + paragraph("Some words at the beginning of the text.")
        + paragraph('<w:bookmarkStart w:id="1" w:name="_Toc1"/>' + run("Why tea"), "berschrift1")
        + paragraph("It is warm.")
        + paragraph('<w:bookmarkStart w:id="2" w:name="_Toc2"/>' + run("How much"), "berschrift1")
        + paragraph("Two cups.")
    )
    assert [(entry.text, entry.matched) for entry in arrange(article, ()).contents] == [
        ("Why tea", True),
        ("How much", True),
    ]


def test_links_and_raised_signs_stay() -> None:
    article = read(
        paragraph(
            f'<w:hyperlink r:id="rId5">{run("a study")}</w:hyperlink> '
            + run("QN")
            + run("TM", '<w:vertAlign w:val="superscript"/>')
        ),
        relations(("rId5", "hyperlink", "https://example.org/study?utm_source=x")),
    )
    (text,) = article.elements
    assert isinstance(text, Paragraph)
    assert text.html == '<a href="https://example.org/study">a study</a>QN<sup>TM</sup>'


def test_properties_name_authors_and_tags_but_no_program() -> None:
    core = (
        '<p:coreProperties xmlns:p="p" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:creator>Jo Sim; python-docx</dc:creator><p:keywords>tea, bones; tea</p:keywords>"
        "<t:created>2024-05-01T08:00:00Z</t:created><t:modified>2024-06-01T08:00:00Z</t:modified></p:coreProperties>"
    )
    article = read(paragraph("Text."), core=core)
    assert (article.authors, article.tags, article.published) == (("Jo Sim",), ("tea", "bones"), None)
    assert article.updated is not None
    assert article.updated.month == 6
    assert article.notes == ("The document was made on 2024-05-01; it does not say when it was published.",)


def test_saving_it_again_changes_nothing_and_a_word_does() -> None:
    one = read(paragraph("Tea is warm.", properties=""))
    again = read(paragraph("Tea is warm.").replace("<w:p>", '<w:p w:rsidR="00A1">'))
    assert one.content_hash == again.content_hash != read(paragraph("Tea is cold.")).content_hash


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{\\rtf1 Tea", "RTF document"),
        (b"%PDF-1.7", "open it in Word and save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (document("")[:600], "damaged"),
        (document(""), "empty"),
        (document("<w:tbl><w:tr><w:tc>" * 40 + "</w:tc></w:tr></w:tbl>" * 40), "nested too deeply"),
        (document("<w:smartTag>" * 10**6 + "</w:smartTag>" * 10**6), "times its size"),
        (document("<w:p/>" * 200_000), "longer than an article"),
        (document("</w:p>"), "not valid XML"),
        (document(paragraph("é")).replace(b"word/document.xml", b"word/documenu.xml"), "no text part"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_data(data, source="a.docx")


@pytest.mark.parametrize("place", ["document", "styles", "numbering", "core"])
def test_entities_and_document_types_are_refused_wherever_they_are(place: str) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
        f"{part('document', paragraph('&b;'))}"
    )
    with pytest.raises(Unreadable, match="entities"):
        read(paragraph("Text."), **{place: bomb})


def test_an_archive_that_says_it_is_huge_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("word/document.xml", bytes(package.MOST_BYTES + 1))
    with pytest.raises(Unreadable, match="50 MB when unpacked"):
        read_data(stream.getvalue(), source="a.docx")
    with zipfile.ZipFile(stream := io.BytesIO(), "w") as archive:
        for number in range(package.MOST_MEMBERS + 1):
            archive.writestr(f"word/{number}", "")
    with pytest.raises(Unreadable, match="500 files"):
        read_data(stream.getvalue(), source="a.docx")


def test_a_document_with_a_chart_is_not_taken_for_the_workbook_in_it() -> None:
    with zipfile.ZipFile(chart := io.BytesIO(), "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", "")
    stream = io.BytesIO(document(paragraph("Text.")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/embeddings/Sheet1.xlsx", chart.getvalue())
    assert reader_for(stream.getvalue()).name == "docx"


def test_other_archives_are_not_taken_for_word_documents() -> None:
    from blog.importing.readers.docx import READER

    for name in ("xl/workbook.xml", "articles/tea.docx", "tea.txt"):
        with zipfile.ZipFile(stream := io.BytesIO(), "w") as archive:
            archive.writestr("[Content_Types].xml" if name.startswith("xl") else "note.txt", "")
            archive.writestr(name, document(paragraph("Text.")))
        assert not READER.recognises(stream.getvalue())
    assert READER.recognises(document(""))
