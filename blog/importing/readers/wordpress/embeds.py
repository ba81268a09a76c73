"""Addresses that stand alone: WordPress shows what they lead to, a film above all, in their place."""

import re
from html import escape, unescape

from blog.importing.readers.wordpress.scanning import Kind, name_of, tokens
from qnwellness.content.video import parse_video

_ALONE = re.compile(r"(?m)^[^\S\n]*(https?://[^\s<>\"\[\]]{4,2000})[^\S\n]*$")
_ALONE_IN_TAGS = re.compile(r">\s{0,100}https?://[^\s<>\"]{4,2000}\s{0,100}(?:<|$)")
_PHRASES_NAMES = "a strong em b i u s span code small sub sup mark cite q abbr del ins font img"
_PHRASES = frozenset(_PHRASES_NAMES.split())
_LITERAL = frozenset(("pre", "script", "style", "code", "textarea"))


def with_embeds(html: str) -> str:
    """HTML in which addresses on lines of their own are films or links."""
    if not _ALONE.search(html) and not _ALONE_IN_TAGS.search(html):
        return html
    found = list(tokens(html))
    parts: list[str] = []
    literal = ""
    for number, (kind, token) in enumerate(found):
        if kind is Kind.TAG:
            name = name_of(token)
            if not literal and name in _LITERAL:
                literal = name
            elif literal and name == f"/{literal}":
                literal = ""
        elif kind is Kind.TEXT and not literal and "://" in token:
            before = found[number - 1] if number else None
            after = found[number + 1] if number + 1 < len(found) else None
            token = _with_embeds(token, _is_phrase(before), _is_phrase(after))
        parts.append(token)
    return "".join(parts)


def embed(address: str) -> str:
    """What an address is replaced by: a film's player, or else a link to it."""
    bare = unescape(address.strip())
    if parse_video(bare):
        return f'<figure><iframe src="{escape(bare)}"></iframe></figure>'
    return f'<p><a href="{escape(bare)}">{escape(bare)}</a></p>'


def _with_embeds(text: str, after_phrase: bool, before_phrase: bool) -> str:
    def made(line: re.Match[str]) -> str:
        # The first and the last line may go on in a phrase beside it.
        if (after_phrase and line.start() == 0) or (before_phrase and line.end() == len(text)):
            return line[0]
        return f"\n{embed(line[1])}\n"

    return _ALONE.sub(made, text)


def _is_phrase(token: tuple[Kind, str] | None) -> bool:
    return token is not None and token[0] is Kind.TAG and name_of(token[1]).lstrip("/") in _PHRASES
