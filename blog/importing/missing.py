"""The pictures an article names that were not at hand: kept with their address and their place until they are."""

from collections import defaultdict
from collections.abc import Iterator

from ..models import ImportRecord, MissingPicture
from . import document as doc
from .fitting import fitted
from .plan import Plan, latest

_LONGEST_NAME = 500
_LONGEST_ADDRESS = 2000


def remember_missing(record: ImportRecord, plan: Plan) -> None:
    """Keep what is missing of an article as it was placed; what is here by now is missed no more.

    What is known of a picture that is still missing (that fetching it failed, and why) stays.
    """
    known: dict[tuple[str, str], list[MissingPicture]] = defaultdict(list)
    for row in record.missing_pictures.order_by("position", "pk"):
        known[row.name, row.address].append(row)
    for picture in _missing(record, plan):
        before = known[picture.name, picture.address]
        if before:
            picture.pk, old = before[0].pk, before.pop(0)
            picture.state, picture.image_id = old.state, old.image_id
            picture.error, picture.tried_at = old.error, old.tried_at
        picture.save()
    gone = [row.pk for rows in known.values() for row in rows]
    MissingPicture.objects.filter(pk__in=gone).delete()


def _missing(record: ImportRecord, plan: Plan) -> Iterator[MissingPicture]:
    """Yield what is missing, in the order of the article, each with the block it stands behind."""
    arranged = plan.arranged
    if arranged.hero and arranged.hero.name not in plan.pictures:
        yield _row(record, arranged.hero, is_hero=True)
    ids = [str(block.get("id", "")) for block in latest(record.article).body.raw_data]
    written = position = 0
    for block in fitted(arranged.blocks):
        if isinstance(block, doc.Picture) and block.name not in plan.pictures:
            position += 1
            after = ids[written - 1] if 0 < written <= len(ids) else ""
            yield _row(record, block, after=after, position=position)
        elif not isinstance(block, doc.ProductCallout) or block.handle in plan.products:
            written += 1


def _row(
    record: ImportRecord,
    picture: doc.PictureElement | doc.Picture,
    *,
    is_hero: bool = False,
    after: str = "",
    position: int = 0,
) -> MissingPicture:
    return MissingPicture(
        record=record,
        name=picture.name[:_LONGEST_NAME],
        address=_address(picture.address),
        alt=picture.alt,
        caption=picture.caption,
        is_hero=is_hero,
        after=after,
        position=position,
    )


def _address(address: str) -> str:
    """Return where a picture can be had; one that came in its text is nowhere else."""
    return "" if address.startswith("data:") or len(address) > _LONGEST_ADDRESS else address
