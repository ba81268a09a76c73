"""What the Products panel beside an article's form shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from products.availability import Standing, Surface
from products.models import ProductPage
from products.showing import Showing, show, stand, successor_of
from qnwellness.content import references
from qnwellness.content.references import reference_id

from ..checks.article import ArticleUnderReview, Link
from ..models import ArticlePage
from ..naming.written import Written

_KINDS = ("callout", "call_to_action", "mention")


@dataclass(frozen=True, slots=True)
class Stop:
    """A section a product stands in, with the way to it in the form. `title` is empty before the first heading."""

    title: str
    place: str


@dataclass(frozen=True, slots=True)
class ListedProduct:
    """A product of an article. `product` is None where it was deleted.

    `kinds` says how often it is shown in each way; `stops` are the sections it is shown in. `names` are those written
    and linked nowhere, `linked` how many mentions follow it.
    """

    pk: int
    product: ProductPage | None
    standing: Standing
    shown: Showing | None
    successor: ProductPage | None
    kinds: tuple[str, ...]
    stops: tuple[Stop, ...]
    names: tuple[Written, ...]
    linked: int

    @property
    def name(self) -> str:
        """Return its name of today."""
        return self.product.title if self.product else _("A product that was deleted")

    @property
    def state(self) -> str:
        """Return how it stands for a shopper, in words."""
        return {
            Standing.LIVE: _("Live"),
            Standing.OUT_OF_STOCK: _("Out of stock"),
            Standing.DISCONTINUED: _("Discontinued"),
            Standing.REPLACED: _("Replaced"),
            Standing.HIDDEN: _("Hidden: readers do not see it"),
            Standing.DRAFT: _("Not published: readers do not see it"),
            Standing.PRIVATE: _("Private: readers do not see it"),
            Standing.DELETED: _("Deleted: readers do not see it"),
        }[self.standing]

    @property
    def edit_url(self) -> str:
        """Return the address of its form."""
        return reverse("wagtailadmin_pages:edit", args=[self.pk]) if self.product else ""

    @property
    def open_names(self) -> int:
        """Return how many of its names can be linked."""
        return sum(name.can_be_linked for name in self.names)

    @property
    def tally(self) -> str:
        """Return how often the text names it, and how often by a link: “6 times, 0 linked”."""
        times = len(self.names) + self.linked
        said = ngettext("%(count)s time", "%(count)s times", times) % {"count": times}
        return _("%(times)s, %(linked)s linked") % {"times": said, "linked": self.linked}


@dataclass(frozen=True, slots=True)
class ListedProducts:
    """The products of a form in the order they are met. `url` leads to where names are linked."""

    products: tuple[ListedProduct, ...]
    url: str

    @property
    def open_names(self) -> int:
        """Return how many names could be linked."""
        return sum(one.open_names for one in self.products)

    @property
    def several_open(self) -> bool:
        """Tell whether names of more than one product could be linked."""
        return sum(bool(one.open_names) for one in self.products) > 1

    @property
    def status(self) -> str:
        """Return what a screen reader is told when the list has changed."""
        count = len(self.products)
        said = ngettext("%(count)s product", "%(count)s products", count) % {"count": count}
        waiting = ngettext(
            "%(count)s name could be linked", "%(count)s names could be linked", self.open_names
        ) % {"count": self.open_names}
        return f"{said}. {waiting}."


def listed_products(page: ArticlePage, article: ArticleUnderReview) -> ListedProducts:
    """Return what the panel shows of an article, saved or not. Six queries at most, whatever it names.

    `article` is the same article, as its review has read it.
    """
    links: dict[int, list[Link]] = {}
    for link in article.links:
        pk = reference_id(link.target) if link.kind == "product" and link.surface in _KINDS else None
        if pk is not None and link.place.startswith("body."):
            links.setdefault(pk, []).append(link)
    names: dict[int, list[Written]] = {}
    for name in article.names:
        names.setdefault(name.name.product, []).append(name)
    wanted = list(dict.fromkeys([*links, *names]))
    stops = dict(_stops(article))
    with references.resolving({"product": wanted}) as current:
        found = current.many("product", wanted)
        products = tuple(
            _listed(pk, found.get(pk), links.get(pk, []), names.get(pk, []), stops) for pk in wanted
        )
    return ListedProducts(products, reverse("article_review:products", args=[page.pk]) if page.pk else "")


def _listed(
    pk: int, product: ProductPage | None, links: list[Link], names: list[Written], stops: dict[str, Stop]
) -> ListedProduct:
    standing = stand(product)
    shown = show(product, Surface.CALLOUT)
    if shown:
        # Read now, while what it needs is at hand.
        shown.offered  # noqa: B018
    kinds = Counter(link.surface for link in links)
    return ListedProduct(
        pk,
        product,
        standing,
        shown,
        successor_of(product) if product and standing is Standing.REPLACED else None,
        tuple(_kind(kind, kinds[kind]) for kind in _KINDS if kinds[kind]),
        tuple(_sections(links, stops)),
        tuple(names),
        kinds["mention"],
    )


def _kind(kind: str, count: int) -> str:
    said = {
        "callout": ngettext("%(count)s callout", "%(count)s callouts", count),
        "call_to_action": ngettext("%(count)s call to action", "%(count)s calls to action", count),
        "mention": ngettext("%(count)s mention", "%(count)s mentions", count),
    }
    return said[kind] % {"count": count}


def _sections(links: Iterable[Link], stops: dict[str, Stop]) -> Iterator[Stop]:
    """Yield the sections links stand in, each with the way to the first of them."""
    seen: set[str] = set()
    for link in links:
        stop = stops.get(_block(link.place), Stop("", ""))
        if stop.place not in seen:
            seen.add(stop.place)
            yield Stop(stop.title, link.place)


def _stops(article: ArticleUnderReview) -> Iterator[tuple[str, Stop]]:
    section = Stop("", "")
    for block in article.blocks:
        if block.heading:
            section = Stop(block.heading.text, block.place)
        yield block.place, section


def _block(place: str) -> str:
    return ".".join(place.split(".")[:2])
