"""Writes what editors decide about the articles of a product: pins, their order, and what is left out.

Every function writes the choice and the relation rows that say the same in one transaction, with the product's row
locked: two people who arrange one list do so one after the other.
"""

from collections.abc import Callable, Sequence

from django.db import transaction

from products.models import ProductPage
from qnwellness.answers.changes import note_change

from ..listing import related_to
from ..models import ArticlePage, ProductRelation, SidebarChoice
from .collect import PINS, rank_of
from .sync import Choice

Arrangement = dict[int, Choice]


class TooManyPins(ValueError):
    """A product has as many pinned articles as can be told apart."""


def arrangement(product: int) -> Arrangement:
    """Return every choice made for the product with this id, by article: pinned ones first, in their order."""
    rows = SidebarChoice.objects.filter(product=product).values_list("article", "position", "is_excluded")
    found = {article: Choice(position, is_excluded) for article, position, is_excluded in rows}
    return dict(sorted(found.items(), key=_place))


def pin(product: int, article: int) -> None:
    """Put an article behind those that are pinned already; it is no longer left out. Raises TooManyPins."""
    _change(product, lambda pins, out: ([*_without(pins, article), article], out - {article}))


def unpin(product: int, article: int) -> None:
    """Let an article stand where its mentions and its date put it."""
    _change(product, lambda pins, out: (_without(pins, article), out))


def move(product: int, article: int, steps: int) -> None:
    """Move a pinned article by `steps` among the pinned, up if negative, as far as there is room.

    One that is not pinned stays where it is.
    """

    def moved(pins: list[int], out: set[int]) -> tuple[list[int], set[int]]:
        if article not in pins:
            return pins, out
        place = max(0, pins.index(article) + steps)
        rest = _without(pins, article)
        return [*rest[:place], article, *rest[place:]], out

    _change(product, moved)


def exclude(product: int, article: int) -> None:
    """Leave an article out of the product's list; it is no longer pinned."""
    _change(product, lambda pins, out: (_without(pins, article), out | {article}))


def include(product: int, article: int) -> None:
    """Take an article that was left out back into the list."""
    _change(product, lambda pins, out: (pins, out - {article}))


@transaction.atomic
def restore(product: int, before: Arrangement, after: Arrangement) -> bool:
    """Make the choices those of `before` again, if they are those of `after`; tell whether they were."""
    _lock(product)
    if arrangement(product) != after:
        return False
    _write(product, before)
    return True


def _place(item: tuple[int, Choice]) -> tuple[bool, int, int]:
    article, choice = item
    return choice.position is None, choice.position or 0, article


def _without(pins: Sequence[int], article: int) -> list[int]:
    return [pk for pk in pins if pk != article]


def _lock(product: int) -> None:
    ProductPage.objects.select_for_update(of=("self",), no_key=True).get(pk=product)


@transaction.atomic
def _change(product: int, change: Callable[[list[int], set[int]], tuple[list[int], set[int]]]) -> None:
    _lock(product)
    now = arrangement(product)
    pins = [article for article, choice in now.items() if choice.position is not None]
    pins, out = change(pins, {article for article, choice in now.items() if choice.is_excluded})
    if len(pins) > PINS:
        raise TooManyPins(f"No more than {PINS} articles can be pinned.")
    wanted = {article: Choice(position=place) for place, article in enumerate(pins)}
    _write(product, wanted | {article: Choice(is_excluded=True) for article in out})


def _write(product: int, wanted: Arrangement) -> None:
    """Write choices anew, and the relation rows of the articles they are about or were about."""
    choices = SidebarChoice.objects.filter(product=product)
    concerned = set(choices.values_list("article", flat=True)) | set(wanted)
    # A publish of one of them writes its relation rows with the row of the page locked: it has ended, or waits.
    list(
        ArticlePage.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=concerned)
        .values_list("pk")
    )
    note_change(related_to(product))
    choices.delete()
    SidebarChoice.objects.bulk_create(
        SidebarChoice(product_id=product, article_id=article, **choice._asdict())
        for article, choice in wanted.items()
    )
    relations = list(ProductRelation.objects.filter(product=product, article__in=concerned))
    for relation in relations:
        choice = wanted.get(relation.article_id, Choice())
        relation.rank = rank_of(relation.mention, choice.position)
        relation.is_excluded = choice.is_excluded
    ProductRelation.objects.bulk_update(relations, ["rank", "is_excluded"])
