"""What of a post's content is not part of its text, collected while it is turned into HTML."""

from collections.abc import Iterator

from blog.importing.document import SetAside, plain_text


class Telling:
    """Words that are set aside, by reason, and notes, each once."""

    def __init__(self) -> None:
        self._aside: dict[tuple[str, str], list[str]] = {}
        self._notes: dict[str, None] = {}

    def aside(self, reason: str, text: str, group: str = "") -> None:
        """Tell of words that are set aside; those of one group and reason are told together."""
        words = plain_text(text) or " ".join(text.split())
        if words:
            self._aside.setdefault((reason, group), []).append(words)

    def note(self, text: str) -> None:
        """Tell what a person should know."""
        self._notes[text] = None

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        return tuple(self._told())

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._notes)

    def _told(self) -> Iterator[SetAside]:
        for (reason, _group), texts in self._aside.items():
            yield SetAside(0, " ".join(texts), reason)
