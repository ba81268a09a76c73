import gc
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

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
    VideoElement,
)
from blog.importing.readers import Unreadable, read_data, reader_for
from blog.importing.readers.markdown import MOST_CHARACTERS, article_of

TEXTS = Path(__file__).parents[1] / "texts"
FRONT = """---
title: "Tea: and bones"
slug: tea-and-bones
date: 2024-05-01 09:30:00 +0800
lastmod: 2024-06-01
tags: [tea, Bones]
author: {name: Jo Sim}
summary: A cup a day.
description: What a cup of tea does for bones.
image: {src: /img/tea.png, alt: A cup}
draft: true
permalink: https://example.org/blog/tea/?x=1
layout: post
---
# Tea: and bones

Text.
"""


def read(text: str) -> SourceArticle:
    return article_of(text, "a.md")


def test_front_matter_says_what_the_article_is() -> None:
    (article,) = read_data(b"\xef\xbb\xbf" + FRONT.replace("\n", "\r\n").encode(), source="a.md")
    assert isinstance(article, SourceArticle)
    assert (article.title, article.slug, article.path) == ("Tea: and bones", "tea-and-bones", "/blog/tea/")
    assert article.published == datetime(2024, 5, 1, 1, 30, tzinfo=UTC)
    assert article.updated == datetime(2024, 6, 1, 12, tzinfo=UTC)
    assert (article.tags, article.authors, article.is_published) == (("tea", "Bones"), ("Jo Sim",), False)
    assert (article.standfirst, article.seo_description) == (
        "A cup a day.",
        "What a cup of tea does for bones.",
    )
    assert article.hero == PictureElement("tea.png", "A cup", address="/img/tea.png")
    assert article.notes == ("Not used of the front matter: layout.",)
    assert [block.html for block in arrange(article, ()).blocks] == ["<p>Text.</p>"]  # type: ignore[union-attr]


def test_toml_is_front_matter_too() -> None:
    article = read('+++\ntitle = "Tea"\ndate = 2024-05-01T08:00:00Z\ntags = ["a", "b"]\n+++\nText.\n')
    assert (article.title, article.tags) == ("Tea", ("a", "b"))
    assert article.published == datetime(2024, 5, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "block", ["title: [1", "title: !!python/object/apply:os.system [id]", "a: " + "[" * 1_900, "title: *x"]
)
def test_front_matter_that_cannot_be_read_is_told_and_the_text_still_comes(block: str) -> None:
    article = read(f"---\n{block}\n---\nText.\n")
    assert [element.text for element in article.elements if isinstance(element, Paragraph)] == ["Text."]
    assert article.notes[0].startswith("The front matter could not be read")


def test_two_rules_are_no_front_matter() -> None:
    assert "Just words" in str(read("---\n\nJust words.\n\n---\n\nMore.\n").elements)


def test_headings_of_both_kinds_have_their_ids_and_linked_ones_the_slug_of_their_words() -> None:
    article = read(
        "See [one](#why-tea).\n\n## Why *tea*?\n\nText.\n\nHow much {#dose}\n--------\n\nText.\n\n## Other\n"
    )
    headings = [element for element in article.elements if isinstance(element, HeadingElement)]
    assert [(h.text, h.level, h.anchors) for h in headings] == [
        ("Why tea?", 2, ("why-tea",)),
        ("How much", 2, ("dose",)),
        ("Other", 2, ()),
    ]


def test_a_contents_list_of_links_is_matched() -> None:
    article = read(
        "# Tea\n\n- [Why tea](#why-tea)\n- [How much](#how-much)\n\nWords.\n\n## Why tea\n\nA.\n\n## How much\n\nB.\n"
    )
    assert [(entry.text, entry.matched) for entry in arrange(article, ()).contents] == [
        ("Why tea", True),
        ("How much", True),
    ]


def test_lists_nest_and_tasks_keep_their_boxes() -> None:
    (found,) = read("- [ ] buy\n- [x] brew\n  1. hot\n  2. long\n").elements
    assert isinstance(found, ListElement)
    assert (found.items, found.depths) == (("☐ buy", "☑ brew", "hot", "long"), (0, 0, 1, 1))


def test_bullets_as_chatbots_write_them_are_lists() -> None:
    assert ListElement(("one", "two"), ordered=False) in read("**Why**\n• one\n• two\n").elements


def test_tables_keep_header_and_looks() -> None:
    (table,) = read("| Food | mg |\n|:---|---:|\n| Kale | **3** |\n").elements
    assert table == TableElement((("Food", "mg"), ("Kale", "<strong>3</strong>")), header=True)


def test_reference_links_line_breaks_and_html_come_clean() -> None:
    (text,) = read(
        'A [study][s],  \nthen <b onclick="x()">bold</b> <script>x()</script>.\n\n[s]: https://example.org/s\n'
    ).elements
    assert isinstance(text, Paragraph)
    assert text.html == 'A <a href="https://example.org/s">study</a>,<br>then <strong>bold</strong> .'


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "vbscript:x", "data:text/html;base64,xx", "file:///etc"]
)
def test_links_that_do_harm_are_words(address: str) -> None:
    html = "".join(element.html for element in read(f"[a]({address}) <{address}> ![b]({address})\n").elements)  # type: ignore[union-attr]
    assert "href" not in html
    assert "a" in html


def test_footnotes_are_notes_and_what_does_not_fit_is_told() -> None:
    article = read(
        "One[^1] two[^x] three[^no].\n\n[^1]: First.\n[^x]: Second.\n\n    More of it.\n[^lone]: Third.\n"
    )
    notes = next(element for element in article.elements if isinstance(element, FootnotesElement))
    assert [note.text for note in notes.notes] == ["First.", "Second. More of it."]
    assert any(isinstance(element, Paragraph) and "Third." in element.text for element in article.elements)
    assert article.notes == (
        "Footnotes without a mark in the text, which are paragraphs: lone.",
        "Marks without a footnote, which stay in the text: no.",
    )


def test_pictures_in_the_text_as_google_docs_writes_them_come_along() -> None:
    data = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAA" * 200
    article = read(f"Text.\n\n![A bowl][image1]\n\n[image1]: <{data}>\n")
    picture = article.elements[1]
    assert isinstance(picture, PictureElement)
    assert (picture.alt, picture.address) == ("A bowl", data)


def test_a_film_of_a_site_generator_is_a_film() -> None:
    film = read("Text.\n\n{{< youtube dQw4w9WgXcQ >}}\n").elements[1]
    assert film == VideoElement("https://www.youtube.com/watch?v=dQw4w9WgXcQ")


def test_an_answer_in_a_fence_is_taken_out_of_it() -> None:
    article = read("Here it is:\n\n```markdown\n# Tea\n\nText.\n```\n")
    assert HeadingElement("Tea", 1) in article.elements


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\ntitle: Tea\n---\nText.\n", "markdown"),
        ("# Tea\n\nText.\n\n## More\n\nText.\n", "markdown"),
        ("# Tea\n\nSee [this](https://example.org).\n", "markdown"),
        ("Tea\n===\n\n**Bold** words.\n", "markdown"),
        ("Tea\n\nIt costs $3 (*really*), see #1.\n\n- one\n- two\n", "text"),
        ("Tea\n---\nUnderlined title, and no more than that.\n", "text"),
        ("# A line that begins with a sign\n\nText [1] and 2 * 3 * 4.\n", "text"),
    ],
)
def test_it_is_recognised_by_several_marks(text: str, name: str) -> None:
    assert reader_for(text.encode()).name == name


def test_plain_texts_stay_plain() -> None:
    assert {reader_for(path.read_bytes()[:65_536]).name for path in TEXTS.glob("*.txt")} == {"text"}


def test_a_text_longer_than_any_article_is_refused() -> None:
    with pytest.raises(Unreadable, match="1 MB of Markdown"):
        read("word " * (MOST_CHARACTERS // 5 + 1))


EVIL = (
    *("[", "![", "*a ", "**a _", "`a ", "<a ", "[a](", "[^1", "[a]: b\n", "> ", "- ", "1. ", "|a", "~~a "),
    *("&a;", "\\", "<!--", "a\n: b\n", "[^1]: a\n", "# a {#\n", "```\n", "![a][b] ", "_a_ ", "{{<"),
)


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize("pattern", EVIL)
def test_time_grows_with_the_length_and_not_with_its_square(pattern: str) -> None:
    def seconds(size: int) -> float:
        text = pattern * (size // len(pattern))
        began = time.process_time()
        with suppress(Unreadable):
            read(text)
        return time.process_time() - began

    # How long collecting takes depends on all that the process holds; another process may slow down either of the two:
    # the quietest of three tries counts.
    gc.collect()
    gc.disable()
    try:
        tries = [(seconds(40_000), seconds(160_000)) for _try in range(3)]
    finally:
        gc.enable()
    assert any(large < max(6.5 * small, 1) for small, large in tries)
