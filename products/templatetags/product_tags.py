"""Asks, in a template, what a surface shows of a product."""

from typing import Any

from django import template

from ..availability import Surface
from ..showing import Showing, show

register = template.Library()


@register.simple_tag
def show_product(product: Any, surface: str) -> Showing | None:
    """Return what a surface (by its name) shows of a product, or None where it shows nothing."""
    return show(product, Surface(surface))
