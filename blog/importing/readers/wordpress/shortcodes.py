"""Shortcodes: `[name attribute="value"]` in a text, which WordPress and its plugins replace when they show it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from blog.importing.readers.wordpress.scanning import Kind, tokens
from blog.importing.readers.wordpress.telling import Telling

Attributes = Mapping[str, str]
# Makes HTML of the attributes of a shortcode and what stands between it and its end, which is None without one.
Handler = Callable[[Attributes, str | None], str]

_SHORTCODE = re.compile(
    r"(?P<open>\[?)\[(?P<close>/?)(?P<name>[a-zA-Z][\w-]{0,60})(?P<attributes>(?:[\s/\u00a0][^\[\]]{0,4000})?)\]"
    r"(?P<end>\]?)"
)
_ATTRIBUTE = re.compile(
    r"""\s*(?:(?P<name>[\w.:-]{1,60})\s*=\s*)?(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=]+))(?=\s|$|/)"""
)
# Names of well-known ones that often stand alone and without attributes.
_ALONE_NAMES = """
    gallery playlist toc ez-toc lwptoc contact-form contact-form-7 wpforms gravityform ninja_form mailpoet_form sitemap
    products cart checkout sharethis addtoany archives related_posts print_link row clear divider spacer
"""
_ALONE = frozenset(_ALONE_NAMES.split())
_CURLY = str.maketrans({"“": '"', "”": '"', "″": '"', "‘": "'", "’": "'", "\u00a0": " "})
_DEEPEST = 5
_OF_PLUGIN = "a shortcode of a plugin"


def replaced(text: str, handlers: Mapping[str, Handler], telling: Telling, depth: int = 0) -> str:
    """A text in which known shortcodes are HTML and the tags of all others are told; what stands between these stays.

    A word in brackets is a shortcode only where it has attributes, an end or a well-known name.
    """
    if depth > _DEEPEST or not _SHORTCODE.search(text):
        return text
    found = list(_SHORTCODE.finditer(_masked(text)))
    ends: dict[str, list[int]] = defaultdict(list)
    for number, code in enumerate(found):
        if code["close"]:
            ends[code["name"].casefold()].append(number)
    parts: list[str] = []
    at = number = 0
    while number < len(found):
        code = found[number]
        parts.append(text[at : code.start()])
        made, number = _made(text, found, number, ends, handlers, telling, depth)
        parts.append(made)
        at = found[number - 1].end()
    return "".join((*parts, text[at:]))


def attributes_of(text: str) -> dict[str, str] | None:
    """The attributes in a shortcode; values without a name are numbered. None for text that is none of attributes."""
    text = text.translate(_CURLY).strip().removesuffix("/").strip()
    found: dict[str, str] = {}
    at = count = 0
    while at < len(text):
        one = _ATTRIBUTE.match(text, at)
        if one is None:
            return None
        value = next(value for value in (one["double"], one["single"], one["bare"]) if value is not None)
        if one["name"]:
            found[one["name"].casefold()] = value
        else:
            found[str(count)] = value
            count += 1
        at = one.end()
        if text[at : at + 1] == "/":
            at += 1
    return found


def _masked(text: str) -> str:
    """The text with brackets only where they are not within tags and comments."""
    return "".join(
        token if kind is Kind.TEXT else token.replace("[", "\0").replace("]", "\0")
        for kind, token in tokens(text)
    )


def _made(
    text: str,
    found: Sequence[re.Match[str]],
    number: int,
    ends: Mapping[str, Sequence[int]],
    handlers: Mapping[str, Handler],
    telling: Telling,
    depth: int,
) -> tuple[str, int]:
    """What a shortcode becomes, and the number of the one to go on with."""
    code = found[number]
    raw = text[code.start() : code.end()]
    if code["open"] and code["end"]:
        # Doubled brackets show a shortcode instead of running it.
        return raw[1:-1], number + 1
    name = code["name"].casefold()
    own = text[code.start() + len(code["open"]) : code.end() - len(code["end"])]
    later = ends.get(name, ())
    at = bisect_left(later, number + 1)
    end = later[at] if at < len(later) and not code["close"] else None
    attributes = attributes_of(text[code.start("attributes") : code.end("attributes")])
    if name in handlers and not code["close"] and attributes is not None:
        inside = text[code.end() : found[end].start()] if end is not None else None
        if inside is not None:
            inside = replaced(inside, handlers, telling, depth + 1)
        made = handlers[name](attributes, inside)
        return code["open"] + made + code["end"], (end if end is not None else number) + 1
    if not _is_shortcode(code, attributes, has_end=end is not None, ends=ends):
        return raw, number + 1
    telling.aside(f"{_OF_PLUGIN} (“{code['name']}”)", own, name)
    return code["open"] + code["end"], number + 1


def _is_shortcode(
    code: re.Match[str], attributes: Attributes | None, has_end: bool, ends: Mapping[str, Sequence[int]]
) -> bool:
    name = code["name"]
    if code["close"] or has_end:
        return attributes is not None and name.casefold() in ends
    if name in _ALONE or code["attributes"].rstrip().endswith("/"):
        return True
    if not attributes:
        return attributes is not None and "_" in name
    is_named = any(not key.isdecimal() for key in attributes)
    return is_named and name == name.casefold() and len(name) > 1
