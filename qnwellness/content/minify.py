"""Style sheets and pages without what a browser skips: comments, line breaks, indentation, keys, a last semicolon.

Of what is written one after the other for the same layer of the cascade, the layer is named once. Nothing else is
rewritten. A minifier has to know the newest of CSS for that: one that is much used takes the
space out of `.table :is(th, td)` inside a layer, which then selects something else.
"""

import re
from collections.abc import Iterator

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

_LAYER = re.compile(r"@layer [\w.-]+\{")

# A row of spaces is looked at once, from its beginning.
_INDENTATION = re.compile(r"(?<![^\S\n])[^\S\n]*+\n\s*+")
# What the editor knows a paragraph by comes first of its attributes, and means nothing to a reader.
_BLOCK_KEY = re.compile(r"""(<[a-z][a-z0-9]*) data-block-key="[a-z0-9]*\"""")
# Space is shown as it is written in these.
_SHOWS_SPACE = re.compile(r"<(?:pre|textarea)\b", re.IGNORECASE)


def minify_html(html: str) -> str:
    """Return a page without the keys of its paragraphs, and without indentation where no text shows its line breaks."""
    html = _BLOCK_KEY.sub(r"\1", html)
    return html if _SHOWS_SPACE.search(html) else _INDENTATION.sub("\n", html)


def minify_css(css: str) -> str:
    """Return a style sheet in fewer letters that means the same as `css`, which must be valid."""
    return _with_layers_joined(_TOKEN.sub(_shortened, _TOKEN.sub(_without_comment, css)).strip())


def _without_comment(found: re.Match[str]) -> str:
    if found["comment"]:
        return " "
    return "/**/" if found["parting"] else found[0]


def _shortened(found: re.Match[str]) -> str:
    if found["mark"]:
        return found["mark"].strip(" \t\r\n\f;") or ";"
    return " " if found["space"] else found[0]


def _with_layers_joined(css: str) -> str:
    """Join blocks of one layer that follow each other in a style sheet without comments."""
    joined: list[str] = []
    layer = ""
    for rule in _rules(css):
        found = _LAYER.match(rule)
        if found and found[0] == layer:
            before = joined.pop()[:-1]
            joined.append(f"{before}{'' if before[-1] in '{}' else ';'}{rule[found.end() :]}")
        else:
            joined.append(rule)
        layer = found[0] if found else ""
    return "".join(joined)


def _rules(css: str) -> Iterator[str]:
    """Yield the outermost rules, which come back to the whole when they are put one after the other."""
    start = depth = 0
    for token in _TOKEN.finditer(css):
        depth += token[0].count("{") - token[0].count("}") if token["mark"] else 0
        if token["mark"] and depth == 0 and token[0] != ">":
            yield css[start : token.end()]
            start = token.end()
    yield css[start:]
