"""Headings the source marks as such."""

from blog.importing.document import HeadingElement, Paragraph
from blog.importing.markup.inline import Run, inline_html, inline_text
from blog.importing.markup.kinds import HEADINGS
from blog.importing.markup.lines import anchors_of, figures_of, runs_of
from blog.importing.markup.looks import Style
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import Node

# Longer than any heading: text that was made large.
_LONGEST = 250
# The words of a link to the heading itself.
_LINKS_TO_ITSELF = frozenset(("#", "¶", "§", "🔗", "permalink", "link to this heading", "direct link"))


def read_heading(reading: Reading, node: Node, style: Style) -> bool:
    """A heading; a picture in it follows it, a link or a mark in it is told."""
    pieces = reading.line_of(node, style._replace(href=""))
    runs = [run for run in runs_of(pieces) if not _leads_to_itself(run)]
    reading.lead_here(anchors_of(pieces))
    text = inline_text(run for run in runs if not run.style.note)
    if not text:
        _drop(reading, node, bool(figures_of(pieces)))
    elif len(text) > _LONGEST:
        reading.put(Paragraph(inline_html(runs)))
    else:
        reading.put(HeadingElement(text, _level(node)))
        _tell(reading, runs)
    reading.put(*figures_of(pieces))
    return True


def _level(node: Node) -> int:
    level = node.get("aria-level")
    if node.name in HEADINGS:
        return HEADINGS[node.name]
    return int(level) if level in ("1", "2", "3", "4", "5", "6") else 2


def _leads_to_itself(run: Run) -> bool:
    return run.style.href.startswith("#") and run.text.strip().casefold() in _LINKS_TO_ITSELF


def _drop(reading: Reading, node: Node, has_picture: bool) -> None:
    if not has_picture:
        reading.set_aside(f"<{node.name}>", "an empty heading")


def _tell(reading: Reading, runs: list[Run]) -> None:
    for note in dict.fromkeys(run.text.strip() for run in runs if run.style.note):
        reading.set_aside(note, "the mark of a footnote in a heading")
    for href in dict.fromkeys(run.style.href for run in runs if run.style.href):
        if not href.startswith("#"):
            reading.set_aside(href, "the link of a heading")
