"""Headings -> anchors -> nested outline: one value feeds the contents list and the heading ids.

Pure: knows neither Django nor Wagtail nor how a heading is stored.
"""

from .anchors import RESERVED, AnchorMinter, slug
from .outline import Entry, Heading, Outline, build_outline

__all__ = ["RESERVED", "AnchorMinter", "Entry", "Heading", "Outline", "build_outline", "slug"]
