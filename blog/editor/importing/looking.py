"""An article of a plan as the page it would be. Nothing is written, no picture stored."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from qnwellness.images.models import SiteImage

from ...importing import document as doc
from ...importing.body import Places, to_raw
from ...importing.completing import completed
from ...importing.document.stored import from_json
from ...importing.placing import Surroundings, foresee
from ...importing.plan import Plan, latest
from ...importing.runs.files import Handed
from ...models import ArticleAuthor, ArticlePage, Author, BlogIndexPage, ImportItem
from ...outline import address


def planned_page(item: ImportItem) -> ArticlePage:
    """Return the page an item would become, unsaved. Pictures that are not stored yet are named where they will be.

    Raises ValueError where the article cannot be placed at all.
    """
    run = item.run
    around = Surroundings(parent=run.parent, run=run, publish=run.publishes)
    plan = foresee(from_json(item.content), Handed(run).shelf(item.file), around)
    page = latest(plan.record.article) if plan.record else _new(run.parent, plan.arranged)
    stored = _stored(plan)
    places = Places(plan.products, stored)
    blocks = _with_pictures_named(plan.arranged.blocks, plan, stored)
    stream = page.body.stream_block
    page.body = stream.to_python(completed(stream, to_raw(blocks, places)))
    _fill(page, plan.arranged, stored)
    return page


def _new(parent: BlogIndexPage, arranged: doc.ArrangedArticle) -> ArticlePage:
    """Return a page with a place below the journal, as Wagtail's preview of a new page has."""
    page = ArticlePage(live=False, depth=parent.depth + 1)
    last = parent.get_last_child()
    page.path = last._inc_path() if last else page._get_path(parent.path, page.depth, 1)
    page.slug = address(arranged.slug or arranged.title) or "article"
    page.set_url_path(parent)
    return page


def _fill(page: ArticlePage, arranged: doc.ArrangedArticle, stored: Mapping[str, int]) -> None:
    page.title = arranged.title
    page.standfirst = arranged.standfirst or page.standfirst
    page.published_at = arranged.published or page.published_at
    if arranged.hero and arranged.hero.name in stored:
        page.hero_id = stored[arranged.hero.name]
    if page.pk is None and arranged.authors:
        here = Author.objects.in_bulk(arranged.authors, field_name="name")
        authors = [here.get(name) for name in arranged.authors]
        page.bylines = [ArticleAuthor(author=author) for author in authors if author]


def _with_pictures_named(
    blocks: Iterable[doc.Block], plan: Plan, stored: Mapping[str, int]
) -> Iterator[doc.Block]:
    for block in blocks:
        if isinstance(block, doc.Picture) and block.name not in stored:
            is_here = block.name in plan.pictures
            words = _("Picture: %(name)s") if is_here else _("Picture that is not here: %(name)s")
            name = block.alt or block.name
            yield doc.Text(f"<p><i>{escape(words % {'name': name})}</i></p>")
        else:
            yield block


def _stored(plan: Plan) -> dict[str, int]:
    """Return the ids of the pictures that are in the library already, by their names in the article."""
    digests = {picture.content_hash: name for name, picture in plan.pictures.items()}
    rows: Any = SiteImage.objects.filter(source_hash__in=digests).values_list("source_hash", "pk")
    return {digests[digest]: pk for digest, pk in rows}
