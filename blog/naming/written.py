"""Names of products that are written in an article and linked to nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .names import Found, Name, Names
from .running import Paragraph, paragraphs

_ENDS = (". ", "! ", "? ", "… ", ".” ", "\n")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class NamingText:
    """A text that may name products. `section` counts the headings before it; without `takes_links` it is plain.

    `place` leads to it in the editor's form.
    """

    html: str
    place: str
    section: int = 0
    is_rich: bool = True
    takes_links: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A name that is written, with the sentence around it."""

    name: Name
    place: str
    section: int
    before: str
    words: str
    after: str
    can_be_linked: bool


def written_names(texts: Iterable[NamingText], names: Names) -> Iterator[Written]:
    """Yield the names in texts that stand in no link, in order."""
    for text in texts:
        for paragraph in paragraphs(text.html) if text.is_rich else [Paragraph(text.html)]:
            for found in names.find(paragraph.text):
                if not paragraph.is_linked(found.start, found.end):
                    yield _written(text, paragraph.text, found)


def _written(text: NamingText, words: str, found: Found) -> Written:
    before, after = words[: found.start], words[found.end :]
    begun = max((before.rfind(end) + len(end) for end in _ENDS if end in before), default=0)
    ended = min((after.find(end) + len(end) for end in _ENDS if end in after), default=len(after))
    return Written(
        found.name,
        text.place,
        text.section,
        _shortened(before[begun:], at_start=True),
        " ".join(words[found.start : found.end].split()),
        _shortened(after[:ended].rstrip(), at_start=False),
        can_be_linked=text.takes_links,
    )


def _shortened(words: str, *, at_start: bool) -> str:
    """Return what stands beside a name, without what would take too long to read."""
    plain = words.replace("\ufffb", "")
    if len(plain) <= _LONGEST:
        return plain
    return "…" + plain[-_LONGEST:] if at_start else plain[:_LONGEST] + "…"
