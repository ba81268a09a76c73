"""What articles under review say of products: names that are written and not linked, and what they promote."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace

from products.availability import Standing
from products.details import ingredients_of
from products.models import ProductPage
from products.showing import stand, successor_of
from qnwellness.content import references
from qnwellness.content.references import reference_id

from ..models import ArticlePage
from ..naming.names import Names
from ..naming.written import NamingText, written_names
from .article import ArticleUnderReview, Promoted, ReadText
from .catalogue import best_of, products_with, public_names

# Whose words are not ours, or who show a product by themselves.
NEVER_LINKED = frozenset({"quote", "product_callout"})
# Fields that are headings, labels or names, and those for people who do not see a picture.
_NOT_RUNNING = frozenset(
    {"title", "subtitle", "question", "label", "link_label", "do_label", "avoid_label", "substance"}
    | {"attribution", "source", "sources", "sources_label", "credit", "alt_text", "anchor", "contents_label"}
)
_PROMOTING = frozenset({"callout", "call_to_action"})


def with_products(
    articles: Sequence[ArticleUnderReview], pages: Sequence[ArticlePage]
) -> list[ArticleUnderReview]:
    """Return articles with what they are about, the names they write and the products they promote.

    The number of queries does not grow with them: one for names, one for products that fit better, and what it takes
    to load products with their successors.
    """
    wanted = {"product": {pk for article in articles for pk in _promoted_ids(article)}}
    with nullcontext() if references.is_rendering() else references.resolving(wanted):
        current = references.current()
        current.expect("product", wanted["product"])
        texts = [list(_naming_texts(article)) for article in articles]
        said = [text.html for own in texts for text in own]
        names = Names(public_names(said, current.restricted_paths) if said else ())
        return _with_fitting(
            [
                replace(
                    article,
                    names=tuple(written_names(own, names)),
                    nutrients=page.nutrients,
                    promoted=_promoted(article),
                )
                for article, page, own in zip(articles, pages, texts, strict=True)
            ],
            current.restricted_paths,
        )


def _with_fitting(articles: Sequence[ArticleUnderReview], paths: Iterable[str]) -> list[ArticleUnderReview]:
    lacking = [article for article in articles if article.lacks_its_nutrients]
    found = products_with({name for article in lacking for name in article.nutrients}, paths)
    return [
        replace(article, fitting=best_of(found, article.nutrients))
        if article.lacks_its_nutrients
        else article
        for article in articles
    ]


def _promoted_ids(article: ArticleUnderReview) -> Iterator[int]:
    for link in article.links:
        pk = reference_id(link.target) if link.kind == "product" and link.surface in _PROMOTING else None
        if pk is not None:
            yield pk


def _promoted(article: ArticleUnderReview) -> dict[str, Promoted]:
    found = references.current().many("product", list(_promoted_ids(article)))
    return {str(pk): _as_shown(found[pk]) for pk in dict.fromkeys(_promoted_ids(article)) if pk in found}


def _as_shown(product: ProductPage) -> Promoted:
    standing = stand(product)
    successor = successor_of(product) if standing is Standing.REPLACED else None
    labels = (
        ", ".join(filter(None, (line.name, line.form, line.provides)))
        for line in ingredients_of(successor or product)
    )
    return Promoted(product.title, str(standing), tuple(labels), successor.title if successor else "")


def _naming_texts(article: ArticleUnderReview) -> Iterator[NamingText]:
    """Yield the texts of an article in which a product is named as in a sentence."""
    sections, section = {}, 0
    for block in article.blocks:
        section += block.heading is not None
        sections[block.place] = section
    for text in article.texts:
        if _may_name(text):
            block = ".".join(text.place.split(".")[:2])
            yield NamingText(
                text.stored, text.place, sections.get(block, 0), text.is_rich, text.takes_products
            )


def _may_name(text: ReadText) -> bool:
    return text.kind not in NEVER_LINKED and text.place.rpartition(".")[2] not in _NOT_RUNNING
