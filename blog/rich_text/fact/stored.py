"""The stored form of a fact in a sentence: `<a linktype="fact" id="7">30–40%</a>`.

The words are the figure as it was when it was put in; what is shown is the figure of today.
"""

from collections.abc import Mapping
from typing import Any

from qnwellness.content.references import reference_id

LINK_TYPE = "fact"


def stored(fact_id: int) -> dict[str, str]:
    """Return the attributes of the stored link, in the order they are stored in."""
    return {"linktype": LINK_TYPE, "id": str(fact_id)}


def read(attributes: Mapping[str, Any]) -> int | None:
    """Return the id of the fact a link's attributes name, or None."""
    return reference_id(attributes.get("id"))
