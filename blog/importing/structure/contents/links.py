"""Lists, and lines of paragraphs, that consist of links to places of the same text."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from blog.importing.document import ContentsElement, ContentsLink, ListElement, Paragraph, plain_text
from blog.importing.structure.items import Item

_ONLY_LINK = re.compile(
    r'\s*(?:[\d.]+[.)]?|[•▪–—*→»›-])?\s*(?:<strong>)?<a href="#([^"]+)"[^<>]*>.*</a>(?:</strong>)?\s*[|•·,;]?\s*',
    re.DOTALL,
)
_BREAK = re.compile(r"<br\s*/?>")
_FEWEST, _LONGEST_LINE = 2, 400


def with_lists(items: Sequence[Item]) -> Iterator[Item]:
    """The items, with a contents list for every list and every run of lines in which each is one such link."""
    run: list[Paragraph] = []
    for item in items:
        if isinstance(item, Paragraph) and not item.anchors and _links(_lines(item)):
            run.append(item)
            continue
        yield from _of_run(run)
        run = []
        yield _of_list(item) if isinstance(item, ListElement) else item
    yield from _of_run(run)


def _of_run(run: Sequence[Paragraph]) -> Iterator[Item]:
    lines = [line for paragraph in run for line in _lines(paragraph)]
    if len(lines) < _FEWEST:
        yield from run
    else:
        yield ContentsElement(tuple(_links(lines)), line=run[0].line)


def _of_list(item: ListElement) -> Item:
    links = _links(item.items, item.depths) if len(item.items) >= _FEWEST else []
    return ContentsElement(tuple(links), line=item.line) if links else item


def _lines(paragraph: Paragraph) -> list[str]:
    return (
        [line for line in _BREAK.split(paragraph.html) if line.strip()] if 'href="#' in paragraph.html else []
    )


def _links(htmls: Sequence[str], depths: Sequence[int] = ()) -> list[ContentsLink]:
    """The links of lines each of which is one, or none."""
    links: list[ContentsLink] = []
    for html, depth in zip(htmls, depths or (0,) * len(htmls), strict=True):
        match = _ONLY_LINK.fullmatch(html) if html.count("</a>") == 1 and len(html) <= _LONGEST_LINE else None
        if match is None:
            return []
        links.append(ContentsLink(plain_text(html), unquote(plain_text(match[1])), depth))
    return links
