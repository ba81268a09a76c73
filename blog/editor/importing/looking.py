"""An article of a plan as the page it would be. Nothing is written, no picture and no source stored."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from qnwellness.images.models import SiteImage

from ...importing import document as doc
from ...importing.block_ids import keep_ids
from ...importing.body import Places, to_raw
from ...importing.completing import completed
from ...importing.document.stored import from_json
from ...importing.links import Links, pages_by_path, shop_hosts
from ...importing.placing import Surroundings, foresee
from ...importing.plan import Plan, latest
from ...importing.runs.files import Handed
from ...models import ArticleAuthor, ArticlePage, Author, BlogIndexPage, ImportItem
from ...outline import address


def planned_page(item: ImportItem) -> ArticlePage:
    """Return the page an item would become, unsaved. Pictures that are not stored yet are named where they will be.

    Raises whatever is wrong with the article.
    """
    plan = plan_of(item)
    page = latest(plan.record.article) if plan.record else _new(item.run.parent, plan.arranged)
    pictures = _stored(plan)
    links = Links(pages_by_path(), shop_hosts())
    blocks = [*_with_pictures_named(plan, pictures), *_notes(plan.arranged.footnotes)]
    raw = to_raw(blocks, Places(plan.products, pictures, links=links))
    stream = page.body.stream_block
    old = completed(stream, page.body.raw_data)
    page.body = stream.to_python(keep_ids(completed(stream, raw), old))
    _fill(page, plan.arranged, pictures)
    return page


def plan_of(item: ImportItem) -> Plan:
    """Return what would be done with an item as things are now. Nothing is written."""
    run = item.run
    around = Surroundings(parent=run.parent, run=run, publish=run.publishes)
    return foresee(from_json(item.content), Handed(run).shelf(item.file), around)


def _new(parent: BlogIndexPage, arranged: doc.ArrangedArticle) -> ArticlePage:
    """Return a page with a place below the journal, as Wagtail's preview of a new page has."""
    page = ArticlePage(live=False, depth=parent.depth + 1)
    last = parent.get_last_child()
    page.path = last._inc_path() if last else page._get_path(parent.path, page.depth, 1)
    page.slug = address(arranged.slug or arranged.title) or "article"
    page.set_url_path(parent)
    return page


def _fill(page: ArticlePage, arranged: doc.ArrangedArticle, pictures: Mapping[str, int]) -> None:
    page.title = arranged.title
    page.standfirst = arranged.standfirst or page.standfirst
    page.published_at = arranged.published or page.published_at
    if arranged.hero and arranged.hero.name in pictures:
        page.hero_id = pictures[arranged.hero.name]
    if page.pk is None and arranged.authors:
        # One that is new would have to be stored to be shown.
        here = Author.objects.in_bulk(arranged.authors, field_name="name")
        page.bylines = [ArticleAuthor(author=here[name]) for name in arranged.authors if name in here]


def _with_pictures_named(plan: Plan, stored: Mapping[str, int]) -> Iterator[doc.Block]:
    for block in plan.arranged.blocks:
        if isinstance(block, doc.Picture) and block.name not in stored:
            is_here = block.name in plan.pictures
            words = _("Picture: %(name)s") if is_here else _("Picture that is not here: %(name)s")
            yield doc.Text(f"<p><i>{escape(words % {'name': block.alt or block.name})}</i></p>")
        else:
            yield block


def _notes(notes: Iterable[doc.Footnote]) -> Iterator[doc.Block]:
    """Yield the references as a list: those of the page are made of stored sources."""
    if items := "".join(f"<li>{escape(note.text)}</li>" for note in notes):
        yield doc.Text(f"<p><b>{escape(_('Sources'))}</b></p><ol>{items}</ol>")


def _stored(plan: Plan) -> dict[str, int]:
    """Return the ids of the pictures that are in the library already, by their names in the article."""
    digests = {picture.content_hash for picture in plan.pictures.values()}
    rows: Any = SiteImage.objects.filter(source_hash__in=digests).values_list("source_hash", "pk")
    ids = dict(rows) if digests else {}
    return {name: ids[one.content_hash] for name, one in plan.pictures.items() if one.content_hash in ids}
