"""The stored form of a citation: `<a linktype="source" id="5">Knapen 2013</a>`.

The words are for the editor; readers get the source's number on the page.
"""

from collections.abc import Mapping
from typing import Any

from qnwellness.content.references import reference_id

LINK_TYPE = "source"


def stored(source_id: int) -> dict[str, str]:
    """Return the attributes of the stored link, in the order they are stored in."""
    return {"linktype": LINK_TYPE, "id": str(source_id)}


def read(attributes: Mapping[str, Any]) -> int | None:
    """Return the id of the source a link's attributes name, or None."""
    return reference_id(attributes.get("id"))
