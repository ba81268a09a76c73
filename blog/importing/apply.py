"""Carries out a plan: one transaction an article."""

from itertools import chain, count

from django.core.exceptions import ValidationError

from ..models import ArticleAuthor, ArticlePage, Author, BlogIndexPage, ImportRecord
from ..outline import address
from ..review import whole_minute
from . import document as doc
from .addresses import keep_fragments
from .block_ids import keep_ids
from .body import Places, Raw, to_raw
from .completing import completed
from .fingerprint import digest
from .fitting import fitted
from .links import Links, pages_by_path, shop_hosts
from .noted import sources_of
from .pictures import stored_pictures
from .plan import Plan, latest

_PATH, _SEO_TITLE, _TAG = 500, 255, 100


def apply(plan: Plan, parent: BlogIndexPage, *, publish: bool) -> tuple[ArticlePage, list[str]]:
    """Create or update the article of a plan, below `parent` if it is new, and publish it if asked to.

    Returns the page and warnings. Raises ValidationError when the site cannot hold the content, DatabaseError or
    OSError when it cannot be stored; then nothing is written, no picture file either.
    """
    with stored_pictures(plan.pictures) as pictures:
        arranged = plan.arranged
        places = Places(
            plan.products,
            pictures,
            sources=sources_of(arranged.footnotes),
            links=Links(pages_by_path(), shop_hosts()),
        )
        article = latest(plan.record.article) if plan.record else ArticlePage(live=False)
        stream = article.body.stream_block
        old_body = completed(stream, article.body.raw_data)
        body = keep_ids(completed(stream, to_raw(arranged.blocks, places)), old_body)
        places.warnings += [
            f"the link to {link} leads to the beginning of that article, not to the section"
            for link in places.links.to_sections
        ]
        _fill(article, arranged, body, places)
        article.body.stream_block.clean(article.body)
        if plan.record is None:
            article.slug = _slug(arranged, parent)
            parent.add_child(instance=article)
        keep_fragments(article, fitted(arranged.blocks), body)
        revision = article.save_revision()
        _remember(plan, article, places)
        if publish and not plan.is_hidden:
            revision.publish()
            # Publishing may write what the editor's form would.
            _note_as_placed(article)
        return article, places.warnings


def _fill(article: ArticlePage, arranged: doc.ArrangedArticle, body: list[Raw], places: Places) -> None:
    """Write what the source says; what it does not say stays as it is."""
    article.title = _title(arranged.title)
    article.body = article.body.stream_block.to_python(body)
    if arranged.hero and arranged.hero.name in places.pictures:
        article.hero_id = places.pictures[arranged.hero.name]
    for name, value in {
        "standfirst": arranged.standfirst,
        "published_at": arranged.published and whole_minute(arranged.published),
        "seo_title": arranged.seo_title and arranged.seo_title[:_SEO_TITLE],
        "search_description": arranged.seo_description,
    }.items():
        if value:
            setattr(article, name, value)
    if arranged.tags:
        article.tags.set([tag[:_TAG] for tag in arranged.tags])
    if arranged.authors:
        authors = [_author(name) for name in dict.fromkeys(arranged.authors)]
        article.bylines = [ArticleAuthor(author=author, sort_order=n) for n, author in enumerate(authors)]


def _title(title: str) -> str:
    """Return a title the site can hold. Raises ValidationError naming the field."""
    try:
        return ArticlePage._meta.get_field("title").clean(title, None)
    except ValidationError as problem:
        raise ValidationError({"title": problem.messages}) from None


def _slug(arranged: doc.ArrangedArticle, parent: BlogIndexPage) -> str:
    """Return a slug no other page of the journal has, and none of the journal's own addresses."""
    words = address(arranged.slug or arranged.title) or "article"
    taken = {*parent.get_children().values_list("slug", flat=True), *ArticlePage.reserved_slugs}
    numbered = (f"{words}-{number}" for number in count(2))
    return next(candidate for candidate in chain([words], numbered) if candidate not in taken)


def _author(name: str) -> Author:
    """Return the person of this name, whatever its capitals, or a new one. Raises ValidationError for no name."""
    known = Author.objects.filter(name__iexact=name).order_by("pk").first()
    if known:
        return known
    author = Author(name=name)
    author.full_clean(exclude=["slug"])
    author.save()
    return author


def _remember(plan: Plan, article: ArticlePage, places: Places) -> None:
    arranged = plan.arranged
    ImportRecord.objects.update_or_create(
        source=arranged.source,
        defaults={
            "article": article,
            "source_hash": plan.source_hash,
            "placed_hash": digest(latest(article)),
            "path": (arranged.path or "")[:_PATH],
            "was_published": arranged.is_published,
            "open_links": places.links.open,
            "notes": [*plan.warnings, *places.warnings],
        },
    )


def _note_as_placed(article: ArticlePage) -> None:
    ImportRecord.objects.filter(article=article).update(placed_hash=digest(latest(article)))
