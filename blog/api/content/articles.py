"""Articles, in a list and whole."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from products.queries import kept_under
from qnwellness.answers.parts import made_of
from qnwellness.content.visibility import public

from ...listing import addressed, as_cards, originals
from ...models import ArticleAuthor, ArticlePage, ProductRelation
from .blocks import body_of
from .cursor import Cursor, moment_of
from .reading import CARD, Reading


def listed(tag: str, product: str) -> QuerySet[ArticlePage]:
    """Return the articles a reader may see, newest first; with a tag by its slug, or that name a product by its handle.

    Five queries with everything a list says of them.
    """
    articles = originals(public(ArticlePage.objects.filter(published_at__isnull=False)))
    if tag:
        articles = articles.filter(tags__slug=tag)
    if product:
        made_of(*kept_under(product))
        named = ProductRelation.objects.filter(product__handle=product, is_excluded=False)
        articles = articles.filter(pk__in=named.values("article"))
    bylines = ArticleAuthor.objects.select_related("author").order_by("sort_order", "pk")
    with_people = as_cards(articles).prefetch_related(Prefetch("bylines", bylines), "tagged_items__tag")
    return with_people.order_by("-published_at", "-pk").distinct()


def behind(articles: QuerySet[ArticlePage], cursor: Cursor) -> QuerySet[ArticlePage]:
    """Return the articles of a list that come behind one. Raises BadCursor."""
    moment = moment_of(cursor)
    return articles.filter(Q(published_at__lt=moment) | Q(published_at=moment, pk__lt=cursor.number))


def cursor_of(article: ArticlePage) -> Cursor:
    """Return where a list goes on behind an article."""
    return Cursor(article.published_at.isoformat(), article.pk)


def find(slug: str) -> ArticlePage | None:
    """Return the article a reader may see that has this last part of its address; of several, the oldest page."""
    if "\0" in slug:
        return None
    made_of(addressed(slug))
    found = public(ArticlePage.objects.filter(slug=slug, published_at__isnull=False, alias_of__isnull=True))
    return (
        found.select_related("hero", "reviewer").prefetch_related("hero__renditions").order_by("pk").first()
    )


def summary(request: HttpRequest, article: ArticlePage) -> dict[str, Any]:
    """Return what a list says of an article."""
    reading = Reading(article.get_full_url(request))
    journal = reading.whole("../")
    return {
        "slug": article.slug,
        "title": article.title,
        "url": reading.address,
        "standfirst": article.standfirst,
        "published": _local(article.published_at),
        "updated": _local(article.shown_update),
        "reading_minutes": article.reading_minutes,
        "image": reading.picture(article.hero, CARD, alt=None if article.hero else ""),
        "tags": [
            {"name": one.tag.name, "slug": one.tag.slug}
            for one in sorted(article.tagged_items.all(), key=lambda one: one.pk)
            if one.tag.slug
        ],
        "authors": [
            {"name": one.author.name, "url": journal + one.author.path} for one in article.bylines.all()
        ],
    }


def whole(request: HttpRequest, article: ArticlePage) -> dict[str, Any]:
    """Return an article as its readers see it."""
    with article.being_served():
        outline = article.outline
        reading = Reading(article.get_full_url(request), outline.anchors)
        blocks = body_of(article.body, reading)
        return {
            **summary(request, article),
            "contents": [
                {"text": entry.text, "anchor": entry.anchor, "level": entry.level}
                for entry in (outline.flat() if outline.is_useful else ())
            ],
            "blocks": blocks,
            "figures": [
                {
                    "anchor": one.stated.anchor,
                    "text": _figure(one.fact),
                    "sources": [article.cited[source.pk].number for source in one.sources],
                }
                for one in article.figures
            ],
            "sources": [
                {"number": one.cited.number, "text": one.text, "url": one.url} for one in article.citations
            ],
            "products": [reading.offered(shown) for shown in article.named_products],
        }


def _local(moment: datetime | None) -> datetime | None:
    return moment and timezone.localtime(moment).replace(microsecond=0)


def _figure(fact: Any) -> str:
    said = f"{fact.text} {fact.statement}"
    return f"{said}, {fact.qualifier}" if fact.qualifier else said
