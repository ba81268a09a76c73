"""Shopify as a way of telling shops."""

from collections.abc import Mapping, Sequence

from django.conf import settings

from qnwellness.fetching import Network

from ...models import Channel, SidebarSettings
from ..channels import GiveUp, Outgoing, TryLater
from .client import Client, is_shop
from .credentials import Credentials, Tokens
from .errors import Busy, Refused
from .metafield import value_of
from .operations import MAX_METAFIELDS
from .writing import write

# What this process has got lasts longer than one round of sending.
_tokens = Tokens()


class Shopify:
    """Writes lists into metafields of the one shop the operator has named. `network` is for tests."""

    channel = Channel.SHOPIFY
    batch = MAX_METAFIELDS

    def __init__(self, network: Network | None = None, tokens: Tokens = _tokens) -> None:
        self._network, self._tokens = network, tokens

    def is_on(self) -> bool:
        """Tell whether editors have switched it on and the operator has named a shop and what lets us in."""
        if not settings.SHOPIFY_SHOP or not _credentials().given():
            return False
        return SidebarSettings.objects.filter(sends_to_shopify=True).exists()

    def send(self, lists: Sequence[Outgoing]) -> Mapping[str, str]:
        """Write up to `batch` lists; return why others were not. Raises TryLater or GiveUp where none was."""
        shop = settings.SHOPIFY_SHOP
        if not is_shop(shop):
            raise GiveUp(
                f"“{shop}” is no shop. The setting SHOPIFY_SHOP is a name like my-brand.myshopify.com."
            )
        values = {one.handle: value_of(one.payload) for one in lists}
        empty = frozenset(one.handle for one in lists if not one.payload["articles"])
        try:
            return write(Client(shop, _credentials(), self._tokens, self._network), values, empty)
        except Busy as problem:
            raise TryLater(str(problem), problem.seconds) from None
        except Refused as problem:
            raise GiveUp(str(problem)) from None


def _credentials() -> Credentials:
    return Credentials(
        settings.SHOPIFY_ADMIN_TOKEN, settings.SHOPIFY_CLIENT_ID, settings.SHOPIFY_CLIENT_SECRET
    )
