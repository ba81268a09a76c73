"""Links in an infographic of whose panels only the words are kept."""

from collections.abc import Iterator, Sequence

from blog.importing.document import (
    BoxElement,
    CallToAction,
    Element,
    Infographic,
    ListElement,
    Paragraph,
    TableElement,
)
from blog.importing.structure.boxes.calling import Known, links_of
from blog.importing.structure.items import Item
from blog.importing.structure.telling import at, quoted


def lost_links(
    box: BoxElement,
    infographic: Infographic,
    elements: Sequence[Element],
    left: Sequence[Item],
    known: Known,
) -> Iterator[str]:
    """A warning for every address a box links to that neither its infographic nor what is left of it has."""
    kept = [
        address
        for panel in infographic.panels
        if isinstance(panel, CallToAction)
        for address in (panel.link, panel.handle or "")
    ]
    still = {address for item in left for address in _addresses(item)}
    for address in dict.fromkeys(address for element in elements for address in _addresses(element)):
        if address not in still and address not in kept and (known.handle(address) or address) not in kept:
            yield at(box.line, f"a link to {quoted(address)} inside an infographic is words only now.")


def _addresses(item: Item) -> list[str]:
    match item:
        case Paragraph():
            return links_of(item.html)
        case ListElement():
            return [address for entry in item.items for address in links_of(entry)]
        case TableElement():
            return [address for row in item.rows for cell in row for address in links_of(cell)]
        case _:
            return []
