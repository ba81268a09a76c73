"""An article's page -> the article under review."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone

from ..models import ArticlePage
from ..outline import RESERVED, Outline
from ..reading import headings
from ..review import next_review
from .article import ArticleUnderReview, Picture, PosterAt
from .body import Body, PictureAt, read_body
from .figures import with_figures
from .posters import posters_of
from .products import with_products
from .targets import Targets

_FIELDS = ("body", "corrections")


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as its fields say it, before what it refers to is known."""

    page: ArticlePage
    body: Body
    corrections: Body

    @property
    def images(self) -> Iterator[int]:
        yield from (picture.image for picture in self.body.pictures if picture.image)
        yield from [self.page.hero_id] if self.page.hero_id else []


def under_review(
    pages: Iterable[ArticlePage], *, measures_pictures: bool = False
) -> list[ArticleUnderReview]:
    """Return articles as they are now, saved or not, each with what it refers to.

    How its pictures come out is known only where they are measured, which takes time. The number of queries does not
    grow with what articles hold, nor with their number where their `bylines` and `anchors` were prefetched.
    """
    pages = list(pages)
    read = [_read(page) for page in pages]
    targets = Targets(
        (link for one in read for body in (one.body, one.corrections) for link in body.links),
        (image for one in read for image in one.images),
    )
    posters = posters_of(pages) if measures_pictures else [()] * len(pages)
    articles = [_article(one, targets, shown) for one, shown in zip(read, posters, strict=True)]
    return with_products(with_figures(articles, pages), pages)


def _read(page: ArticlePage) -> _Read:
    fields = {name: page._meta.get_field(name).stream_block for name in _FIELDS}
    return _Read(
        page,
        **{
            name: read_body(name, block, list(getattr(page, name).raw_data)) for name, block in fields.items()
        },
    )


def _article(read: _Read, targets: Targets, posters: tuple[PosterAt, ...]) -> ArticleUnderReview:
    page, body = read.page, read.body
    links = [*body.links, *read.corrections.links]
    outline = headings(page.body.raw_data, page.kept_anchors(), page.contents)
    return ArticleUnderReview(
        standfirst=page.standfirst,
        search_description=page.search_description,
        hero=_hero(page.hero_id, targets.images),
        authors=len(page.bylines.all()),
        reviewed_on=page.reviewed_on,
        review_due_on=next_review(page.reviewed_on, page.review_due_on),
        today=timezone.localdate(),
        blocks=tuple(body.blocks),
        texts=tuple(body.texts),
        pictures=tuple(_picture(picture, targets.images) for picture in body.pictures),
        links=tuple(links),
        targets=targets.by_key,
        fragments=_fragments(outline),
        gone=outline.settled.gone,
        posters=posters,
    )


def _picture(stored: PictureAt, images: Mapping[int, tuple[str, str]]) -> Picture:
    title, _description = images.get(stored.image or 0, ("", ""))
    return Picture(
        stored.place, title, stored.alt, stored.is_decorative, is_missing=stored.image not in images
    )


def _hero(pk: int | None, images: Mapping[int, tuple[str, str]]) -> Picture | None:
    if pk not in images:
        return None
    title, description = images[pk]
    return Picture("hero", title, description or title)


def _fragments(outline: Outline) -> frozenset[str]:
    """Return the `#fragments` of an article that lead to a heading, older ones too."""
    older = (anchor for anchors in outline.aliases.values() for anchor in anchors)
    return frozenset({*outline.anchors.values(), *older, *RESERVED})
