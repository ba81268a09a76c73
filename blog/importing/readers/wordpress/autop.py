"""Paragraphs of the classic editor: it stores none, only blank lines between them and line feeds within.

Our own account of what WordPress makes of such text when it shows it (its function `wpautop`): a blank line or two
breaks part paragraphs, a line feed is a break, and what stands between the tags of blocks is left as it is.
"""

import re

from blog.importing.readers.wordpress.scanning import Kind, name_of, tokens

_BLOCK_NAMES = """
    table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address
    math style p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption
    details menu summary main center script svg iframe noscript textarea
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_VERBATIM = frozenset(("pre", "script", "style", "svg", "textarea"))
_VOID = frozenset(
    ("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# A heading stays one line; rows hold nothing but cells.
_ONE_LINE = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "legend", "summary", "dt")
)
_NO_TEXT = frozenset(("table", "thead", "tbody", "tfoot", "tr", "colgroup", "ul", "ol", "dl", "menu", "map"))
_ALWAYS_PARAGRAPHS = frozenset(("", "blockquote"))
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_FEED = re.compile(r"[^\S\n\u00a0]*\n[^\S\n\u00a0]*")
_BREAK = "<br />"
# Nobody nests more on purpose.
_MOST_PHRASES = 6


def with_paragraphs(html: str) -> str:
    """HTML in which paragraphs that are parted by blank lines are marked as such."""
    writer = _Writer()
    for kind, token in tokens(html.replace("\r\n", "\n").replace("\r", "\n")):
        if writer.is_verbatim:
            writer.take_verbatim(kind, token)
        elif kind is Kind.TEXT:
            writer.take_text(token)
        elif kind is Kind.COMMENT:
            writer.take_phrase(token)
        else:
            writer.take_tag(token)
    return writer.finished()


class _Writer:
    """Writes blocks as they come and collects what stands between them, a line at a time."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._line: list[str] = []
        self._blocks: list[str] = []
        # Phrases that are open: they end with each paragraph and begin anew in the next one.
        self._phrases: list[str] = []
        self._after_blank = False

    @property
    def is_verbatim(self) -> bool:
        return bool(self._blocks) and self._blocks[-1] in _VERBATIM

    def take_verbatim(self, kind: Kind, token: str) -> None:
        if kind is Kind.TAG and name_of(token) == f"/{self._blocks[-1]}":
            self._blocks.pop()
        self._out.append(token)

    def take_text(self, text: str) -> None:
        first, *rest = _BLANK_LINE.split(text)
        self._line.append(first)
        for part in rest:
            self._flush(before_blank=True)
            self._line.append(part)

    def take_phrase(self, token: str) -> None:
        self._line.append(token)

    def take_tag(self, tag: str) -> None:
        name = name_of(tag)
        bare = name.removeprefix("/")
        if bare == "br":
            self._break()
        elif bare not in _BLOCKS:
            self._follow_phrase(name, tag)
            self._line.append(tag)
        else:
            self._flush()
            self._out.append(tag)
            self._after_blank = False
            self._follow_block(name, tag)

    def finished(self) -> str:
        self._flush()
        return "".join(self._out)

    def _break(self) -> None:
        """A break; the second in a row parts paragraphs."""
        at = len(self._line)
        while at and not self._line[at - 1].strip():
            at -= 1
        if at and self._line[at - 1] == _BREAK:
            del self._line[at - 1 :]
            self._flush(before_blank=True)
        else:
            self._line.append(_BREAK)

    def _follow_phrase(self, name: str, tag: str) -> None:
        if name.startswith("/"):
            for at in range(len(self._phrases) - 1, -1, -1):
                if name_of(self._phrases[at]) == name[1:]:
                    del self._phrases[at]
                    return
        elif name not in _VOID and not tag.endswith("/>") and len(self._phrases) < _MOST_PHRASES:
            self._phrases.append(tag)

    def _follow_block(self, name: str, tag: str) -> None:
        if not name.startswith("/"):
            if name not in _VOID and not tag.endswith("/>"):
                self._blocks.append(name)
        elif name[1:] in self._blocks:
            while self._blocks.pop() != name[1:]:
                pass

    def _flush(self, before_blank: bool = False) -> None:
        """Write the line, as a paragraph where WordPress would make one of it."""
        text = "".join(self._line)
        self._line = []
        around = self._blocks[-1] if self._blocks else ""
        has_words = bool(text.strip(" \t\n"))
        if has_words:
            text = _with_breaks(text)
            is_paragraph = around in _ALWAYS_PARAGRAPHS or before_blank or self._after_blank
            self._out.append(self._written(text, around, is_paragraph, before_blank))
        elif around:
            self._out.append(text)
        if before_blank and self._phrases:
            self._line = list(self._phrases)
        self._after_blank = before_blank or (self._after_blank and not has_words)

    def _written(self, text: str, around: str, is_paragraph: bool, before_blank: bool) -> str:
        if around in _ONE_LINE:
            return text + (_BREAK if before_blank else "")
        ends = "".join(f"</{name_of(tag)}>" for tag in reversed(self._phrases)) if before_blank else ""
        if around == "p":
            return f"{text}{ends}</p>\n<p>" if before_blank else text
        if around in _NO_TEXT or not is_paragraph or not _has_more_than_comments(text):
            return text + ends
        return f"<p>{text}{ends}</p>\n"


def _with_breaks(text: str) -> str:
    """A line in which line feeds are breaks, except within tags and beside breaks."""
    parts: list[str] = []
    for kind, token in tokens(text.strip(" \t\n")):
        if kind is Kind.TEXT and "\n" in token:
            after_break = bool(parts) and parts[-1] == _BREAK
            lead = _LINE_FEED.match(token) if after_break else None
            token = "\n" * bool(lead) + _LINE_FEED.sub(f"{_BREAK}\n", token[lead.end() if lead else 0 :])
        elif kind is Kind.TAG and name_of(token) == "br" and parts and parts[-1].endswith(f"{_BREAK}\n"):
            continue
        parts.append(token)
    return "".join(parts)


def _has_more_than_comments(text: str) -> bool:
    return any(kind is not Kind.COMMENT and token.strip() for kind, token in tokens(text))
