"""Writes the mention and relation rows of an article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import transaction
from django.db.models import FilteredRelation, Q

from products.models import ProductPage
from qnwellness.answers.changes import note_change

from ..listing import related_to
from ..models import ArticlePage, ProductMention, ProductRelation
from ..outline import Outline
from .collect import Mention, collect, rank_of, relate


class Choice(NamedTuple):
    """What an editor has decided about an article on a product's list: a place to pin it to, or to leave it out."""

    position: int | None = None
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says of products that exist, and what was decided of it for each of them."""

    mentions: list[Mention] = field(default_factory=list)
    choices: Mapping[int, Choice] = field(default_factory=dict)


def is_followed(article: ArticlePage) -> bool:
    """Tell whether an article's mentions are kept: live articles, and no copies that follow another page."""
    return bool(article.live and article.alias_of_id is None)


def said_by(article: ArticlePage, outline: Outline | None = None) -> Said:
    """Return what the rows of an article should say. One query if it names any product.

    `outline` is the article's, where the caller has just made it.
    """
    if not is_followed(article):
        return Said()
    mentions = collect(article.body.raw_data, outline or article.outline)
    choices = _choices(article, {mention.product for mention in mentions}) if mentions else {}
    return Said([mention for mention in mentions if mention.product in choices], choices)


def _choices(article: ArticlePage, named: set[int]) -> dict[int, Choice]:
    """Return the choice for each of these products that exists."""
    chosen = FilteredRelation("sidebar_choices", condition=Q(sidebar_choices__article=article.pk))
    rows = ProductPage.objects.filter(pk__in=named).annotate(chosen=chosen)
    values = rows.values_list("pk", "chosen__position", "chosen__is_excluded")
    return {pk: Choice(position, bool(is_excluded)) for pk, position, is_excluded in values}


# No savepoint of its own: it runs inside the transaction that saves the page.
@transaction.atomic(savepoint=False)
def sync(article: ArticlePage, outline: Outline | None = None) -> None:
    """Make the rows of an article say what its body says. At most six queries, with its `outline` at hand.

    Both tables are written anew: it costs less than comparing them, and the page row that has just been saved
    keeps a second publish of the same article waiting.
    """
    said = said_by(article, outline)
    forget(article.pk, also={mention.product for mention in said.mentions})
    ProductMention.objects.bulk_create(mention_rows(article, said))
    ProductRelation.objects.bulk_create(relation_rows(article, said))


def forget(article: int, also: Iterable[int] = ()) -> None:
    """Delete the rows of the article with this id. Four queries; three where no list has changed.

    Django deletes them at once as long as nobody listens to single rows; so that lists have changed is said here:
    those of the products it mentioned, and those of the products it is `also` about to be on.
    """
    before = ProductRelation.objects.filter(article=article).values_list("product", flat=True)
    if products := {*before, *also}:
        note_change(*map(related_to, products))
    ProductMention.objects.filter(article=article).delete()
    ProductRelation.objects.filter(article=article).delete()


def mention_rows(article: ArticlePage, said: Said) -> list[ProductMention]:
    """Return unsaved mention rows."""
    return [
        ProductMention(
            article=article,
            product_id=mention.product,
            kind=mention.kind,
            anchor=mention.section.anchor,
            position=mention.position,
        )
        for mention in said.mentions
    ]


def relation_rows(article: ArticlePage, said: Said) -> list[ProductRelation]:
    """Return unsaved relation rows."""
    return [
        ProductRelation(
            article=article,
            product_id=relation.product,
            rank=rank_of(relation.kind, said.choices[relation.product].position),
            published=article.published_at,
            mention=relation.kind,
            mentions=relation.mentions,
            is_excluded=said.choices[relation.product].is_excluded,
            section_title=relation.section.title,
            section_anchor=relation.section.anchor,
            section_minutes=relation.section.minutes if relation.section.anchor else 0,
        )
        for relation in relate(said.mentions)
    ]
