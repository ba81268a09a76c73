"""What an imported article still needs before it is as good as one written here.

Most of it is only known from the newest draft, which no query can look into: it is written beside the record, with
the revision it was read from, and read again when there is a newer one.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...checks.finding import Level
from ...checks.findings import Review, review_all
from ...models import ArticlePage, ImportRecord, MissingPicture
from ..saved import show_last_saved

# In the order of the list. The keys are stored.
NEEDS: dict[str, Promise] = {
    "must": _("Something must be fixed"),
    "pictures": _("Pictures are missing"),
    "alt": _("Pictures without alternative text"),
    "links": _("Links that lead nowhere here"),
    "hero": _("No picture at the top"),
    "standfirst": _("No summary"),
    "author": _("No author"),
    "date": _("No date"),
}
# Each costs about a hundredth of a second: a list of all must not take minutes.
MOST_AT_ONCE = 150


def outdated(records: QuerySet[ImportRecord]) -> QuerySet[ImportRecord]:
    """Return the records of which it is not known what they need today."""
    return records.filter(Q(needs_of=None) | ~Q(needs_of=F("article__latest_revision")))


def look_through(records: QuerySet[ImportRecord]) -> int:
    """Write what the first of these records need of which it is not known, and return how many are left."""
    waiting = outdated(records)
    some = list(
        waiting.select_related("article__latest_revision")
        .prefetch_related("missing_pictures", "article__anchors", "article__bylines")
        .order_by("pk")[:MOST_AT_ONCE]
    )
    _refresh(some)
    return waiting.count() if len(some) == MOST_AT_ONCE else 0


def keys_of(record: ImportRecord) -> list[str]:
    """Return the keys of what a record needs, as it was last read."""
    return [key for key in NEEDS if f",{key}," in record.needs]


def needing(key: str) -> Q:
    """Return the condition under which a record needs this."""
    return Q(needs__contains=f",{key},")


def _refresh(records: list[ImportRecord]) -> None:
    pages = [show_last_saved(record.article) for record in records]
    for record, page, review in zip(records, pages, review_all(pages), strict=True):
        found = list(_needs(record, page, review))
        record.needs = f",{','.join(found)}," if found else ""
        record.needs_of = page.latest_revision_id
    ImportRecord.objects.bulk_update(records, ["needs", "needs_of"])
    # A picture that would lead an article is missed no more where somebody has chosen another one.
    led = [record.pk for record, page in zip(records, pages, strict=True) if page.hero_id is not None]
    MissingPicture.objects.filter(record__in=led, is_hero=True).delete()


def _needs(record: ImportRecord, page: ArticlePage, review: Review) -> Iterator[str]:
    if review.of(Level.MUST):
        yield "must"
    if any(not (picture.is_hero and page.hero_id) for picture in record.missing_pictures.all()):
        yield "pictures"
    if any(_pictures_without_words(page.body.raw_data)):
        yield "alt"
    if record.open_links:
        yield "links"
    if page.hero_id is None:
        yield "hero"
    if not page.standfirst:
        yield "standfirst"
    if not list(page.bylines.all()):
        yield "author"
    if page.published_at is None:
        yield "date"


def _pictures_without_words(body: Iterable[Any]) -> Iterator[bool]:
    """Yield for each picture of a body whether nothing stands for it: neither words nor a caption."""
    for block in body:
        if block["type"] == "image":
            picture = block["value"].get("picture") or {}
            yield not picture.get("alt_text")
