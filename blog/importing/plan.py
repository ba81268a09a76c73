"""What an import would do with one article, decided before anything is written."""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
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
    def source_hash(self) -> str:
        """Return the digest of the text together with its pictures."""
        return source_hash(self.arranged, self.pictures)

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
        action=_action(record, source_hash(arranged, pictures)),
        arranged=arranged,
        record=record,
        products=_product_ids(),
        pictures=pictures,
        warnings=(*arranged.warnings, *missing),
    )


def source_hash(arranged: doc.ArrangedArticle, pictures: dict[str, FoundPicture]) -> str:
    """Return the digest of a text together with the pictures found for it: a picture added later is a change."""
    digests = sorted(picture.content_hash for picture in pictures.values())
    return sha256("\n".join([arranged.content_hash, *digests]).encode()).hexdigest()


def _action(record: ImportRecord | None, new_hash: str) -> Action:
    if record is None:
        return Action.CREATE
    if record.source_hash == new_hash:
        return Action.SKIP
    return Action.UPDATE if digest(latest(record.article)) == record.placed_hash else Action.CONFLICT


def latest(article: ArticlePage) -> ArticlePage:
    """Return an article as its editors see it: with its newest draft."""
    return article.get_latest_revision_as_object()


def _product_ids() -> dict[str, int]:
    return dict(ProductPage.objects.live().exclude(handle=None).values_list("handle", "pk"))
