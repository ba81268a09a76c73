"""Writes the mention and relation rows of an article."""

from django.db import transaction

from products.models import ProductPage

from ..models import ArticlePage, ProductMention, ProductRelation
from ..outline import Outline
from .collect import Mention, collect, relate


def is_followed(article: ArticlePage) -> bool:
    """Tell whether an article's mentions are kept: live articles, and no copies that follow another page."""
    return bool(article.live and article.alias_of_id is None)


def expected_mentions(article: ArticlePage, outline: Outline | None = None) -> list[Mention]:
    """Return the mentions an article should have, of products that exist. One query if it names any.

    `outline` is the article's, where the caller has just made it.
    """
    if not is_followed(article):
        return []
    mentions = collect(article.body.raw_data, outline or article.outline)
    named = {mention.product for mention in mentions}
    existing = set(ProductPage.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
    return [mention for mention in mentions if mention.product in existing]


# No savepoint of its own: it runs inside the transaction that saves the page.
@transaction.atomic(savepoint=False)
def sync(article: ArticlePage, outline: Outline | None = None) -> None:
    """Make the rows of an article say what its body says. At most five queries, with its `outline` at hand.

    Both tables are written anew: it costs less than comparing them, and the page row that has just been saved
    keeps a second publish of the same article waiting.
    """
    mentions = expected_mentions(article, outline)
    forget(article.pk)
    ProductMention.objects.bulk_create(mention_rows(article, mentions))
    ProductRelation.objects.bulk_create(relation_rows(article, mentions))


@transaction.atomic
def repair(article: ArticlePage) -> None:
    """Write the rows of an article anew from what is stored now; a publish of it waits meanwhile."""
    sync(ArticlePage.objects.select_for_update(of=("self",)).get(pk=article.pk))


def forget(article: int) -> None:
    """Delete the rows of the article with this id. Two queries."""
    ProductMention.objects.filter(article=article).delete()
    ProductRelation.objects.filter(article=article).delete()


def mention_rows(article: ArticlePage, mentions: list[Mention]) -> list[ProductMention]:
    """Return unsaved mention rows."""
    return [
        ProductMention(
            article=article,
            product_id=mention.product,
            kind=mention.kind,
            anchor=mention.section.anchor,
            position=mention.position,
        )
        for mention in mentions
    ]


def relation_rows(article: ArticlePage, mentions: list[Mention]) -> list[ProductRelation]:
    """Return unsaved relation rows."""
    return [
        ProductRelation(
            article=article,
            product_id=relation.product,
            rank=relation.rank,
            published=article.published_at,
            mention=relation.kind,
            mentions=relation.mentions,
            section_title=relation.section.title,
            section_anchor=relation.section.anchor,
            section_minutes=relation.section.minutes if relation.section.anchor else 0,
        )
        for relation in relate(mentions)
    ]
