"""What an import would do with one article, decided before anything is written."""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from products.models import ProductPage

from ..models import ArticlePage, ImportRecord
from . import document as doc
from .fingerprint import digest
from .packages import Shelf
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
    def is_hidden(self) -> bool:
        """Tell whether readers could not see the article where it comes from: then they do not here, either."""
        return self.arranged.is_published is False

    @property
    def writes(self) -> bool:
        """Tell whether the plan changes anything."""
        return self.action in (Action.CREATE, Action.UPDATE)


def plan(arranged: doc.ArrangedArticle, shelf: Shelf | None = None, *, publish: bool = False) -> Plan:
    """Decide what to do with an article; its pictures are looked up on the shelf beside it. One that was hidden where
    it comes from is not published here.

    Nothing is written. An article whose source is unchanged is skipped, unless it is still the draft an import
    left and shall be published now. One that was edited, locked or scheduled here since is a conflict and stays
    as it is.
    """
    record = ImportRecord.objects.select_related("article").filter(source=arranged.source).first()
    pictures, missing = find_pictures(arranged, shelf)
    publish = publish and arranged.is_published is not False
    action, why = _decision(record, source_hash(arranged, pictures), publish)
    return Plan(
        action=action,
        arranged=arranged,
        record=record,
        products=_product_ids(),
        pictures=pictures,
        warnings=(*why, *arranged.warnings, *missing),
    )


def source_hash(arranged: doc.ArrangedArticle, pictures: dict[str, FoundPicture]) -> str:
    """Return the digest of a text together with the pictures that came with it: one added later is a change, one that
    was fetched meanwhile is not."""
    digests = sorted(picture.content_hash for picture in pictures.values() if not picture.was_fetched)
    return sha256("\n".join([arranged.content_hash, *digests]).encode()).hexdigest()


def _decision(record: ImportRecord | None, new_hash: str, publish: bool) -> tuple[Action, list[str]]:
    """Return what to do, and why where a person has to know."""
    if record is None:
        return Action.CREATE, []
    obstacle = obstacle_of(record)
    if record.source_hash != new_hash:
        return (Action.CONFLICT, [obstacle]) if obstacle else (Action.UPDATE, [])
    if not publish or record.article.live:
        return Action.SKIP, []
    if obstacle:
        return Action.SKIP, [f"unchanged, and not published: {obstacle}"]
    return Action.UPDATE, []


def obstacle_of(record: ImportRecord) -> str:
    """Return what an editor has done here that an import must not undo, or nothing."""
    article = record.article
    if digest(latest(article)) != record.placed_hash:
        return "it was edited here since it was imported, and was left as it is"
    if article.locked:
        return "it is locked here, and was left as it is"
    if article.approved_schedule:
        return "it is scheduled here, and was left as it is"
    if article.first_published_at and not article.live:
        return "it was taken down here, and was left as it is"
    return ""


def latest(article: ArticlePage) -> ArticlePage:
    """Return an article as its editors see it: with its newest draft."""
    return article.get_latest_revision_as_object()


def _product_ids() -> dict[str, int]:
    return dict(ProductPage.objects.live().exclude(handle=None).values_list("handle", "pk"))
