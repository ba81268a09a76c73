"""Writes the rows of an article's kept anchors."""

from collections.abc import Iterable

from django.db import transaction

from ..models import ArticleAnchor, ArticlePage
from ..outline import Kept, Outline
from ..reading import headings


# No savepoint of its own: it runs inside the transaction that saves the page.
@transaction.atomic(savepoint=False)
def sync(article: ArticlePage) -> Outline:
    """Keep the anchors of a live article's headings, and return the outline with them.

    One query, and at most three more when an anchor is new or changed. The page row that has just been saved keeps a
    second publish of the same article waiting. Nothing is ever deleted: a heading that has gone may come back.
    """
    rows = list(ArticleAnchor.objects.filter(article=article.pk))
    outline = headings(article.body.raw_data, [row.as_kept() for row in rows], article.contents)
    if article.live:
        _write(article, rows, outline.settled.kept)
    return outline


@transaction.atomic(savepoint=False)
def mirror(alias: ArticlePage) -> None:
    """Give a page that follows another one its anchors: it has the same blocks, and may outlive the original."""
    theirs = ArticleAnchor.objects.filter(article=alias.alias_of_id)
    ArticleAnchor.objects.filter(article=alias.pk).delete()
    _create(alias, (row.as_kept() for row in theirs))


def _write(article: ArticlePage, rows: list[ArticleAnchor], kept: Iterable[Kept]) -> None:
    by_anchor = {row.anchor: row for row in rows}
    wanted = list(kept)
    changed = []
    for one in wanted:
        row = by_anchor.get(one.anchor)
        if row and row.as_kept() != one:
            row.block_id, row.is_current, row.former_blocks = one.block_id, one.is_current, list(one.former)
            changed.append(row)
    if changed:
        # Within one statement the database could meet two current anchors of a heading.
        ArticleAnchor.objects.filter(pk__in=[row.pk for row in changed]).update(is_current=False)
        ArticleAnchor.objects.bulk_update(changed, ["block_id", "is_current", "former_blocks"])
    _create(article, (one for one in wanted if one.anchor not in by_anchor))


def _create(article: ArticlePage, kept: Iterable[Kept]) -> None:
    ArticleAnchor.objects.bulk_create(
        ArticleAnchor(
            article=article,
            block_id=one.block_id,
            anchor=one.anchor,
            is_current=one.is_current,
            former_blocks=list(one.former),
        )
        for one in kept
    )
