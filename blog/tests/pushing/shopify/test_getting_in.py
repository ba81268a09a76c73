"""What lets us into a shop goes to that shop only and is told to nobody; where it fails, a person hears what to do."""

import logging
from typing import Any

import pytest

from blog.pushing.channels import GiveUp
from blog.pushing.shopify.credentials import Credentials, Tokens
from blog.pushing.shopify.sender import Shopify

from .conftest import MakeList
from .fake import CLIENT, NAME, SECRET, TOKEN, FakeShopify
from .serving import Server


class TestAShopThatDoesNotLetUsIn:
    @pytest.mark.parametrize(
        ("status", "words"),
        [
            (402, "frozen"),
            (403, "write_products"),
            (404, "SHOPIFY_SHOP"),
            (423, "locked"),
            (301, "SHOPIFY_SHOP"),
        ],
    )
    def test_is_left_until_a_person_has_seen_to_it(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, status: int, words: str
    ) -> None:
        shop.instead = [(status, {"Location": "https://elsewhere.example/"}, b"")]
        with pytest.raises(GiveUp, match=words):
            sender.send([make_list("iron", "Iron")])

    def test_says_which_scopes_are_missing(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("iron")
        shop.scopes = frozenset({"read_products"})
        with pytest.raises(GiveUp, match="read_products and write_products"):
            sender.send([make_list("iron", "Iron")])

    def test_says_that_the_token_is_wrong_and_not_what_it_is(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, settings: Any,
        caplog: pytest.LogCaptureFixture,
    ) -> None:  # fmt: skip
        caplog.set_level(logging.DEBUG)
        for token in ("shpat_wrong", "two words", "broken\r\nX-Evil: 1", "ümlaut"):
            settings.SHOPIFY_ADMIN_TOKEN = token
            with pytest.raises(GiveUp) as caught:
                sender.send([make_list("iron", "Iron")])
            assert token not in str(caught.value)
        assert "shpat_wrong" not in caplog.text

    @pytest.mark.parametrize(
        "name",
        [
            "shop.example",
            "brand.myshopify.com.evil.example",
            "evil.example/x.myshopify.com",
            "127.0.0.1",
            "-x.myshopify.com",
            "a.b.myshopify.com",
            "brand.myshopify.com\n",
        ],
    )
    def test_is_never_another_host(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, settings: Any, name: str
    ) -> None:
        settings.SHOPIFY_SHOP = name
        with pytest.raises(GiveUp, match=r"my-brand\.myshopify\.com"):
            sender.send([make_list("iron", "Iron")])
        assert shop.operations == []


class TestATokenForADay:
    @pytest.fixture
    def sender(self, sender: Shopify, settings: Any) -> Shopify:
        settings.SHOPIFY_ADMIN_TOKEN = ""
        settings.SHOPIFY_CLIENT_ID, settings.SHOPIFY_CLIENT_SECRET = CLIENT, SECRET
        return sender

    def test_is_got_once(self, shop: FakeShopify, sender: Shopify, make_list: MakeList) -> None:
        shop.add("iron")
        for _ in range(3):
            assert sender.send([make_list("iron", "Iron")]) == {}
        assert shop.operations.count("token") == 1

    def test_is_got_anew_where_it_was_taken_back(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("iron")
        sender.send([make_list("iron", "Iron")])
        shop.tokens.clear()
        assert sender.send([make_list("iron", "Iron from plants")]) == {}
        assert shop.operations.count("token") == 2
        assert shop.value("iron")["articles"][0]["title"] == "Iron from plants"

    def test_is_got_anew_before_it_ends(
        self, shop: FakeShopify, server: Server, sender: Shopify, make_list: MakeList
    ) -> None:
        now = [0.0]
        sender = Shopify(server.network, Tokens(lambda: now[0]))
        shop.add("iron")
        for now[0] in (0.0, 86_000.0, 86_200.0):
            sender.send([make_list("iron", "Iron")])
        assert shop.operations.count("token") == 2

    def test_is_not_given_for_a_wrong_secret(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, settings: Any
    ) -> None:
        settings.SHOPIFY_CLIENT_SECRET = "shpss_wrong"
        with pytest.raises(GiveUp, match="SHOPIFY_CLIENT_SECRET") as caught:
            sender.send([make_list("iron", "Iron")])
        assert "shpss_wrong" not in str(caught.value)
        assert shop.operations == ["token"]


def test_secrets_are_in_no_description(sender: Shopify) -> None:
    told = repr(Credentials(TOKEN, CLIENT, SECRET)) + repr(sender)
    assert TOKEN not in told
    assert SECRET not in told
    assert NAME not in told
