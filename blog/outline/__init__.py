"""Headings -> anchors -> nested outline: one value feeds the contents list and the heading ids.

Also decides which addresses headings keep: `settle` is the one answer to what a heading is called, for readers,
previews, publishing and the editor's form. Pure: knows neither Django nor Wagtail nor how a heading is stored.
"""

from .anchors import RESERVED, AnchorMinter, address, slug
from .heading import Heading
from .keeping import Clash, Holding, Kept, Settled, asks_for, renewed
from .outline import Entry, Outline, build_outline

__all__ = [
    "RESERVED",
    "AnchorMinter",
    "Clash",
    "Entry",
    "Heading",
    "Holding",
    "Kept",
    "Outline",
    "Settled",
    "address",
    "asks_for",
    "build_outline",
    "renewed",
    "slug",
]
