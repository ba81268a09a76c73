"""A line of words, pictures and breaks -> paragraphs, titles in bold type, lists typed by hand, films."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from blog.importing.document import HeadingElement, Paragraph, PictureElement, VideoElement
from blog.importing.markup.inline import BREAK, Run, has_words, html_of, spaced, text_of
from blog.importing.markup.reading import Anchor, Piece, Reading
from blog.importing.markup.typed_lists import marked
from qnwellness.content.video import parse_video

# The level of a line that is a title by its bold type only: below every heading.
BOLD = 7
_LONGEST_TITLE = 100
_NO_TITLE = (".", ",", ";", "…")
_ADDRESS = re.compile(r"(?:\[embed[^\[\]]{0,100}\]\s*)?(https?://[^\s\[\]]+)(?:\s*\[/embed\])?")


def end_line(reading: Reading, line: list[Piece]) -> None:
    """Put the elements of a line into the reading: two line breaks part paragraphs."""
    for part in _parts(line):
        _put_part(reading, part)


def runs_of(pieces: Sequence[Piece]) -> list[Run]:
    """The words of a line without its pictures and anchors."""
    return [piece for piece in pieces if isinstance(piece, Run)]


def figures_of(pieces: Sequence[Piece]) -> list[PictureElement | VideoElement]:
    """The pictures and films of a line."""
    return [piece for piece in pieces if isinstance(piece, PictureElement | VideoElement)]


def anchors_of(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The places in a line that links can name."""
    return tuple(piece.name for piece in pieces if isinstance(piece, Anchor))


def _parts(line: list[Piece]) -> Iterator[list[Piece]]:
    part: list[Piece] = []
    breaks = 0
    for piece in line:
        if isinstance(piece, Run) and piece.text == BREAK:
            breaks += 1
        elif not isinstance(piece, Run) or has_words((piece,)):
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(piece)
    yield part


def _put_part(reading: Reading, part: list[Piece]) -> None:
    words = next(
        (at for at, piece in enumerate(part) if isinstance(piece, Run) and has_words((piece,))), None
    )
    if words is None:
        reading.lead_here(anchors_of(part))
        reading.put(*figures_of(part))
        return
    reading.put(*figures_of(part[:words]))
    reading.lead_here(anchors_of(part))
    for lines in _stretches(_split(spaced(runs_of(part)))):
        reading.put(_element(lines))
    reading.put(*figures_of(part[words:]))


def _split(runs: Iterator[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _stretches(lines: list[list[Run]]) -> Iterator[list[list[Run]]]:
    """The lines of one paragraph, parted where one is a title in bold type or an item of a list typed by hand."""
    if len(lines) == 1:
        yield lines
        return
    items = [marked(text_of(line)) is not None for line in lines]
    are_items = sum(items) > 1
    stretch: list[list[Run]] = []
    for at, line in enumerate(lines):
        alone = (items[at] and are_items) or (at == 0 and _heads(lines))
        if alone and stretch:
            yield stretch
            stretch = []
        stretch.append(line)
        if alone:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _heads(lines: list[list[Run]]) -> bool:
    """Whether the first of several lines is a title in bold type over words that are not."""
    return (
        _is_title(lines[0])
        and not text_of(lines[0]).endswith(":")
        and not any(run.style.bold for run in chain(*lines[1:]) if run.text.strip())
    )


def _element(lines: list[list[Run]]) -> HeadingElement | Paragraph | VideoElement:
    if len(lines) == 1:
        (line,) = lines
        if video := _video(line):
            return video
        if _is_title(line):
            return HeadingElement(text_of(line), BOLD)
    runs = list(lines[0])
    for line in lines[1:]:
        runs += [Run(BREAK), *line]
    return Paragraph(html_of(runs))


def _is_title(line: Sequence[Run]) -> bool:
    """Whether a line is bold from end to end and reads like a title."""
    if not all(
        run.style.bold and not run.style.href and not run.style.note for run in line if run.text.strip()
    ):
        return False
    text = text_of(line)
    has_letters = any(letter.isalpha() for letter in text[: _LONGEST_TITLE + 1])
    return has_letters and len(text) <= _LONGEST_TITLE and not text.endswith(_NO_TITLE) and not marked(text)


def _video(line: Sequence[Run]) -> VideoElement | None:
    """A film, where a line is nothing but a link to it or its address."""
    text = text_of(line)
    hrefs = {run.style.href for run in line if run.text.strip()}
    href = hrefs.pop() if len(hrefs) == 1 else ""
    written = _ADDRESS.fullmatch(text)
    address = href or (written[1] if written else "")
    if not address or parse_video(address) is None:
        return None
    return VideoElement(address, "" if written else text)
