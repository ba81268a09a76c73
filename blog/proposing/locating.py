"""Where in the editor's form a figure stands, in words, and whether a fact can be put there."""

from collections.abc import Iterable

from ..evidence.placed import PlacedFigure
from .fields import TextField
from .figures import Hindrance, Place
from .rich_text import OpenText


class Locator:
    """Finds the places of figures among the texts of a body; each text is opened once, if at all."""

    def __init__(self, fields: Iterable[TextField], *, looks_closely: bool) -> None:
        self._fields = {(field.place, field.cell): field for field in fields}
        self._looks_closely = looks_closely
        self._opened: dict[tuple[str, str], OpenText] = {}

    def places(self, placed: Iterable[PlacedFigure]) -> tuple[Place, ...]:
        """Return where figures stand, in their order."""
        return tuple(self._place(one) for one in placed)

    def _place(self, one: PlacedFigure) -> Place:
        field = self._fields.get((one.place, one.cell))
        return Place(
            one.place,
            one.words,
            one.turn,
            before=one.sentence[: one.start],
            after=one.sentence[one.end :],
            section=field.section if field else "",
            label=" · ".join(field.labels) if field else "",
            cell=one.cell,
            unit=field.unit if field and field.is_figure else None,
            hindrance=self._hindrance(one, field),
        )

    def _hindrance(self, one: PlacedFigure, field: TextField | None) -> Hindrance:
        if field is None or not field.takes_facts:
            return Hindrance.PLAIN
        if field.is_figure or not self._looks_closely:
            return Hindrance.NONE
        key = (field.place, field.cell)
        if key not in self._opened:
            self._opened[key] = OpenText(field.raw, field.block.features)
        spots = self._opened[key].find(one.words)
        if one.turn >= len(spots):
            return Hindrance.LOST
        return Hindrance.LINKED if spots[one.turn].is_linked else Hindrance.NONE
