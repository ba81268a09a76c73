"""What a person is told of a document: what is left out of it, and what was decided for them."""

from collections import Counter
from dataclasses import dataclass, field

from blog.importing.document import SetAside


@dataclass(slots=True)
class Told:
    """Collected while a document is prepared. `title` and `subtitle` are what its styles call so."""

    title: str = ""
    subtitle: str = ""
    set_aside: list[SetAside] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def aside(self, text: str, reason: str, place: str = "") -> None:
        """Tell words that are no part of the article, if there are any."""
        if text:
            self.set_aside.append(SetAside(0, text, reason, place))

    def notes(self) -> tuple[str, ...]:
        """One line for each kind of thing that was decided."""
        lines = []
        taken, left = self.counts["inserted"], self.counts["deleted"]
        if taken or left:
            lines.append(
                f"The document had tracked changes: {_of(taken, 'insertion')} taken in, "
                f"{_of(left, 'deletion')} left out."
            )
        if boxes := self.counts["boxes"]:
            lines.append(
                f"The words of {_of(boxes, 'text box', 'text boxes')} come right below where the box is."
            )
        if equations := self.counts["equations"]:
            lines.append(f"{_of(equations, 'equation')} came as plain characters; check how they read.")
        if pictures := self.counts["pictures"]:
            lines.append(
                f"{_of(pictures, 'picture')} of the document cannot be shown on a page (drawings of Windows)."
            )
        return tuple(lines)


def _of(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
