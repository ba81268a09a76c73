"""Where a line of text may end."""

from functools import lru_cache
from itertools import pairwise

from .characters import is_ideograph, is_mark

# A break is allowed after these, but not inside a figure or a name such as "30–40", "1/2", "MK-7".
_AFTER = "-‐–—/"
# Never at the beginning, never at the end of a line (a short list after Unicode UAX 14, CL, NS and OP).
_CLOSING = "、。，．：；！？）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％‰°)]},.;:!?”’»…"
_OPENING = "（「『【〈《〔［｛([{“‘«"


@lru_cache(maxsize=2048)
def pieces(text: str) -> tuple[str, ...]:
    """Return a text of visible characters cut wherever a line may end; spaces stay with what they follow."""
    cuts = [at for at in range(1, len(text)) if _may_end(text, at)]
    turns = [0, *cuts, len(text)]
    return tuple(text[start:end] for start, end in pairwise(turns) if start < end)


def _may_end(text: str, at: int) -> bool:
    """Tell whether a line may end before the character at a place."""
    before, after = text[at - 1], text[at]
    if after == " " or is_mark(after):
        return False
    if before == " ":
        return True
    if before in _AFTER:
        # "-5" and "--" are held together, and so is what stands between two digits.
        return at > 1 and text[at - 2].isalnum() and after.isalpha()
    if after in _CLOSING or before in _OPENING:
        return False
    return is_ideograph(before) or is_ideograph(after)
