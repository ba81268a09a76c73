"""Text that was decoded wrongly before it came here: UTF-8 taken for Windows-1252, once or twice."""

import re

from ftfy import TextFixerConfig, fix_encoding
from ftfy.badness import is_bad

# Signs such text cannot do without, so that nearly all lines are left alone at once.
_SUSPECT = re.compile("[ÂÃâÅÎÐØ×ã\x80-\x9f][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ]|[\x80-\x9f]")
# Quotation marks, dashes and signs like ™ and •, in three characters each.
_THREE = re.compile("â[\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# What is lost stays so: nothing is guessed.
_CONFIG = TextFixerConfig(replace_lossy_sequences=False, unescape_html=False)
_PIECE = re.compile(r"(?s).{1,4000}(?:\s|$)|.{1,4000}")
_LONGEST_EXAMPLE = 40


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """A text in which what is clearly such a mistake is undone, and what a person should know of it.

    Only what cannot be meant is changed ("â€™", "cafÃ©"); time grows with the length of the text.
    """
    if not _SUSPECT.search(text):
        return text, _about_lost(text)
    count, example, lines = 0, "", []
    for line in text.split("\n"):
        better = _mended_line(line) if _SUSPECT.search(line) else line
        if better != line:
            count += 1
            example = example or _example(line, better)
        lines.append(better)
    text = "\n".join(lines)
    if not count:
        return text, _about_lost(text)
    note = f"Signs that were encoded twice were mended in {count:,} {'line' if count == 1 else 'lines'} ({example})."
    return text, (note, *_about_lost(text))


def _mended_line(line: str) -> str:
    pieces = _PIECE.findall(line) if len(line) > 4_000 else [line]
    return "".join(_mended_piece(piece) if _SUSPECT.search(piece) else piece for piece in pieces)


def _mended_piece(piece: str) -> str:
    if is_bad(piece) or re.search("[\x80-\x9f]", piece):
        piece = fix_encoding(piece, _CONFIG)
    return _THREE.sub(lambda found: _sign(found[0]), piece)


def _sign(three: str) -> str:
    """The one character three were, if that is one of punctuation or a sign; otherwise the three."""
    try:
        sign = three.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return three
    return sign if len(sign) == 1 and "\u2000" <= sign < "\u2c00" else three


def _example(line: str, better: str) -> str:
    """The first word that became another one."""
    for old, new in zip(line.split(), better.split(), strict=False):
        if old != new:
            return f"“{new[:_LONGEST_EXAMPLE]}” for “{old[:_LONGEST_EXAMPLE]}”"
    return f"“{better.strip()[:_LONGEST_EXAMPLE]}”"


def _about_lost(text: str) -> tuple[str, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    signs = "One sign was" if count == 1 else f"{count:,} signs were"
    return (f"Line {line}: {signs} lost before the text came here and shows as “\ufffd”.",)
