"""Style sheets and pages without what a browser skips: comments, line breaks, indentation, a last semicolon.

Nothing else is rewritten. A minifier has to know the newest of CSS for that: one that is much used takes the
space out of `.table :is(th, td)` inside a layer, which then selects something else.
"""

import re

_TOKEN = re.compile(
    r"""
    # Strings, addresses without quotes, escapes: kept as they are.
    (?P<kept> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | url\([^)"']*\) | \\. )
    # A comment that touches words on both sides parts them, and is not the same as a space.
    | (?P<parting> (?<=[^\s{};,>()]) (?>/\*.*?\*/) (?=[^\s{};,>()/]) )
    | (?P<comment> /\*.*?\*/ )
    # Space around these means nothing. A colon is only followed by one after a property's name.
    | (?P<mark> [;\s]*\}\s* | \s*[{;,>]\s* | :\s+ | \(\s+ | \s+\) )
    | (?P<space> \s+ )
    """,
    re.VERBOSE | re.DOTALL,
)


# A row of spaces is looked at once, from its beginning.
_INDENTATION = re.compile(r"(?<![^\S\n])[^\S\n]*+\n\s*+")
# Space is shown as it is written in these.
_SHOWS_SPACE = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)


def minify_html(html: str) -> str:
    """Return a page without indentation and empty lines, or as it is where it shows text with its line breaks."""
    return html if _SHOWS_SPACE.search(html) else _INDENTATION.sub("\n", html)


def minify_css(css: str) -> str:
    """Return a style sheet in fewer letters that means the same as `css`, which must be valid."""
    return _TOKEN.sub(_shortened, _TOKEN.sub(_without_comment, css)).strip()


def _without_comment(found: re.Match[str]) -> str:
    if found["comment"]:
        return " "
    return "/**/" if found["parting"] else found[0]


def _shortened(found: re.Match[str]) -> str:
    if found["mark"]:
        return found["mark"].strip(" \t\r\n\f;") or ";"
    return " " if found["space"] else found[0]
