"""The pictures of a page: the one above the text, and where they all can be had."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urljoin

from blog.importing.document import BoxElement, Element, HeadingElement, Paragraph, PictureElement
from blog.importing.markup.pictures import name_of, original
from blog.importing.readers.entities import mend_text
from blog.importing.readers.html.head import Head
from blog.importing.readers.html.linked_data import LinkedArticle

_NO_HERO = re.compile(
    r"(?:^|[-_.])(?:logo|favicon|icon|placeholder|no-?image|default)(?:$|[-_.\d])", re.IGNORECASE
)
_SAVED = re.compile(r"\./[^/]+[_.-](?:files|fichiers|dateien|archivos|bestanden)/", re.IGNORECASE)
_SIZE = re.compile(r"(?:_\d{0,5}x\d{0,5}|-\d{1,5}x\d{1,5}|-scaled|\(\d\))+$")
# How far down a picture may stand that is above the text, and how long a line before it may be.
_LEADING, _LONGEST_LINE = 3, 60


def hero_of(
    head: Head, linked: LinkedArticle, elements: tuple[Element, ...]
) -> tuple[PictureElement | None, tuple[Element, ...]]:
    """The picture above the text, and the elements without it; it is the one the page shares, or the first."""
    shared = original(
        head.meta("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src") or linked.image
    )
    name = name_of(shared) if shared else ""
    alt = mend_text(head.meta("og:image:alt", "twitter:image:alt"))
    leading = _leading(elements)
    if leading is not None and (not name or _stem(leading.name) == _stem(name)):
        rest = tuple(element for element in elements if element is not leading)
        address = shared or leading.address
        return replace(leading, alt=leading.alt or alt, address=address, name=name or leading.name), rest
    inside = any(isinstance(one, PictureElement) and _stem(one.name) == _stem(name) for one in flat(elements))
    if not name or inside or _NO_HERO.search(name.rpartition(".")[0]) or not shared.startswith(("http", "/")):
        return None, elements
    return PictureElement(name, alt, address=shared), elements


def _leading(elements: tuple[Element, ...]) -> PictureElement | None:
    """A picture before the first paragraph."""
    for element in elements[:_LEADING]:
        if isinstance(element, PictureElement):
            return element
        if not isinstance(element, HeadingElement) and not (
            isinstance(element, Paragraph) and len(element.html) < _LONGEST_LINE
        ):
            return None
    return None


def _stem(name: str) -> str:
    """The name of a picture without its size and its kind, which browsers change when they save it."""
    bare = _SIZE.sub("", name.rpartition(".")[0] or name)
    return bare.casefold()


def with_addresses(elements: Iterable[Element], base: str) -> Iterator[Element]:
    """Elements whose pictures have whole addresses, where it is known where the page was.

    What a browser saved beside a page has none of its own.
    """
    for element in elements:
        if isinstance(element, BoxElement):
            yield replace(element, elements=tuple(with_addresses(element.elements, base)))
        elif isinstance(element, PictureElement) and base and element.address[:1] in ("/", "."):
            yield replace(element, address=_joined(base, element.address))
        else:
            yield element


def _joined(base: str, address: str) -> str:
    if _SAVED.match(address):
        return address
    try:
        return original(urljoin(base, address))
    except ValueError:
        return address


def flat(elements: Iterable[Element]) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, BoxElement):
            yield from flat(element.elements)
        else:
            yield element
