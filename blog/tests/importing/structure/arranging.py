"""Arranging a text in one call."""

from blog.importing.document import ArrangedArticle, ProductName
from blog.importing.readers import read
from blog.importing.structure import arrange
from blog.tests.importing.catalogue import NAMES

PROSE = (
    "An evening by the water does what no list of rules can do. The light falls, the wind turns, and the shoulders "
    "come down by themselves before anybody has decided anything."
)


def arranged(*parts: str, names: tuple[ProductName, ...] = NAMES) -> ArrangedArticle:
    """The arranged article of parts with blank lines between them."""
    (article,) = read("\n\n".join(parts).encode(), source="quiet_evenings.txt", format="text")
    return arrange(article, names)
