"""Pictures: where the original is, what it is called, and which are none."""

import hashlib
import re
from itertools import islice
from urllib.parse import unquote, urlsplit

from blog.importing.document import PictureElement
from blog.importing.markup.inline import Run, words_of
from blog.importing.markup.looks import Style, declarations
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import Node

_LAZY = (
    *("data-src", "data-original", "data-lazy-src", "data-lazy", "data-large_image", "data-full-url"),
    *("data-master", "data-zoom", "data-orig-file", "data-hi-res-src", "data-image", "data-bg", "data-url"),
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_STAND_INS = re.compile(
    r"^data:image/(?:gif|svg\+xml|png)[;,].{0,400}$|(?:^|[/_-])(?:blank|spacer|pixel|placeholder|transparent|loading|"
    r"lazy|1x1|clear)[^/]{0,20}\.(?:gif|png|svg|jpe?g|webp)(?:\?|$)",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE = re.compile(r"data:image/(png|jpe?g|gif|webp|avif|bmp|tiff?);base64,", re.IGNORECASE)
_SHOP_HOSTS = ("cdn.shopify.com", "cdn.shopifycdn.net")
_SHOP_SIZE = re.compile(
    r"_(?:\d{1,5}x\d{0,5}|x\d{1,5}|\{width\}x(?:\{height\})?|pico|icon|thumb|small|compact|medium|large|grande|master)"
    r"(?:_crop_[a-z]{1,10})?(?:@\dx)?(?:\.progressive)?(?=\.[a-zA-Z]{3,4}(?:$|\.))",
)
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,6})(?:\.\d+)?\s*(?:px)?\s*")
_LONGEST = 2_000
_MOST_LOOKED_AT = 50


def read_picture(reading: Reading, node: Node, style: Style) -> bool:
    """A picture, into the line it stands in; signs that are drawn are words, what nobody sees is told."""
    alt = words_of(node.get("alt"))
    if _is_sign(node):
        reading.add(Run(alt, style))
        return True
    address = address_in(node)
    if _is_dot(node):
        reading.set_aside(address or "?", "a picture nobody sees, which counts visitors")
        return True
    if address or alt:
        reading.add(PictureElement(name_of(address), alt, address=address if _can_be_had(address) else ""))
    if style.href:
        _tell_link(reading, style.href, address)
    return True


def read_without_scripts(reading: Reading, node: Node, style: Style) -> bool:
    """What is shown where scripts are off: a picture that has no address otherwise, and words nobody sees."""
    for inner in islice(node.walk(), _MOST_LOOKED_AT):
        if inner.name == "img" and name_of(address_in(inner)) not in reading.last_pictures():
            reading.drop_stand_in()
            read_picture(reading, inner, style)
    reading.set_aside(words_of(node.text()), "shown without scripts only")
    return True


def address_in(node: Node) -> str:
    """The address of the original of a picture; empty if it has none."""
    found = [node.get(name).strip() for name in _LAZY]
    found += [_largest(node.get(name)) for name in _SETS[1:]]
    source = node.get("src").strip()
    if source and not _STAND_INS.search(source[: _LONGEST * 2]):
        # A lazy picture without a stand-in has the address of a smaller one here.
        found.insert(len(found) if any(found) else 0, source)
    found.append(_largest(node.get("srcset")))
    if _INSIDE.match(source) and not source.startswith("data:image/gif"):
        # Small, and yet all there is.
        found.append(source)
    return original(next((address for address in found if address), ""))


def original(address: str) -> str:
    """The address of a picture as it was uploaded: with a scheme and, at the shop's own store, without a size."""
    if address[:5].casefold() == "data:":
        return address if _INSIDE.match(address) else ""
    if len(address) > _LONGEST:
        return ""
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if host in _SHOP_HOSTS or "/cdn/shop/" in parts.path:
        path = _SHOP_SIZE.sub("", parts.path)
        return parts._replace(scheme="https" if host else "", path=path, query="", fragment="").geturl()
    return address


def name_of(address: str) -> str:
    """The name a file beside the text would have."""
    if address.startswith("data:"):
        kind = _INSIDE.match(address)
        digest = hashlib.sha256(address.encode("utf-8", "ignore")).hexdigest()[:12]
        return f"picture-{digest}.{kind[1].casefold() if kind else 'png'}"
    bare = address.partition("?")[0].partition("#")[0].replace("\\", "/").rstrip("/")
    return words_of(unquote(bare.rpartition("/")[2]))[:200]


def _largest(srcset: str) -> str:
    """The address of the widest picture of a set."""
    best, widest = "", -1.0
    for part in srcset[:20_000].split(", "):
        address, _space, size = part.strip(" ,\n\t").rpartition(" ")
        address = address.strip() or size
        number = size.strip()[:-1]
        width = float(number) if number.replace(".", "", 1).isdecimal() and len(number) < 10 else 0.0
        if address and width > widest and not _STAND_INS.search(address):
            best, widest = address, width
    return best


def _is_sign(node: Node) -> bool:
    """Whether a picture stands for a sign within words."""
    return bool(node.get("alt")) and not {"emoji", "wp-smiley"}.isdisjoint(node.classes)


def _is_dot(node: Node) -> bool:
    looks = declarations(node)
    sizes = [_size(node.get(side) or looks.get(side, "")) for side in ("width", "height")]
    return any(size is not None and size <= 2 for size in sizes)


def _size(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else None


def _can_be_had(address: str) -> bool:
    scheme, colon, _rest = address.partition(":")
    return not colon or "/" in scheme or scheme.casefold() in ("http", "https", "data")


def _tell_link(reading: Reading, href: str, address: str) -> None:
    """A picture that leads elsewhere than to itself loses its link, which is told."""
    stem = name_of(address).rpartition(".")[0]
    if _PICTURE_FILE.search(href) and (name_of(original(href)) in address or not stem or stem[:6] in href):
        return
    reading.set_aside(href, "the link of a picture")
