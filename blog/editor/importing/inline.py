"""Inline HTML as the few things a template needs to show it without trusting it: words, bold, and where they lead."""

from dataclasses import dataclass
from html.parser import HTMLParser

_STRONG = ("b", "strong", "em", "i")
_BREAKS = ("br", "p", "li", "ul", "ol", "tr", "div", "blockquote", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `href` is the address they lead to, `is_break` that a new line begins before them."""

    text: str
    is_strong: bool = False
    href: str = ""
    is_break: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._strong = 0
        self._href = ""
        self._breaks = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STRONG:
            self._strong += 1
        elif tag == "a":
            said = dict(attrs)
            self._href = said.get("href") or said.get("handle") or ""
        elif tag in _BREAKS:
            self._breaks = bool(self.runs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _STRONG:
            self._strong = max(0, self._strong - 1)
        elif tag == "a":
            self._href = ""
        elif tag in _BREAKS:
            self._breaks = bool(self.runs)

    def handle_data(self, data: str) -> None:
        if data.strip() or not self._breaks:
            self.runs.append(Run(data, bool(self._strong), self._href, self._breaks))
            self._breaks = False


def runs_of(html: str) -> tuple[Run, ...]:
    """Return inline HTML as runs of words, in their order. Nothing of it but words and addresses is left."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.runs)


def words_of(runs: tuple[Run, ...]) -> str:
    """Return the words alone, with single spaces."""
    return " ".join("".join(f" {run.text}" if run.is_break else run.text for run in runs).split())
