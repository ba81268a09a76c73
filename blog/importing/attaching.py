"""Puts a picture that came later into its article, where the source has it."""

from django.core.exceptions import ValidationError
from django.db import transaction

from qnwellness.images.models import SiteImage

from ..models import ArticlePage, ImportRecord, MissingPicture
from . import document as doc
from .body import Places, to_raw
from .fingerprint import digest
from .plan import latest, obstacle_of
from .refusals import reason

_LONGEST_ERROR = 500


def attach(row: MissingPicture, image: SiteImage) -> bool:
    """Put a picture into the newest draft of the article it is missing in, and take it off the list.

    Only where nobody has changed the article since it was imported; otherwise it stays in the library and on the
    list, with the reason, and False is returned. Nothing is published. One transaction.
    """
    with transaction.atomic():
        row = MissingPicture.objects.select_for_update().filter(pk=row.pk).first()
        if row is None:
            return True
        record = ImportRecord.objects.select_related("article").get(pk=row.record_id)
        why = obstacle_of(record)
        if not why:
            try:
                with transaction.atomic():
                    _place(row, image, record)
            except ValidationError as problem:
                why = reason(problem)
        if why:
            _keep(row, image, why)
        else:
            row.delete()
        return not why


def _place(row: MissingPicture, image: SiteImage, record: ImportRecord) -> None:
    """Raises ValidationError where the article cannot hold it."""
    article = latest(record.article)
    if row.is_hero:
        _lead(article, image)
    else:
        _insert(article, row, image)
    article.save_revision()
    record.placed_hash = digest(latest(article))
    record.save(update_fields=["placed_hash"])


def _lead(article: ArticlePage, image: SiteImage) -> None:
    if article.hero_id is not None:
        raise ValidationError("another picture leads the article")
    article.hero = image


def _insert(article: ArticlePage, row: MissingPicture, image: SiteImage) -> None:
    picture = doc.Picture(name=row.name, alt=row.alt, caption=row.caption)
    new = to_raw([picture], Places(pictures={row.name: image.pk}))
    body = [dict(block) for block in article.body.raw_data]
    ids = [block.get("id") for block in body]
    if row.after and row.after not in ids:
        raise ValidationError("the block it stood behind is not there any more")
    at = ids.index(row.after) + 1 if row.after else 0
    article.body = article.body.stream_block.to_python([*body[:at], *new, *body[at:]])
    article.body.stream_block.clean(article.body)
    # Those that stood behind it stand behind it again.
    later = MissingPicture.objects.filter(record_id=row.record_id, is_hero=False, position__gt=row.position)
    later.filter(after=row.after).update(after=new[-1]["id"])


def _keep(row: MissingPicture, image: SiteImage, why: str) -> None:
    row.state, row.image = MissingPicture.State.STORED, image
    row.error = why[:_LONGEST_ERROR]
    row.save(update_fields=["state", "image", "error"])
