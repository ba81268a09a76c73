"""What an import would do with one article, decided before anything is written."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from products.models import ProductPage

from ..models import ArticlePage, ImportRecord
from . import document as doc
from .fingerprint import digest
from .pictures import FoundPicture, find_pictures


class Action(StrEnum):
    """What is to be done with an article."""

    CREATE = "create"
    UPDATE = "update"
    SKIP = "skip"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Plan:
    """An arranged article, where it goes, and what could not be found for it."""

    action: Action
    arranged: doc.ArrangedArticle
    record: ImportRecord | None = None
    products: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, FoundPicture] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Tell whether the plan changes anything."""
        return self.action in (Action.CREATE, Action.UPDATE)


def plan(arranged: doc.ArrangedArticle, folder: Path | None = None) -> Plan:
    """Decide what to do with an article; its pictures are looked up in `folder`.

    Nothing is written. An article whose source is unchanged is skipped; one that was edited here since it was
    placed is a conflict and stays as it is.
    """
    record = ImportRecord.objects.select_related("article").filter(source=arranged.source).first()
    pictures, missing = find_pictures(arranged, folder)
    return Plan(
        action=_action(arranged, record),
        arranged=arranged,
        record=record,
        products=_product_ids(),
        pictures=pictures,
        warnings=(*arranged.warnings, *missing),
    )


def _action(arranged: doc.ArrangedArticle, record: ImportRecord | None) -> Action:
    if record is None:
        return Action.CREATE
    if record.source_hash == arranged.content_hash:
        return Action.SKIP
    return Action.UPDATE if digest(latest(record.article)) == record.placed_hash else Action.CONFLICT


def latest(article: ArticlePage) -> ArticlePage:
    """Return an article as its editors see it: with its newest draft."""
    return article.get_latest_revision_as_object()


def _product_ids() -> dict[str, int]:
    return dict(ProductPage.objects.live().exclude(handle=None).values_list("handle", "pk"))
