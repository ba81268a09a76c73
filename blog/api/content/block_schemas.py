"""What blocks with an answer of their own are answered as; what the others are follows from their definitions."""

from ninja import Field, Schema

from .offer import OfferOut


class HeadingOut(Schema):
    """A heading; `anchor` is its address in the article."""

    text: str
    level: int
    anchor: str


class CalloutOut(Schema):
    """A product, marked as ours; `reason` is why it is here."""

    product: OfferOut
    reason: str


class BarOut(Schema):
    """A value or range, in the panel's unit, and as readers see it."""

    label: str
    low: float
    high: float | None
    text: str


class BarsOut(Schema):
    """Values to one scale."""

    title: str
    unit: str
    bars: list[BarOut]
    note: str = Field(description="HTML")
    citations: list[int]


class CallToActionOut(Schema):
    """Where to go next: to a product, or else to an address."""

    title: str
    text: str
    product: OfferOut | None
    link: str
    link_label: str


class TableOut(Schema):
    """A table; cells are HTML."""

    caption: str
    columns: list[str]
    rows: list[list[str]]
