"""Arranging a text in one call."""

from blog.importing.arranging import arrange
from blog.importing.document import ArrangedArticle, Element, ProductName, SourceArticle
from blog.importing.markup import read_markup
from blog.importing.readers import read_data
from blog.tests.importing.catalogue import NAMES

PROSE = (
    "An evening by the water does what no list of rules can do. The light falls, the wind turns, and the shoulders "
    "come down by themselves before anybody has decided anything."
)


def arranged(*parts: str, names: tuple[ProductName, ...] = NAMES) -> ArrangedArticle:
    """The arranged article of parts with blank lines between them."""
    (article,) = read_data("\n\n".join(parts).encode(), source="quiet_evenings.txt", format="text")
    return arrange(article, names)


def arranged_elements(*elements: Element, title: str | None = "Evenings", **known: object) -> ArrangedArticle:
    """The arranged article of elements; what else is known of it by the names of its fields."""
    return arrange(SourceArticle("evenings", "0", elements, title=title, **known), NAMES)


def arranged_markup(html: str, title: str | None = "Evenings", **known: object) -> ArrangedArticle:
    """The arranged article of HTML."""
    markup = read_markup(html)
    source = SourceArticle("evenings", "0", markup.elements, title=title, set_aside=markup.set_aside, **known)
    return arrange(source, NAMES)
