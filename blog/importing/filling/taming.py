"""Makes foreign HTML fit for the sanitiser: words in drawings are kept, and what would take long is refused."""

import re

from qnwellness.content.files import Unreadable

_SVG = re.compile(r"<(/?)(svg|text|tspan|foreignobject)\b", re.IGNORECASE)
_AS_HTML = {"svg": "div", "text": "div", "tspan": "span", "foreignobject": "div"}
# The sanitiser takes what is in an element of a drawing or a formula away with it.
_DRAWN = re.compile(
    r"</?(?:g|rect|path|circle|ellipse|line|poly(?:gon|line)|defs|use|symbol|(?:linear|radial)gradient|stop|clippath"
    r"|mask|pattern|marker|image|filter|fe[a-z]+|desc|metadata|animate[a-z]*|set|switch|textpath|view"
    r"|math|semantics|annotation|m[ions]|mtext|mrow|msu[bp]|msubsup|mfrac|msqrt)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*?(/?)>")
_VOID_NAMES = """
    area base br col embed hr img input link meta source track wbr p li td th tr dt dd thead tbody tfoot option
"""
_NEVER_OPEN = frozenset(_VOID_NAMES.split())
# A page of a thousand tags, ten deep, is at ten thousand.
_MOST_TANGLED = 2_000_000


def tamed(html: str) -> str:
    """Return HTML whose drawings are boxes of words.

    Raises Unreadable for elements nested so deeply that no page is built like that.
    """
    html = _SVG.sub(lambda tag: f"<{tag[1]}{_AS_HTML[tag[2].casefold()]}", _DRAWN.sub("", html))
    _refuse_tangles(html)
    return html


def _refuse_tangles(html: str) -> None:
    """Raise Unreadable where repairing the nesting could take long: it is quadratic in what stays open."""
    depth = deepest = tags = 0
    for match in _TAG.finditer(html):
        tags += 1
        if match[3] or match[2].casefold() in _NEVER_OPEN:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if tags * deepest > _MOST_TANGLED:
        raise Unreadable("The elements of this HTML are nested too deeply to be read.")
