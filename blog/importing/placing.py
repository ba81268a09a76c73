"""One article on its way from the reader to its page: what was decided is followed, then it is planned and placed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from traceback import extract_tb
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from products.queries import catalogue_names
from qnwellness.content.indexing import indexing_together
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import storing_pictures

from ..models import BlogIndexPage, ImportItem, ImportRecord, ImportRun
from . import report
from .apply import apply
from .arranging import arrange
from .decided import decided
from .decisions import Decisions, load
from .distinct import with_distinct_pictures
from .document import ProductName, SourceArticle
from .links import shop_hosts
from .missing import remember_missing
from .packages import Shelf
from .plan import Action, Plan, plan
from .refusals import reason

LEFT_OUT = "it is left out, as was decided"

logger = logging.getLogger(__name__)


def product_names() -> list[ProductName]:
    """Return the names texts may call products by."""
    return [ProductName(*name) for name in catalogue_names()]


@dataclass(frozen=True)
class Surroundings:
    """What all articles of an import share; its names and decisions are loaded once."""

    parent: BlogIndexPage
    run: ImportRun | None = None
    publish: bool = False
    facts: bool = False
    names: Sequence[ProductName] = field(default_factory=product_names)
    hosts: Sequence[str] = field(default_factory=shop_hosts)
    decisions: Decisions = field(default_factory=load)


def foresee(article: SourceArticle, shelf: Shelf | None, around: Surroundings) -> Plan:
    """Return what would be done with an article; what somebody decided to leave out is skipped. Nothing is written."""
    arranged = arrange(with_distinct_pictures(decided(article, around.decisions)), around.names, around.hosts)
    foreseen = plan(arranged, shelf, publish=around.publish)
    if foreseen.action is Action.CREATE and around.decisions.slugs.get(article.source) == "":
        return replace(foreseen, action=Action.SKIP, warnings=(*foreseen.warnings, LEFT_OUT))
    return foreseen


def told(plan: Plan, around: Surroundings, *, dry_run: bool = False) -> report.ArticleReport:
    """Return the report of a plan that is not carried out, or not yet."""
    return report.planned(plan, facts=around.facts, dry_run=dry_run)


def carry_out(
    article: SourceArticle, shelf: Shelf | None, around: Surroundings, item: ImportItem
) -> report.ArticleReport:
    """Plan an article as things are now, place it, and return its report; raises nothing, what goes wrong stands there.

    The article, its pictures, its record and the state of its item are written together or not at all.
    """
    try:
        plan = foresee(article, shelf, around)
        if plan.writes:
            # An article is saved several times over; it is put into the search index once.
            with storing_pictures(), indexing_together():
                return _placed(plan, around, item)
        said = told(plan, around)
        item.page = plan.record.article if plan.record else None
        _remember(item, said, ImportItem.State.DONE)
    except ValidationError as problem:
        said = report.failed(article.source, f"cannot be placed: {reason(problem)}")
    except (DatabaseError, OSError) as problem:
        said = report.failed(article.source, f"cannot be stored: {problem}")
    except Exception as problem:
        said = report.failed(article.source, f"cannot be placed: {unforeseen(problem)}")
    if said.error:
        remember_failure(item, said.error)
    return said


def unforeseen(problem: Exception) -> str:
    """Return one line about an error of our own: one article must not end an import, whatever is wrong with it."""
    logger.debug("An article could not be imported.", exc_info=problem)
    frame = extract_tb(problem.__traceback__)[-1]
    words = " ".join(f"{type(problem).__name__}: {problem}".split())
    return f"{words[:500]} ({Path(frame.filename).name}, line {frame.lineno})"


def remember_failure(item: ImportItem, error: str) -> None:
    """Store an item as one that could not be placed; what was undone in the database is still in memory."""
    if item.pk and not ImportItem.objects.filter(pk=item.pk).exists():
        item.pk = None
    item.state, item.error, item.stored_pictures = ImportItem.State.FAILED, error, []
    item.page = item.page if item.page_id and item.action != Action.CREATE else None
    item.save()


def _placed(plan: Plan, around: Surroundings, item: ImportItem) -> report.ArticleReport:
    digests = {picture.content_hash for picture in plan.pictures.values()}
    known = _stored(digests)
    page, warnings = apply(plan, around.parent, publish=around.publish)
    record = ImportRecord.objects.get(article=page)
    remember_missing(record, plan)
    if plan.action is Action.CREATE and around.run:
        ImportRecord.objects.filter(pk=record.pk).update(created_in=around.run)
    said = report.placed(plan, page, warnings, facts=around.facts)
    item.page, item.stored_pictures = page, sorted(_stored(digests) - known)
    _remember(item, said, ImportItem.State.DONE)
    return said


def _remember(item: ImportItem, said: report.ArticleReport, state: str) -> None:
    item.title, item.action, item.error = (said.title or "")[:255], said.action or "", ""
    item.report, item.state = report.as_json([said])["articles"][0], state
    item.save()


def _stored(digests: set[str]) -> set[Any]:
    if not digests:
        return set()
    return set(SiteImage.objects.filter(source_hash__in=digests).values_list("pk", flat=True))
