"""Lists arrive in the shop's metafields; of those that do not, a person hears why."""

from typing import Any

import pytest

from blog.models import SidebarSettings
from blog.pushing.shopify.metafield import MAX_BYTES
from blog.pushing.shopify.sender import Shopify

from .conftest import MakeList
from .fake import CLIENT, SECRET, FakeShopify


def titles(value: Any) -> list[str]:
    return [article["title"] for article in value["articles"]]


class TestWhatIsSent:
    def test_is_in_the_metafield_of_its_product(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("bone-essential", "iron")
        sent = [
            make_list("bone-essential", "How bone is built", "Ärztin </script>"),
            make_list("iron", "Iron"),
        ]
        assert sender.send(sent) == {}
        assert titles(shop.value("bone-essential")) == ["How bone is built", "Ärztin </script>"]
        assert titles(shop.value("iron")) == ["Iron"]

    def test_can_be_sent_again(self, shop: FakeShopify, sender: Shopify, make_list: MakeList) -> None:
        shop.add("iron")
        for title in ("Iron", "Iron", "Iron from plants"):
            assert sender.send([make_list("iron", title)]) == {}
        assert titles(shop.value("iron")) == ["Iron from plants"]

    def test_takes_two_requests_for_25_products_and_one_more_the_first_time(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        handles = [f"product-{number}" for number in range(sender.batch)]
        shop.add(*handles)
        for _ in range(2):
            assert sender.send([make_list(handle, "An article") for handle in handles]) == {}
        first, again = (
            ["FindProducts", "DefineRelatedArticles", "SetRelatedArticles"],
            ["FindProducts", "SetRelatedArticles"],
        )
        assert shop.operations == first + again
        assert len(shop.metafields) == 25

    def test_has_as_many_articles_as_fit(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("iron")
        assert sender.send([make_list("iron", *[f"{n} {'ü' * 20_000}" for n in range(10)])]) == {}
        told = shop.value("iron")
        assert (told["count"], len(told["articles"])) == (3, 3)
        (value,) = shop.metafields.values()
        assert len(value.encode()) <= MAX_BYTES

    def test_is_the_empty_list_where_there_is_none(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("iron")
        sender.send([make_list("iron", "Iron")])
        assert sender.send([make_list("iron")]) == {}
        assert shop.value("iron")["articles"] == []

    def test_is_open_to_headless_shops(self, shop: FakeShopify, sender: Shopify, make_list: MakeList) -> None:
        shop.add("iron")
        sender.send([make_list("iron", "Iron")])
        definition = shop.definitions["qnwellness", "related_articles"]
        assert definition["access"] == {"storefront": "PUBLIC_READ"}
        assert definition["type"] == "json"


class TestOneThatDoesNotArrive:
    def test_keeps_no_other_from_arriving(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("a", "b", "c", "d")
        shop.stubborn = {shop.products["b"], shop.products["d"]}
        refused = sender.send([make_list(handle, "An article") for handle in "abcde"])
        assert set(refused) == {"b", "d", "e"}
        assert "Value is invalid" in refused["b"]
        assert "no product with this handle" in refused["e"]
        assert titles(shop.value("a")) == titles(shop.value("c")) == ["An article"]

    def test_is_no_loss_where_the_product_is_gone_from_both(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        assert sender.send([make_list("gone")]) == {}

    def test_is_one_of_two_handles_that_a_shop_takes_for_the_same(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add("iron")
        assert set(sender.send([make_list("Iron", "Wrong"), make_list("iron", "Right")])) == {"Iron"}
        assert titles(shop.value("iron")) == ["Right"]

    def test_is_told_of_all_where_the_shop_does_not_say_which(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shop.add("a", "b")
        errors = {"metafieldsSet": {"userErrors": [{"field": None, "message": "Nothing today."}]}}
        monkeypatch.setattr(shop, "_SetRelatedArticles", lambda query, variables: errors)
        refused = sender.send([make_list("a", "A"), make_list("b", "B")])
        assert refused == dict.fromkeys("ab", "Shopify refuses the list: Nothing today.")

    def test_has_no_definition_and_arrives_all_the_same(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shop.add("iron")
        full = {
            "metafieldDefinitionCreate": {"userErrors": [{"code": "LIMIT_EXCEEDED", "message": "Too many."}]}
        }
        monkeypatch.setattr(shop, "_DefineRelatedArticles", lambda query, variables: full)
        assert sender.send([make_list("iron", "Iron")]) == {}
        assert titles(shop.value("iron")) == ["Iron"]


@pytest.mark.django_db
class TestItIsOn:
    def test_where_editors_and_the_operator_want_it(self, sender: Shopify, settings: Any) -> None:
        assert not sender.is_on()
        SidebarSettings.objects.create(sends_to_shopify=True)
        assert sender.is_on()
        settings.SHOPIFY_ADMIN_TOKEN = ""
        assert not sender.is_on()
        settings.SHOPIFY_CLIENT_ID, settings.SHOPIFY_CLIENT_SECRET = CLIENT, SECRET
        assert sender.is_on()
        settings.SHOPIFY_SHOP = ""
        assert not sender.is_on()
