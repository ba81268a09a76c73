"""Contents lists whose entries are links to places of the same text."""

import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote

from blog.importing.document import (
    ContentsElement,
    ContentsLink,
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    plain_text,
)

_TITLE = re.compile(
    r"(?:(?:table of )?contents?(?: of (?:this|the) (?:article|page|post))?|toc|on this page"
    r"|(?:in|on|inside) (?:this|the) (?:article|page|post|guide|story|blog post)"
    r"|(?:quick |page |article )?(?:navigation|links|overview|outline)|(?:jump|skip)(?: ahead)? to\b.{0,20}"
    r"|what(?:['’]s| is) (?:inside|covered|in (?:it|this .{3,10}))"
    r"|what (?:you|we)(?:['’]ll| will) \w+.{0,20}"
    r"|inhalt(?:sverzeichnis)?|in diesem (?:artikel|beitrag)|sommaire|table des matières|contenidos?"
    r"|índice|indice|inhoud(?:sopgave)?)\s*[:–—-]?(?:\s*\[?(?:hide|show|toggle)\]?)?",
    re.IGNORECASE,
)
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
_SEPARATOR = re.compile(r"(?:[\s|·•,;/→»>–—-]|\d{1,3}[.)]|<br>|</?(?:strong|em)>)*")
_LEADERS = re.compile(r"\s*[.…·_]{3,}\s*\d{0,4}$|\t+\d{1,4}$")
_FEWEST, _FEWEST_IN_LINES = 2, 3
# Of seven entries six lead within the text.
_NEARLY_ALL = 0.85
_LONGEST = 250
_LONGEST_TITLE = 80


def with_contents(elements: Sequence[Element], names: Collection[str]) -> Iterator[Element]:
    """Elements in which lists and lines that are nothing but links to places of the same text are contents lists;
    `names` are the places the text has."""
    kept: list[Element] = []
    lines: list[Paragraph] = []
    for element in [*elements, None]:
        if isinstance(element, Paragraph) and not element.anchors and links_in_line(element.html, names):
            lines.append(element)
            continue
        if lines:
            links = [link for line in lines for link in links_in_line(line.html, names)]
            kept += [_below_title(kept, links)] if len(links) >= _FEWEST_IN_LINES else lines
            lines = []
        if isinstance(element, ListElement) and (entries := _links_in_list(element, names)):
            kept.append(_below_title(kept, entries))
        elif element is not None:
            kept.append(element)
    yield from kept


def titled_whole(elements: Sequence[Element]) -> Sequence[Element]:
    """The elements of a box; where they are one line and a contents list, the line is its title."""
    if len(elements) != 2 or not isinstance(elements[1], ContentsElement) or elements[1].title:
        return elements
    first = elements[0]
    if isinstance(first, HeadingElement | Paragraph) and len(first.text) <= _LONGEST_TITLE:
        return (ContentsElement(elements[1].links, first.text),)
    return elements


def links_in_line(html: str, names: Collection[str]) -> list[ContentsLink]:
    """The entries in a line that is nothing but links to places of the same text."""
    if not html.startswith(("<a href=", "<strong>", "<em>")) and not _SEPARATOR.match(html[:20]):
        return []
    links: list[ContentsLink] = []
    at = 0
    for found in _LINK.finditer(html):
        if not _SEPARATOR.fullmatch(html, at, found.start()):
            return []
        fragment = _fragment(found[1], names)
        if not fragment:
            return []
        links.append(ContentsLink(_label(found[2]), fragment))
        at = found.end()
    return links if links and _SEPARATOR.fullmatch(html, at) else []


def _links_in_list(element: ListElement, names: Collection[str]) -> list[ContentsLink]:
    depths = element.depths or (0,) * len(element.items)
    read = [_entry(item, depth, names) for item, depth in zip(element.items, depths, strict=True)]
    found = [entry for entry in read if entry is not None]
    if len(found) < len(read):
        return []
    # The name of a group of entries need not be a link.
    leaves = [entry for entry, after in zip(found, [*depths[1:], 0], strict=True) if after <= entry.depth]
    linked = sum(1 for entry in leaves if entry.fragment)
    is_one = linked >= _NEARLY_ALL * len(leaves) and sum(1 for entry in found if entry.fragment) >= _FEWEST
    return found if is_one else []


def _entry(item: str, depth: int, names: Collection[str]) -> ContentsLink | None:
    """An entry of a list; without a fragment if it is no link, None if it says more than a title does."""
    text = _label(item)
    if len(text) > _LONGEST:
        return None
    found = _LINK.search(item)
    if found is None:
        return ContentsLink(text, "", depth)
    linked = len(plain_text(found[2]))
    fragment = _fragment(found[1], names)
    # A link to elsewhere, or one within a sentence, is no entry.
    return ContentsLink(text, fragment, depth) if fragment and linked * 2 >= len(text) else None


def _fragment(href: str, names: Collection[str]) -> str:
    """The place an address names, if it is one of the same text."""
    href = href.replace("&amp;", "&")
    before, _mark, fragment = href.partition("#")
    if fragment not in names and unquote(fragment) in names:
        fragment = unquote(fragment)
    return fragment if not before or fragment in names else ""


def _label(html: str) -> str:
    """The words of an entry, without the dots and the number of a page that print puts behind them."""
    return _LEADERS.sub("", plain_text(html))


def _below_title(kept: list[Element], links: Sequence[ContentsLink]) -> ContentsElement:
    above = kept[-1] if kept else None
    if not isinstance(above, HeadingElement | Paragraph) or len(above.text) > _LONGEST_TITLE:
        return ContentsElement(tuple(links))
    if not _TITLE.fullmatch(above.text.strip()):
        return ContentsElement(tuple(links))
    kept.pop()
    return ContentsElement(tuple(links), above.text)
