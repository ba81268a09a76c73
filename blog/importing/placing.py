"""One article on its way from the reader to its page: what was decided is followed, then it is planned and placed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from products.queries import catalogue_names
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import storing_pictures

from ..models import BlogIndexPage, ImportItem, ImportRecord, ImportRun
from . import report
from .apply import apply
from .arranging import arrange
from .decided import decided
from .decisions import Decisions, load
from .document import ProductName, SourceArticle
from .pictures import Beside, remember_missing
from .plan import Action, Plan, plan


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
    decisions: Decisions = field(default_factory=load)


def foresee(article: SourceArticle, beside: Beside, around: Surroundings) -> Plan:
    """Return what would be done with an article. Nothing is written."""
    arranged = arrange(decided(article, around.decisions), around.names)
    return plan(arranged, beside, publish=around.publish)


def told(plan: Plan, around: Surroundings, *, dry_run: bool = False) -> report.ArticleReport:
    """Return the report of a plan that is not carried out, or not yet."""
    return report.planned(plan, facts=around.facts, dry_run=dry_run)


def place(plan: Plan, around: Surroundings, item: ImportItem | None = None) -> report.ArticleReport:
    """Carry a plan out and return its report; what goes wrong stands there.

    The article, its pictures, its record and the state of its item are written together or not at all.
    """
    try:
        with storing_pictures():
            return _placed(plan, around, item)
    except ValidationError as problem:
        return report.failed(plan.arranged.source, _reason(problem))
    except (DatabaseError, OSError) as problem:
        return report.failed(plan.arranged.source, f"cannot be stored: {problem}")


def _placed(plan: Plan, around: Surroundings, item: ImportItem | None) -> report.ArticleReport:
    digests = {picture.content_hash for picture in plan.pictures.values()}
    known = set(_stored(digests))
    page, warnings = apply(plan, around.parent, publish=around.publish)
    record = ImportRecord.objects.get(article=page)
    remember_missing(record, plan)
    if plan.action is Action.CREATE and around.run:
        record.created_in = around.run
        record.save(update_fields=["created_in"])
    said = report.placed(plan, page, warnings, facts=around.facts)
    if item:
        item.page, item.action, item.state = page, str(plan.action), ImportItem.State.DONE
        item.title, item.error, item.report = said.title or "", "", report.as_json([said])["articles"][0]
        item.stored_pictures = sorted(set(_stored(digests)) - known)
        item.save()
    return said


def _stored(digests: set[str]) -> Any:
    if not digests:
        return ()
    return SiteImage.objects.filter(source_hash__in=digests).values_list("pk", flat=True)


def _reason(problem: ValidationError) -> str:
    return "cannot be placed: " + "; ".join(_messages(problem))


def _messages(problem: ValidationError) -> Iterator[str]:
    """Yield the messages of an error, those of blocks inside blocks with the way to them."""
    nested: dict | None = getattr(problem, "block_errors", None)
    if nested:
        items = nested.items() if isinstance(nested, dict) else enumerate(nested)
        for place, inner in items:
            for error in inner.as_data() if isinstance(inner, list) else [inner]:
                if error:
                    yield from (f"{place}: {message}" for message in _messages(error))
    elif hasattr(problem, "error_dict"):
        for name, messages in problem.message_dict.items():
            yield f"{name}: {' '.join(messages)}"
    else:
        yield from problem.messages
