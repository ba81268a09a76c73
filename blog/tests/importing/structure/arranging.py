"""Arranging a text in one call."""

from blog.importing.arranging import arrange
from blog.importing.document import ArrangedArticle, ProductName
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
