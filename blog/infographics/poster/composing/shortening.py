"""Text that has to fit a number of lines, said shorter where it does not."""

from collections.abc import Sequence

from ..boxes.line import Style
from ..boxes.text import Align, Text
from ..text.breaking import pieces
from ..text.characters import visible
from ..text.shaping import clusters
from ..wording import Wording

_CUT = "…"


def shortened(text: str, style: Style, width: float, most_lines: int, *, align: Align = "start") -> Text:
    """Return a text in as many lines as allowed, cut behind a word and marked where there are more.

    One word that is longer than that is cut in itself.
    """
    whole = Text.of(text, style, align=align)
    if len(whole.lines(width)) <= most_lines:
        return whole
    shown = visible(text)
    for parts in (pieces(shown), tuple(clusters(shown))):
        best = _longest([f"{end}{_CUT}" for end in _ends(parts)], style, width, most_lines)
        if best:
            break
    return Text.of(best or _CUT, style, align=align)


def _longest(beginnings: Sequence[str], style: Style, width: float, most_lines: int) -> str:
    """Return the longest of beginnings, shortest first, that has no more lines than allowed; "" if none has."""
    low, high = 0, len(beginnings)
    while low < high:
        middle = (low + high) // 2
        if len(Text.of(beginnings[middle], style).lines(width)) <= most_lines:
            low = middle + 1
        else:
            high = middle
    return beginnings[low - 1] if low else ""


def cited(sources: Sequence[str], words: Wording, style: Style, width: float, most_lines: int) -> Text:
    """Return a line that names sources, as many as it holds, and how many more there are."""
    shown = [source for source in map(visible, sources) if source]
    for count in range(len(shown), 0, -1):
        left = len(shown) - count
        more = [words.more.replace("{count}", str(left))] if left else []
        text = Text.of(f"{words.sources}: {'; '.join([*shown[:count], *more])}", style)
        if len(text.lines(width)) <= most_lines:
            return text
    return shortened(f"{words.sources}: {shown[0]}", style, width, most_lines) if shown else Text()


def _ends(parts: Sequence[str]) -> list[str]:
    """Return what a text may be cut to behind each of its parts, shortest first."""
    return ["".join(parts[:count]).rstrip(" ,;:–—-") for count in range(1, len(parts))]
