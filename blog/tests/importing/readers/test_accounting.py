"""Every word of articles anybody might have written is kept, whichever way they come as HTML."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from blog.importing.document import SourceArticle
from blog.tests.importing.accounting import counted
from blog.tests.importing.generated import Piece, articles
from blog.tests.importing.readers import words
from blog.tests.importing.readers.html.pages import page
from blog.tests.importing.readers.html.pages import read as read_html
from blog.tests.importing.readers.wordpress.export import article as read_post

WAYS: dict[str, Callable[[str], SourceArticle]] = {
    "a piece of HTML": read_html,
    "a saved page": lambda html: read_html(page(html)),
    "the classic editor": lambda html: read_post(html.replace("</p>", "\n\n").replace("<p>", "")),
    "the block editor": lambda html: read_post(f"<!-- wp:group -->\n<div>{html}</div>\n<!-- /wp:group -->"),
}


@pytest.mark.parametrize("way", list(WAYS))
@given(piece=articles(6))
@settings(max_examples=25, deadline=None)
def test_no_word_is_lost(way: str, piece: Piece) -> None:
    _account(way, piece)


@pytest.mark.slow
@pytest.mark.parametrize("way", list(WAYS))
@given(piece=articles())
@settings(max_examples=400, deadline=None)
def test_no_word_of_many_articles_is_lost(way: str, piece: Piece) -> None:
    _account(way, piece)


def _account(way: str, piece: Piece) -> None:
    found = WAYS[way](piece.html)
    kept = words.read(found)
    if found.hero:
        kept += words.words(f"{found.hero.alt} {found.hero.caption}")
    lost = counted(piece.texts) - kept
    # Figures that number a list or a note are shown by these.
    assert not {word: count for word, count in lost.items() if not word.isdigit()}
