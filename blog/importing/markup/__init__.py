"""Markup: the HTML of an article, or of a whole page around one, -> the elements of a source article. Pure.

Every reader whose format holds HTML, or can be turned into it, hands it here. Owns what markup means: which boxes are
the page's own furniture, which lines are headings, lists, tables, figures, films, questions, footnotes and contents
lists, and that every word that is shown is in an element or among what was set aside. Knows no format around it, no
product and nothing of the site.
"""

from dataclasses import dataclass

from blog.importing.document import Element, SetAside

__all__ = ["Markup", "read_markup"]


@dataclass(frozen=True, slots=True)
class Markup:
    """What HTML says: its elements in order, and the words that are not part of an article, with the reason."""

    elements: tuple[Element, ...]
    set_aside: tuple[SetAside, ...] = ()


def read_markup(html: str) -> Markup:
    """The elements of an article's HTML, which may be a fragment or a whole page, in order.

    Raises Unreadable, with one line for a person, for HTML that no page is built like (nested too deeply, too large).
    """
    from blog.importing.filling.html import elements_of

    return Markup(elements_of(html))
