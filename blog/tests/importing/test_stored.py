"""A source article survives being stored as JSON."""

import json
from datetime import UTC, datetime

import pytest

from blog.importing.document import (
    BoxElement,
    ContentsElement,
    ContentsLink,
    Footnote,
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    QuestionElement,
    QuoteElement,
    SetAside,
    SourceArticle,
    TableElement,
    VideoElement,
)
from blog.importing.document.stored import from_json, to_json


def test_an_article_with_everything_comes_back_as_it_was() -> None:
    article = SourceArticle(
        source="shop:1",
        content_hash="abc",
        elements=(
            Paragraph("Tea &amp; <strong>rest</strong>", 1, ("tea",)),
            ListElement(("a", "b"), ordered=True, depths=(0, 1)),
            BoxElement((HeadingElement("In a box", 3), BoxElement((Paragraph("deeper"),)))),
            TableElement((("a", "b"), ("c", "d")), header=True, row_header=True),
            QuoteElement("Rest.", "Ada"),
            PictureElement("a.png", "A cup", address="https://shop.example/a.png"),
            VideoElement("https://vimeo.com/1"),
            QuestionElement("Why?", "<p>Because.</p>"),
            ContentsElement((ContentsLink("Tea", "tea", 1),), "Contents"),
            FootnotesElement((Footnote("1", "Ada 2019"),), "Sources"),
        ),
        title="Tea",
        published=datetime(2024, 5, 1, 9, tzinfo=UTC),
        tags=("rest", "tea"),
        hero=PictureElement("cup.png"),
        is_published=False,
        set_aside=(SetAside(0, "Share", "a button", "footer"),),
    )
    assert from_json(json.loads(json.dumps(to_json(article)))) == article


def test_anything_else_is_refused() -> None:
    with pytest.raises(TypeError):
        from_json({"kind": "Paragraph", "html": "x"})
