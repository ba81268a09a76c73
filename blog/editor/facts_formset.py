"""All forms of the screen "Facts of this article", sent together."""

from functools import cached_property
from typing import Any

from ..models import Fact
from ..proposing.figures import ArticleFigures, TypedFigure
from ..proposing.linking import Link
from .facts_forms import KnownFigureForm, NewFactForm


class FactsForms:
    """A form for each figure, those that were sent filled in. Who may not add facts is offered those there are."""

    def __init__(self, data: Any, figures: ArticleFigures, *, may_add: bool) -> None:
        self._data = data
        self._figures = figures
        self._may_add = may_add

    @cached_property
    def known(self) -> list[KnownFigureForm]:
        """Return the forms of figures that state facts of the site."""
        others = () if self._may_add else (*self._figures.repeated, *self._figures.single)
        figures = (*self._figures.known, *(one for one in others if one.facts))
        return [KnownFigureForm(self._data, figure=one, facts=self._facts) for one in figures]

    @cached_property
    def repeated(self) -> list[NewFactForm]:
        """Return the forms of figures that stand at several places: they are ticked."""
        return self._new(self._figures.repeated, ticked=True)

    @cached_property
    def single(self) -> list[NewFactForm]:
        """Return the forms of figures that stand at one place: they are not ticked."""
        return self._new(self._figures.single, ticked=False)

    @cached_property
    def _facts(self) -> dict[int, Fact]:
        """Return the facts that have one of these figures. One query, if there are any."""
        figures = (*self._figures.known, *self._figures.repeated, *self._figures.single)
        ids = {pk for figure in figures for pk in figure.facts}
        return Fact.objects.in_bulk(ids) if ids else {}

    @property
    def all(self) -> list[KnownFigureForm | NewFactForm]:
        """Return every form, in the order of the screen."""
        return [*self.known, *self.repeated, *self.single]

    @property
    def can_do_anything(self) -> bool:
        """Tell whether there is anything to tick."""
        return any(form.figure.open_places for form in self.all)

    @property
    def has_ticked_single(self) -> bool:
        """Tell whether one of the figures that stand at one place is ticked, so that they must be seen."""
        return any(form.is_wanted for form in self.single)

    def are_valid(self) -> bool:
        """Tell whether everything that is ticked can be done; every form then shows what is wrong with it."""
        found = [form.is_valid() for form in self.all]
        return all(found)

    def links(self) -> list[Link]:
        """Return what valid forms ask for."""
        return [link for form in self.all if (link := form.link())]

    @property
    def unplaced(self) -> list[str]:
        """Return the statements that were sent for figures that are gone, so that nothing somebody wrote is lost."""
        here = {f"{form.prefix}-statement" for form in self.all}
        sent = (self._data or {}).items()
        return [
            value
            for name, value in sent
            if name.endswith("-statement") and name not in here and value.strip()
        ]

    def _new(self, figures: tuple[TypedFigure, ...], *, ticked: bool) -> list[NewFactForm]:
        if not self._may_add:
            return []
        return [
            NewFactForm(self._data, figure=one, facts=self._facts, ticked=ticked and not one.facts)
            for one in figures
        ]
