"""Lists of articles for shoppers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from taggit.models import Tag
from wagtail.models import Page

from qnwellness.answers.parts import made_of, row
from qnwellness.content import references
from qnwellness.content.visibility import public

if TYPE_CHECKING:
    from .models import ArticlePage, Author

# What lists of articles are made of beside the articles in them: whatever may add one, or take one out.
ARTICLES = "articles"
# A row of cards: more would be a list nobody chooses from.
RELATED = 3
# Two articles about one product answer the same reader; two that share a tag may share a kitchen shelf only.
PRODUCT_WEIGHT, TAG_WEIGHT = 2, 1


def addressed(slug: str) -> str:
    """Return what is made of the article with this last part of its address, as `answers.parts` names it."""
    return row("slug", slug)


def tagged_with(tag: int) -> str:
    """Return what is made of the articles with a tag, as `answers.parts` names it."""
    return row("tagged", tag)


def related_to(product: int) -> str:
    """Return what is made of the articles that mention a product, as `answers.parts` names it."""
    return row("related", product)


def as_cards(articles: QuerySet) -> QuerySet:
    """Load what a card shows, pictures and renditions included, and not the bodies. Two queries in all."""
    return articles.defer("body", "corrections").select_related("hero").prefetch_related("hero__renditions")


def originals(articles: QuerySet) -> QuerySet:
    """Leave out articles that repeat another one (Wagtail's aliases), for lists of the whole site."""
    made_of(ARTICLES)
    return articles.filter(alias_of__isnull=True)


def articles_of(parent: Page) -> QuerySet:
    """Return the articles below `parent` a shopper may see, each once.

    An alias stands for its original in another journal only, never beside it.
    """
    made_of(ARTICLES)
    articles = public(apps.get_model("blog", "ArticlePage").objects.child_of(parent))
    return articles.exclude(alias_of__path__startswith=parent.path)


def listed_articles(parent: Page, tag: Tag | None = None) -> QuerySet:
    """Return the articles below `parent` a shopper may see, each once, newest first."""
    articles = articles_of(parent)
    if tag is not None:
        articles = articles.filter(tags=tag)
    return as_cards(articles.order_by("-published_at", "-pk"))


def written_by(parent: Page, author: "Author") -> QuerySet:
    """Return the articles below `parent` that have this author and that a shopper may see, newest first."""
    return listed_articles(parent).filter(bylines__author=author).distinct()


def reviewed_by(parent: Page, author: "Author") -> QuerySet:
    """Return the articles below `parent` this person has reviewed and a shopper may see, newest first."""
    return listed_articles(parent).filter(reviewer=author, reviewed_on__isnull=False)


def listed_tags(parent: Page) -> QuerySet:
    """Return the tags of the articles below `parent` that a shopper may see, each with their number (`articles`).

    By name, and without tags that have no address. One query beside the restrictions.
    """
    articles = articles_of(parent)
    counted = Count("blog_articletag_items", filter=Q(blog_articletag_items__content_object__in=articles))
    return Tag.objects.exclude(slug="").annotate(articles=counted).filter(articles__gt=0).order_by("name")


def listed_people(parent: Page) -> QuerySet:
    """Return who has written or reviewed an article below `parent` that a shopper may see, by name."""
    articles = articles_of(parent)
    has_written = Q(bylines__article__in=articles)
    has_reviewed = Q(reviewed_articles__in=articles.filter(reviewed_on__isnull=False))
    people = apps.get_model("blog", "Author").objects.filter(has_written | has_reviewed).distinct()
    return people.select_related("portrait").prefetch_related("portrait__renditions").order_by("name")


def related_reading(article: "ArticlePage") -> list["ArticlePage"]:
    """Return at most three articles to read after this one, best first; nothing rather than something unrelated.

    First what its editors have picked, in their order. Then what shares products and tags with it: a shared
    product counts double, and of two with the same score the newer one comes first. One query; the tags are those the
    head of the page has asked for. Also works for a draft that was not saved.
    An alias is never among them, but what it repeats.
    """
    paths = references.current().restricted_paths
    others = apps.get_model("blog", "ArticlePage").objects.exclude(pk__in=_itself(article))
    articles = public(others.filter(alias_of__isnull=True), paths)
    products = set(article.wanted_references().get("product", ()))
    tags = [tag.pk for tag in article.shown_tags]
    made_of(*map(related_to, products), *map(tagged_with, tags))
    picked = _picks(article)
    ranked = articles.annotate(
        pick=picked,
        score=_shared("ProductRelation", "article", "product", products, is_excluded=False) * PRODUCT_WEIGHT
        + _shared("ArticleTag", "content_object", "tag", tags) * TAG_WEIGHT,
    ).filter(_is_candidate(article, products, tags))
    best = as_cards(ranked.order_by(F("pick").asc(nulls_last=True), "-score", "-published_at", "-pk"))
    # The sizes of their pictures are asked for together with those of the page they stand on.
    return list(best.prefetch_related(None)[:RELATED])


def _itself(article: "ArticlePage") -> list[int]:
    """Return the ids under which an article would meet itself: its own, and that of what it repeats."""
    return [pk for pk in (article.pk, article.alias_of_id) if pk]


def _repeated_by(aliases: Any) -> QuerySet:
    """Return the ids of what these articles repeat: whoever picks an alias means its original."""
    repeated = apps.get_model("blog", "ArticlePage").objects.filter(pk__in=aliases, alias_of__isnull=False)
    return repeated.values("alias_of")


def _unsaved_picks(article: "ArticlePage") -> list[int] | None:
    """Return the picks of a version that was opened for a preview, or None where those in the database count."""
    held = getattr(article, "_cluster_related_objects", None) or {}
    return [row.pick_id for row in held["picks"]] if "picks" in held else None


def _picks(article: "ArticlePage") -> Case | Subquery | Value:
    """Return an expression: the place of an article among the picks, NULL for all others."""
    unsaved = _unsaved_picks(article)
    if unsaved is not None:
        places = [
            When(Q(pk=pk) | Q(pk__in=_repeated_by([pk])), then=Value(place))
            for place, pk in enumerate(unsaved)
            if pk
        ]
        return Case(*places, default=None, output_field=IntegerField())
    is_meant = Q(pick=OuterRef("pk")) | Q(pick__alias_of=OuterRef("pk"))
    rows = apps.get_model("blog", "RelatedPick").objects.filter(is_meant, article=article.pk)
    # A pick has a place in its list; one that has none (an import, a script) still is a pick.
    return Subquery(rows.order_by("sort_order").values(place=Coalesce("sort_order", 0))[:1])


def _shared(model: str, holder: str, thing: str, ids: Iterable[int], **only: Any) -> Coalesce:
    """Return an expression: how many of the things with these ids an article has. `only` narrows its rows."""
    rows = apps.get_model("blog", model).objects.filter(
        **{holder: OuterRef("pk"), f"{thing}__in": ids}, **only
    )
    counted = rows.order_by().values(holder).annotate(shared=Count("pk")).values("shared")
    return Coalesce(Subquery(counted), 0)


def _is_candidate(article: "ArticlePage", products: Iterable[int], tags: Iterable[int]) -> Q:
    """Return the condition that keeps the ranking to the few articles that have anything in common with this one."""
    relations = apps.get_model("blog", "ProductRelation").objects.filter(
        product__in=products, is_excluded=False
    )
    tagged = apps.get_model("blog", "ArticleTag").objects.filter(tag__in=tags)
    unsaved = _unsaved_picks(article)
    saved = apps.get_model("blog", "RelatedPick").objects.filter(article=article.pk).values("pick")
    picks = saved if unsaved is None else [pk for pk in unsaved if pk]
    return (
        Q(pk__in=picks)
        | Q(pk__in=_repeated_by(picks))
        | Q(pk__in=relations.values("article"))
        | Q(pk__in=tagged.values("content_object"))
    )
