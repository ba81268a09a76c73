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
    """Return a text in as many lines as allowed, cut behind a word and marked where there are more."""
    whole = Text.of(text, style, align=align)
    if len(whole.lines(width)) <= most_lines:
        return whole
    cuts = _ends(visible(text))
    low, high = 0, len(cuts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if len(Text.of(cuts[middle] + _CUT, style).lines(width)) <= most_lines:
            low = middle
        else:
            high = middle - 1
    return Text.of(cuts[low] + _CUT, style, align=align)


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


def _ends(text: str) -> list[str]:
    """Return the beginnings a text may be cut to, shortest first: behind its words, or letters in one long word."""
    parts: Sequence[str] = pieces(text)
    if len(parts) < 4:
        parts = list(clusters(text))
    return ["".join(parts[:count]).rstrip(" ,;:–—-") for count in range(1, len(parts) + 1)]
