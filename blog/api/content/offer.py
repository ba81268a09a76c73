"""What is answered of a product wherever it stands."""

from decimal import Decimal

from ninja import Field, Schema


class OfferOut(Schema):
    """A product as it may be shown where it stands; a price is left out where none may be shown."""

    handle: str
    name: str
    url: str
    state: str
    price: Decimal | None = Field(description='With two decimals, as text: "29.90".')
    currency: str
    price_is_from: bool = Field(description="Whether some sizes or forms cost more.")
    purchase_url: str = Field(description="Where the shop sells it; empty where it cannot be bought.")
