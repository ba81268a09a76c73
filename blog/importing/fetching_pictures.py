"""Fetches the pictures imported articles name, from the hosts the operator allows, one address at a time.

How far it has come stands in the rows of what is missing, so that it can be stopped anywhere and gone on with.
"""

import re
import time
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q, QuerySet
from django.utils import timezone
from PIL import Image

from qnwellness.fetching import Network, NotFetched, check_address, fetch
from qnwellness.images.files import RefusedPicture, check_picture
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import PictureFile, storing_pictures

from ..models import MissingPicture
from .attaching import attach
from .fetched import fetched_before, remember
from .markup.pictures import name_of

SETTING = "IMPORT_PICTURE_HOSTS"
# T13: no host is waited for longer, redirects included.
SECONDS = 10.0
_STATE = MissingPicture.State
_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "AVIF": ".avif"}
_UNFIT = re.compile(r"[^\w. -]+")


@dataclass(frozen=True, slots=True)
class HostCount:
    """A host that pictures are missing from, how many, and whether the operator allows fetching from it."""

    host: str
    pictures: int
    is_allowed: bool


@dataclass(slots=True)
class Fetched:
    """What a slice of fetching has done, in pictures of articles."""

    attached: int = 0
    stored: int = 0
    failed: int = 0


def hosts_of(rows: QuerySet[MissingPicture]) -> list[HostCount]:
    """Return the hosts of these pictures, those with most of them first. One query."""
    counts = Counter(_host(address) for address in rows.exclude(address="").values_list("address", flat=True))
    counts.pop("", None)
    found = [HostCount(host, number, is_allowed(f"https://{host}/")) for host, number in counts.items()]
    return sorted(found, key=lambda one: (-one.pictures, one.host))


def is_allowed(address: str) -> bool:
    """Tell whether an address may be fetched at all."""
    try:
        check_address(secure(address), settings.IMPORT_PICTURE_HOSTS, setting=SETTING)
    except NotFetched:
        return False
    return True


def waiting(rows: QuerySet[MissingPicture]) -> QuerySet[MissingPicture]:
    """Return those of these pictures that can be fetched and were not tried yet. One query."""
    new = rows.filter(Q(address__istartswith="http"), state=_STATE.MISSING)
    allowed = [pk for pk, address in new.values_list("pk", "address") if is_allowed(address)]
    return rows.filter(pk__in=allowed)


def try_again(rows: QuerySet[MissingPicture]) -> int:
    """Have those of these pictures that could not be fetched fetched once more, and return how many there are."""
    return rows.filter(state=_STATE.FAILED).update(state=_STATE.MISSING, error="")


def fetch_slice(
    rows: QuerySet[MissingPicture], seconds: float = 8.0, network: Network | None = None
) -> Fetched:
    """Fetch pictures for about so many seconds, at least one if any is `waiting`; what goes wrong stands in the rows.

    Each is stored once, whatever number of articles name it, and put into those nobody has changed since.
    """
    done, until = Fetched(), time.monotonic() + seconds
    for row in waiting(rows).order_by("pk"):
        # Another article's picture of the same address has taken this one along.
        if MissingPicture.objects.filter(pk=row.pk, state=_STATE.MISSING).exists():
            _fetch_for(row, rows, done, network)
        if time.monotonic() >= until:
            break
    return done


def _fetch_for(
    row: MissingPicture, rows: QuerySet[MissingPicture], done: Fetched, network: Network | None
) -> None:
    same = rows.filter(address=row.address, state=_STATE.MISSING)
    same.update(tried_at=timezone.now())
    try:
        image = picture_at(row.address, alt=row.alt, network=network)
    except (NotFetched, RefusedPicture, OSError, DatabaseError) as problem:
        done.failed += same.update(state=_STATE.FAILED, error=str(problem)[:500])
        return
    for one in same.order_by("record_id", "position"):
        if attach(one, image):
            done.attached += 1
        else:
            done.stored += 1


def picture_at(address: str, *, alt: str = "", network: Network | None = None) -> SiteImage:
    """Return the picture at an address, fetched and stored unless it is here already.

    Raises NotFetched, RefusedPicture for what breaks the rules of an upload, OSError, and DatabaseError.
    """
    known = fetched_before([address]).get(address)
    if known:
        return known
    data = fetch(
        secure(address),
        hosts=settings.IMPORT_PICTURE_HOSTS,
        setting=SETTING,
        network=network,
        seconds=SECONDS,
    )
    name = file_name(address, data)
    check_picture(name, data)
    with storing_pictures() as store:
        image = store(PictureFile(name, data), title=_title(name), alt=alt)
        remember(address, image)
    return image


def secure(address: str) -> str:
    """Return an address as it is asked for: old posts say http where their hosts have long answered by https."""
    return f"https:{address[5:]}" if address[:5].casefold() == "http:" else address


def file_name(address: str, data: bytes) -> str:
    """Return the name a picture's file gets: hosts send other kinds than their addresses say."""
    name = PurePosixPath(_UNFIT.sub("-", name_of(address)).strip(" .-") or "picture")
    suffix = _suffix(data)
    if (
        not suffix
        or name.suffix.casefold() == suffix
        or (suffix == ".jpg" and name.suffix.casefold() == ".jpeg")
    ):
        return name.name
    return f"{name.stem}{suffix}"


def _suffix(data: bytes) -> str:
    try:
        with Image.open(BytesIO(data)) as image:
            return _SUFFIXES.get(image.format or "", "")
    # Decoders raise whatever they stumble over; the rules of an upload say what is wrong.
    except Exception:
        return ""


def _title(name: str) -> str:
    return PurePosixPath(name).stem.replace("-", " ").replace("_", " ").strip().capitalize() or name


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme.casefold() in ("http", "https") else ""
    except ValueError:
        return ""
