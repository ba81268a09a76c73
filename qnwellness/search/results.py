"""The results on one page of the list, loaded whole to show the words asked for in their place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from blog.models import ArticlePage
from blog.passages import Passage
from products.details import ingredients_of
from products.models import ProductPage
from qnwellness.content import references
from qnwellness.content.summaries import joined, paragraphs

from .question import ARTICLES, PRODUCTS
from .ranking import Candidate
from .snippets import Piece, Snippet, best_snippet, marked, opening


@dataclass(frozen=True, slots=True)
class Result:
    """A page as a result: its title and a part of its text as pieces, and the section that part stands in."""

    kind: str
    page: ArticlePage | ProductPage
    title: Sequence[Piece]
    snippet: Sequence[Piece]
    section: str = ""
    anchor: str = ""


def load(candidates: Sequence[Candidate], terms: Collection[str]) -> list[Result]:
    """Return the results for candidates, in their order. At most ten queries, whatever their number.

    What they refer to is resolved together with what the page around them shows.
    """
    current = references.current()
    with references.resolved_by(current):
        products = _ids(candidates, PRODUCTS)
        articles = _articles(_ids(candidates, ARTICLES))
        wanted = [page.wanted_references() for page in articles]
        current.expect("fact", {pk for one in wanted for pk in one.get("fact", ())})
        current.expect("product", {*products, *(pk for one in wanted for pk in one.get("product", ()))})
        found = {(ARTICLES, page.pk): _article(page, terms) for page in articles}
        cards = list(current.many("product", products).values())
        prefetch_related_objects(cards, "other_names")
        found |= {(PRODUCTS, page.pk): _product(page, terms) for page in cards}
    return [found[key] for one in candidates if (key := (one.kind, one.pk)) in found]


def _articles(ids: Collection[int]) -> list[ArticlePage]:
    articles = ArticlePage.objects.filter(pk__in=ids).select_related("hero")
    return list(articles.prefetch_related("hero__renditions", "anchors")) if ids else []


def _ids(candidates: Sequence[Candidate], kind: str) -> list[int]:
    return [candidate.pk for candidate in candidates if candidate.kind == kind]


def _article(article: ArticlePage, terms: Collection[str]) -> Result:
    passages = list(article.passages())
    snippet, passage = _best_passage(article.standfirst, passages, terms)
    anchors: Mapping[str, str] = article.outline.anchors
    anchor = anchors.get(passage.block_id, "") if passage and passage.heading else ""
    return Result(
        kind=ARTICLES,
        page=article,
        title=marked(article.title, terms),
        snippet=snippet.pieces,
        section=passage.heading if passage and anchor else "",
        anchor=anchor,
    )


def _best_passage(
    standfirst: str, passages: Sequence[Passage], terms: Collection[str]
) -> tuple[Snippet, Passage | None]:
    """Return the snippet to show and the passage it comes from: one whose heading says it all comes first."""
    by_heading = best_snippet([passage.heading for passage in passages], terms)
    if by_heading and by_heading.terms >= set(terms):
        passage = passages[by_heading.number]
        return best_snippet([passage.text], terms) or opening(passage.text, terms), passage
    found = best_snippet([standfirst, *(passage.text for passage in passages)], terms)
    if found is None:
        first = standfirst or next((passage.text for passage in passages if passage.text), "")
        return opening(first, terms), None
    return found, passages[found.number - 1] if found.number else None


def _product(product: ProductPage, terms: Collection[str]) -> Result:
    names = ", ".join(name.name for name in product.other_names.all())
    ingredients = ", ".join(
        f"{item.name} ({item.form})" if item.form else item.name for item in ingredients_of(product)
    )
    texts = [
        product.summary,
        joined(paragraphs(product.description)),
        _("With %(ingredients)s") % {"ingredients": ingredients} if ingredients else "",
        _("Also called %(names)s") % {"names": names} if names else "",
    ]
    first = product.summary or texts[1]
    snippet = best_snippet(texts, terms) or opening(first, terms)
    return Result(PRODUCTS, product, marked(product.title, terms), snippet.pieces)
