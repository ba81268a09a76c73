"""The stored form of a product mention: `<a linktype="product" id="7" text="name">words</a>`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from qnwellness.content.references import reference_id

LINK_TYPE = "product"


class Wording(StrEnum):
    """Which words a mention shows."""

    NAME = "name"  # the product's name of today
    OWN = "own"  # the words it was written with


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to a product, as the attributes of a stored link say it."""

    product_id: int
    wording: Wording

    @classmethod
    def read(cls, attributes: Mapping[str, Any]) -> "Mention | None":
        """Return the mention these attributes describe, or None if they name no product.

        A mention that does not say which words it shows keeps its own.
        """
        product_id = reference_id(attributes.get("id"))
        if product_id is None:
            return None
        wording = Wording.NAME if attributes.get("text") == Wording.NAME else Wording.OWN
        return cls(product_id, wording)

    def attributes(self) -> dict[str, str]:
        """Return the attributes of the stored link, in the order they are stored in."""
        return {"linktype": LINK_TYPE, "id": str(self.product_id), "text": str(self.wording)}
