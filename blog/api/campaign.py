"""What links from a shop to an article tell our own reports."""

from products.shop_links import Campaign, tagged
from qnwellness.answers.remembering import Remembered

from ..models import SidebarSettings


def _said() -> Campaign:
    said = SidebarSettings.objects.first() or SidebarSettings()
    return Campaign(said.utm_source, said.utm_medium, said.utm_campaign)


# What editors have set once for all lists that stand in shops.
campaign = Remembered(_said)


def from_shop(address: str, told: Campaign, handle: str) -> str:
    """Return the address of an article as it stands beside the product with this handle.

    Where no campaign is named the handle is its name, otherwise it is told as `utm_content`.
    """
    return tagged(address, told, article=handle)
