"""A Shopify of our own, and what is said to it."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from blog.pushing.channels import Outgoing
from blog.pushing.shopify.credentials import Tokens
from blog.pushing.shopify.sender import Shopify

from .fake import NAME, TOKEN, FakeShopify
from .serving import Server, serving

MakeList = Callable[..., Outgoing]


@pytest.fixture(scope="session")
def server(
    require: Callable[[object, str], None], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    require(shutil.which("openssl"), "there is no openssl to make a certificate with")
    with serving(tmp_path_factory.mktemp("shopify")) as found:
        yield found


@pytest.fixture
def shop(server: Server) -> FakeShopify:
    """Return a shop as it is on its first day."""
    server.shop, server.delay = FakeShopify(), 0.0
    return server.shop


@pytest.fixture
def sender(server: Server, settings: Any) -> Shopify:
    """Return what sends to the shop, with a token that lasts."""
    settings.SHOPIFY_SHOP, settings.SHOPIFY_ADMIN_TOKEN = NAME, TOKEN
    settings.SHOPIFY_CLIENT_ID = settings.SHOPIFY_CLIENT_SECRET = ""
    return Shopify(server.network, Tokens())


@pytest.fixture
def make_list() -> MakeList:
    """Return `make_list(handle, *titles)`, a list of articles with these titles."""

    def make(handle: str, *titles: str, **more: Any) -> Outgoing:
        articles = [{"title": title, "url": "https://a.example/a/", **more} for title in titles]
        payload = {
            "product": {"handle": handle, "name": handle, "url": ""},
            "count": len(titles),
            "articles": articles,
        }
        return Outgoing(handle, payload, "")

    return make
