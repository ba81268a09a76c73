"""A shop that is busy, in trouble or out of its mind is asked again, when it says."""

import pytest

from blog.pushing.channels import TryLater
from blog.pushing.shopify.sender import Shopify

from .conftest import MakeList
from .fake import FakeShopify
from .serving import DEAD, Server


class TestAShopThatIsBusy:
    def test_is_asked_again_once_it_has_the_points(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.add(*"abcde")
        shop.points = -693
        with pytest.raises(TryLater) as caught:
            sender.send([make_list(handle, "An article") for handle in "abcde"])
        assert caught.value.seconds == 7.0
        assert shop.metafields == {}

    @pytest.mark.parametrize(
        ("status", "headers", "seconds"),
        [
            (429, {"Retry-After": "4.0"}, 4.0),
            (429, {}, 2.0),
            (429, {"Retry-After": "Infinity"}, 2.0),
            (430, {"Retry-After": "nonsense"}, 2.0),
            (500, {}, None),
            (502, {}, None),
            (503, {"Retry-After": "86400"}, 600.0),
        ],
    )
    def test_is_asked_again_when_it_says(
        self,
        shop: FakeShopify,
        sender: Shopify,
        make_list: MakeList,
        status: int,
        headers: dict[str, str],
        seconds: float | None,
    ) -> None:
        shop.instead = [(status, headers, b"<html>")]
        with pytest.raises(TryLater) as caught:
            sender.send([make_list("iron", "Iron")])
        assert caught.value.seconds == seconds

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"<!doctype html><title>We will be back</title>",
            b"[]",
            b'{"data": null}',
            b"\xff\xfe",
            b"[" * 100_000,
            b'{"errors": [{"message": "Internal error", "extensions": {"code": "INTERNAL_SERVER_ERROR"}}]}',
        ],
    )
    def test_is_asked_again_where_it_talks_rubbish(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList, body: bytes
    ) -> None:
        shop.instead = [(200, {}, body)]
        with pytest.raises(TryLater):
            sender.send([make_list("iron", "Iron")])

    def test_is_asked_again_where_it_hangs_up(
        self, shop: FakeShopify, sender: Shopify, make_list: MakeList
    ) -> None:
        shop.instead = [(DEAD, {}, b"")]
        with pytest.raises(TryLater, match="could not be asked"):
            sender.send([make_list("iron", "Iron")])

    def test_is_not_waited_for_without_end(
        self,
        shop: FakeShopify,
        server: Server,
        sender: Shopify,
        make_list: MakeList,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("qnwellness.fetching.connection.SILENCE", 0.2)
        server.delay = 1.0
        with pytest.raises(TryLater, match="did not answer"):
            sender.send([make_list("iron", "Iron")])
