"""The pictures an article names that were not at hand: kept with their address until they are."""

from ..models import ImportRecord, MissingPicture
from .pictures import named_pictures
from .plan import Plan

_LONGEST = 2000


def remember_missing(record: ImportRecord, plan: Plan) -> None:
    """Keep what is missing of an article as it was placed; what is here by now is missed no more.

    What is known of a picture that is still missing (that fetching it failed, and why) stays.
    """
    wanted = {
        (picture.name[:500], _address(picture.address)): picture.alt
        for picture in named_pictures(plan.arranged)
        if picture.name not in plan.pictures
    }
    for row in record.missing_pictures.all():
        if (row.name, row.address) not in wanted:
            row.delete()
        wanted.pop((row.name, row.address), None)
    MissingPicture.objects.bulk_create(
        MissingPicture(record=record, name=name, address=address, alt=alt)
        for (name, address), alt in wanted.items()
    )


def _address(address: str) -> str:
    """Return where a picture can be had; one that came in its text is nowhere else."""
    return "" if address.startswith("data:") or len(address) > _LONGEST else address
