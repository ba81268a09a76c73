"""The one step back on the screen of a product's articles, kept in the session of who took the step."""

from typing import Any

from django.http import HttpRequest

from ..mentions.choices import Arrangement, arrangement, restore
from ..mentions.sync import Choice

_KEY = "product_articles_undo"


class Undo:
    """What the list was before this person changed it last, and what it became by that."""

    def __init__(self, request: HttpRequest, product: int) -> None:
        self.session, self.product = request.session, product

    @property
    def is_possible(self) -> bool:
        """Tell whether there is a step to take back, and nobody has taken another since. One query."""
        kept = self._kept()
        return bool(kept) and arrangement(self.product) == _read(kept["after"])

    def keep(self, before: Arrangement, after: Arrangement) -> None:
        """Remember a step; one that changed nothing is none."""
        if before != after:
            self.session[_KEY] = {"product": self.product, "before": _write(before), "after": _write(after)}

    def carry_out(self) -> bool:
        """Take the step back if the list is as the step left it; tell whether it was."""
        kept = self._kept()
        if not kept:
            return False
        del self.session[_KEY]
        return restore(self.product, _read(kept["before"]), _read(kept["after"]))

    def _kept(self) -> Any:
        kept = self.session.get(_KEY)
        return kept if kept and kept["product"] == self.product else None


def _write(choices: Arrangement) -> list[list[Any]]:
    return [[article, *choice] for article, choice in choices.items()]


def _read(rows: list[list[Any]]) -> Arrangement:
    return {article: Choice(position, is_excluded) for article, position, is_excluded in rows}
