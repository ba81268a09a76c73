"""How the pictures of articles' infographics come out: measured, not drawn."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import lru_cache

from django.conf import settings

from qnwellness.content import references

from ..describing.poster import posters
from ..infographics.poster.legibility import Legibility, legibility, missing_characters
from ..infographics.poster.value import Poster
from ..models import ArticlePage
from .article import PosterAt


def posters_of(pages: Sequence[ArticlePage]) -> list[tuple[PosterAt, ...]]:
    """Return, for each page in order, how the pictures of its infographics come out.

    What all of them refer to is loaded together; nothing where no page has an infographic.
    """
    wanted = references.wanted_by(reference for page in pages for reference in _references(page))
    with nullcontext() if references.is_rendering() else references.resolving(wanted):
        current = references.current()
        facts = current.many("fact", wanted.get("fact", ()))
        current.expect("source", [pk for fact in facts.values() for pk in fact.source_ids])
        return [tuple(_posters(page)) for page in pages]


def _references(page: ArticlePage) -> Iterable[tuple[str, int]]:
    block = page._meta.get_field("body").stream_block
    found = [item for item in page.body.raw_data if item["type"] == "infographic"]
    return references.find_references(block, found)


def _posters(page: ArticlePage) -> Iterable[PosterAt]:
    frame = {
        "brand": settings.WAGTAIL_SITE_NAME,
        "address": page.url_path or "",
        "language": settings.LANGUAGE_CODE,
    }
    for block, poster in posters(page, frame):
        faces, missing = _measured(poster)
        yield PosterAt(f"body.{block}", poster.title, faces, missing)


@lru_cache(maxsize=256)
def _measured(poster: Poster) -> tuple[tuple[Legibility, ...], tuple[str, ...]]:
    return legibility(poster), missing_characters(poster)
