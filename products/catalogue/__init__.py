"""The catalogue comes from the shop: a product export -> plan -> carry out -> report.

Owns what a shop's export looks like (`readers/`, `columns.py`: pure), what it means for the products of this site
(`planning.py`, by the owners in `ownership.py`), and how it gets in. Knows nothing of articles, and never fetches
anything.
"""

from products.catalogue.importer import import_catalogue
from products.catalogue.report import CatalogueReport

__all__ = ["CatalogueReport", "import_catalogue"]
