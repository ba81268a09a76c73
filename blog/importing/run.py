"""The whole way of one file: read, arrange, plan, apply, report."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from products.queries import catalogue_names
from qnwellness.content.files import Unreadable

from ..models import BlogIndexPage
from . import report
from .apply import apply
from .arranging import arrange
from .document import ProductName, Rejected
from .plan import plan
from .readers import file_of, read
from .readers.reader import Read


@dataclass(frozen=True, slots=True)
class Options:
    """How files are imported."""

    parent: BlogIndexPage
    format: str | None = None
    source_id: str | None = None
    publish: bool = False
    dry_run: bool = False
    facts: bool = False


def import_file(path: Path, options: Options) -> list[report.ArticleReport]:
    """Import every article of a file. What cannot be read or placed is reported, and the rest still placed."""
    source = source_of(path, options)
    try:
        articles = read(file_of(path), source=source, format=options.format)
        names = [ProductName(*name) for name in catalogue_names()]
        reports = [_place(article, names, path.parent, options) for article in articles]
    except Unreadable as problem:
        reports = [report.failed(source, str(problem))]
    for failed in reports:
        if options.facts and failed.facts is None:
            failed.facts = []
    return reports


def source_of(path: Path, options: Options) -> str:
    """Return the key of a file: its name, unless the call gives another; bytes that are no text are replaced."""
    return options.source_id or os.fsencode(path.name).decode("utf-8", "replace")


def _place(
    article: Read, names: Sequence[ProductName], folder: Path, options: Options
) -> report.ArticleReport:
    if isinstance(article, Rejected):
        return report.failed(article.source or article.place, article.reason)
    planned = plan(arrange(article, names), folder, publish=options.publish)
    if options.dry_run or not planned.writes:
        return report.planned(planned, facts=options.facts, dry_run=options.dry_run)
    try:
        page, warnings = apply(planned, options.parent, publish=options.publish)
    except ValidationError as problem:
        return report.failed(article.source, _reason(problem))
    except (DatabaseError, OSError) as problem:
        return report.failed(article.source, f"cannot be stored: {problem}")
    return report.placed(planned, page, warnings, facts=options.facts)


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
