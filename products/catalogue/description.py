"""A shop's description as the rich text a product stores."""

import re

from products.catalogue.document import Unusable
from products.catalogue.markup import simplify
from products.models import ProductPage
from qnwellness.content.rich_text import to_stored

FEATURES: list[str] = ProductPage._meta.get_field("description").features

# A table has been said to be one already, and its parts mean nothing to a person.
_PARTS_OF_TABLES = frozenset({"table", "thead", "tbody", "tfoot"})
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br/>)*</p>")


def to_description(html: str) -> tuple[str, list[str]]:
    """Return the rich text for a description in foreign HTML or plain text, and lines about what it loses.

    Raises Unusable for a text that is too long or too tangled.
    """
    simple, notices = simplify(html)
    try:
        stored, removals = to_stored(simple, FEATURES)
    except (AssertionError, RecursionError):
        # Wagtail's converter asserts on nestings of elements that its editor does not make.
        raise Unusable("the markup is nested in a way that cannot be kept; simplify it") from None
    lost = sorted({removal.tag for removal in removals} - _PARTS_OF_TABLES)
    notices += [f"no place for <{tag}>; its words are kept" for tag in lost]
    full = _EMPTY_PARAGRAPH.sub("", stored)
    # Without the empty paragraph between them two lists become one; a text without any is canonical already.
    return full if full == stored else canonical(full), notices


def canonical(stored: str) -> str:
    """Return stored rich text without what saving it in the editor adds, so that texts can be compared."""
    return _EMPTY_PARAGRAPH.sub("", to_stored(stored, FEATURES)[0])
