"""An article beside its source: nothing is written, nothing foreign runs, what is set aside is marked."""

import pytest
from django.test import Client

from blog.editor.importing.source_side import source_side
from blog.importing import document as doc
from blog.models import ArticlePage, Author, ImportItem
from products.tests.factories import make_product

from .conftest import address, imported, planned, post, soup, words

pytestmark = pytest.mark.django_db


def item() -> ImportItem:
    return ImportItem.objects.order_by("-pk").first()


def article_of(*elements: doc.Element) -> doc.SourceArticle:
    return doc.SourceArticle("a.txt", "1", elements)


def test_the_source_stands_beside_a_frame_of_the_page(importer: Client) -> None:
    planned(importer, post("Iron from leaves", "It is **slow** work."))
    page = soup(importer.get(address("article", item().pk)))
    assert "It is slow work." in words(page.select_one(".importing-source"))
    frame = page.select_one("iframe")
    look = soup(importer.get(frame["src"]))
    assert words(look.find("h1")) == "Iron from leaves"
    assert "Where it grows" in words(look.find("main"))


def test_looking_writes_nothing(importer: Client) -> None:
    make_product("Iron Jar", handle="iron-jar")
    planned(importer, post("Iron from leaves", "Take [the jar](/products/iron-jar)."))
    before = (item().state, item().report)
    assert importer.get(address("look", item().pk)).status_code == 200
    assert not ArticlePage.objects.exists()
    assert not Author.objects.exists()
    assert (item().state, item().report) == before


def test_the_page_of_an_article_that_is_here_is_shown_with_what_the_source_says_now(importer: Client) -> None:
    imported(importer, post("Iron from leaves"))
    planned(importer, post("Iron from leaves", "It holds less than one thinks."))
    assert "less than one thinks" in words(soup(importer.get(address("look", item().pk))))
    latest = ArticlePage.objects.get().get_latest_revision_as_object()
    assert "less than one thinks" not in str(latest.body.raw_data[0])


def test_pictures_that_are_not_here_are_named_where_they_would_be(importer: Client) -> None:
    planned(importer, post("Iron from leaves", "Look:\n\n![A leaf](leaf.png)\n\nThat is it."))
    assert "Picture that is not here: A leaf" in words(soup(importer.get(address("look", item().pk))))
    assert "leaf.png" in words(soup(importer.get(address("run"))))


def test_an_article_nothing_was_read_of_has_no_sides(importer: Client) -> None:
    planned(importer, post("Iron from leaves"))
    ImportItem.objects.update(content=None, state="failed", error="It is broken.")
    assert importer.get(address("article", item().pk)).status_code == 404
    assert importer.get(address("look", item().pk)).status_code == 404
    assert "It is broken." in words(soup(importer.get(address("run"))))


def test_an_article_that_cannot_be_shown_says_why_in_the_frame(importer: Client) -> None:
    planned(importer, post("Iron from leaves"))
    ImportItem.objects.update(content={"kind": "SourceArticle", "nonsense": 1})
    assert "cannot be shown" in words(soup(importer.get(address("look", item().pk))))


def test_foreign_markup_is_shown_as_words() -> None:
    side = source_side(article_of(doc.Paragraph("<b>Iron</b> &amp; <a href='/x'>leaves</a><br>grow")), [])
    (row,) = side.pieces[0].rows
    assert row.words == "Iron & leaves grow"
    assert [(run.text, run.is_strong, run.href, run.is_break) for run in row.cells[0]] == [
        ("Iron", True, "", False),
        (" & ", False, "", False),
        ("leaves", False, "/x", False),
        ("grow", False, "", True),
    ]


def test_what_was_set_aside_is_marked_where_it_stands_and_the_rest_is_told_first() -> None:
    side = source_side(
        article_of(
            doc.Paragraph("Share this post"),
            doc.Paragraph("Iron is slow. Read more »"),
            doc.BoxElement((doc.ListElement(("Home", "Shop"), ordered=False),)),
        ),
        [
            {"text": "Share this post", "reason": "a button", "place": ""},
            {"text": "Read more »", "reason": "a link", "place": ""},
            {"text": "Shop", "reason": "a menu", "place": ""},
            {"text": "All rights reserved", "reason": "the footer", "place": "footer"},
        ],
    )
    share, iron, box = side.pieces
    assert share.rows[0].aside == "a button"
    assert iron.rows[0].parts == (("Read more »", "a link"),)
    assert [row.aside for row in box.inner[0].rows] == ["", "a menu"]
    assert [entry["text"] for entry in side.elsewhere] == ["All rights reserved"]


def test_every_kind_of_element_has_its_place() -> None:
    row = ("a", "b")
    elements = (
        doc.HeadingElement("Where", 2),
        doc.HeadingElement("Bold", 7),
        doc.ListElement(("One", "Two"), ordered=True, depths=(0, 1)),
        doc.PictureElement("a.png", "A leaf", "Its caption", address="data:image/png;base64,AAAA"),
        doc.TableElement((row, row), header=True, caption="Rows"),
        doc.QuoteElement("Slow.", "Ada"),
        doc.VideoElement("https://vimeo.com/1", "A film"),
        doc.QuestionElement("Why?", "<p>Because.</p>"),
        doc.ContentsElement((doc.ContentsLink("Where", "where"),), "Contents"),
        doc.FootnotesElement((doc.Footnote("1", "A note."),), "Notes"),
    )
    side = source_side(article_of(*elements), [])
    said = " ".join(row.words for piece in side.pieces for row in piece.rows)
    for word in (
        "Where",
        "Two",
        "Its caption",
        "Rows",
        "Ada",
        "vimeo.com",
        "Because.",
        "Contents",
        "A note.",
    ):
        assert word in said
    assert "base64" not in said


def test_what_the_source_says_beside_its_text_stands_first(importer: Client) -> None:
    planned(importer, post("Iron from leaves", author="Bo Ek", tags="[Blood]"))
    pieces = soup(importer.get(address("article", item().pk))).select(".importing-piece--field")
    assert [words(piece) for piece in pieces][:1] == ["Title Iron from leaves"]
    assert "Authors Bo Ek" in [words(piece) for piece in pieces]


def test_a_conflict_shows_what_differs(importer: Client) -> None:
    imported(importer, post("Iron from leaves"))
    article = ArticlePage.objects.get().get_latest_revision_as_object()
    article.title = "Our own title"
    article.save_revision()
    planned(importer, post("Iron from leaves", "It holds less than one thinks <b>today</b>."))
    told = soup(importer.get(address("article", item().pk))).select_one(".importing-differences")
    assert "Our own title" in words(told)
    assert "Iron from leaves" in words(told)
    assert "less than one thinks" in words(told)
    assert "Lentils and dark leaves" not in words(told)
    assert {tag.name for tag in told.find_all(True)} <= {"dt", "dd", "span", "div", "dl", "br"}
    assert ArticlePage.objects.get().get_latest_revision_as_object().title == "Our own title"
