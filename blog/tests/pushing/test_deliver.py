"""A shop gets every list that changes, once, and in the end even if it was away."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import ListDelivery
from blog.pushing.changed import look_again, note_changed
from blog.pushing.channels import GiveUp, TryLater
from blog.pushing.deliver import WAITS, deliver, send_again
from blog.tests.factories import callout, make_article
from blog.tests.pushing.shops import FakeShop
from products.availability import State
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    look_again()
    yield
    look_again()


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="Tonic", handle="tonic")


@pytest.fixture
def shop() -> FakeShop:
    return FakeShop()


def round_of(shop: FakeShop) -> int:
    note_changed(shop.channel)
    return deliver(shop)


def as_if_time_passed() -> None:
    ListDelivery.objects.exclude(next_attempt_at=None).update(next_attempt_at=timezone.now())


def waits() -> timedelta:
    return ListDelivery.objects.get().next_attempt_at - timezone.now()


def test_a_shop_gets_what_is_published_and_nothing_twice(product: ProductPage, shop: FakeShop) -> None:
    assert round_of(shop) == 0
    make_article(callout(product), title="Sleep")
    assert round_of(shop) == 1
    assert shop.has == {"tonic": ["Sleep"]}
    assert round_of(shop) == 0


def test_a_shop_follows_what_editors_do(product: ProductPage, shop: FakeShop) -> None:
    article = make_article(callout(product), title="Sleep")
    round_of(shop)
    article.title = "Rest"
    article.save_revision().publish()
    round_of(shop)
    assert shop.has == {"tonic": ["Rest"]}
    article.unpublish()
    round_of(shop)
    assert shop.has == {"tonic": []}


@pytest.mark.parametrize("ending", ["hidden", "unpublished", "deleted", "renamed"])
def test_a_shop_forgets_the_list_of_a_product_that_is_gone(
    product: ProductPage, shop: FakeShop, ending: str
) -> None:
    make_article(callout(product), title="Sleep")
    round_of(shop)
    if ending == "hidden":
        product.state = State.HIDDEN
        product.save_revision().publish()
    elif ending == "unpublished":
        product.unpublish()
    elif ending == "deleted":
        product.delete()
    else:
        product.handle = "tonic-2"
        product.save_revision().publish()
    round_of(shop)
    assert shop.has.pop("tonic") == []
    assert shop.has == ({"tonic-2": ["Sleep"]} if ending == "renamed" else {})


def test_products_no_article_mentions_are_never_sent(shop: FakeShop) -> None:
    make_product(title="Tonic", handle="tonic")
    make_product(title="Calm", handle="calm")
    assert round_of(shop) == 0
    assert shop.calls == []


def test_lists_go_in_batches_and_each_once(shop: FakeShop) -> None:
    for number in range(5):
        make_article(
            callout(make_product(title=f"Tonic {number}", handle=f"tonic-{number}")), title=f"A{number}"
        )
    assert round_of(shop) == 5
    assert [len(call) for call in shop.calls] == [2, 2, 1]
    assert sorted(shop.has) == [f"tonic-{number}" for number in range(5)]


def test_a_shop_that_is_away_is_asked_again_later_and_later(product: ProductPage, shop: FakeShop) -> None:
    make_article(callout(product), title="Sleep")
    shop.fails = [TryLater("It is away.")] * (len(WAITS) + 1)
    for wait in WAITS:
        assert round_of(shop) == 0
        assert wait - timedelta(seconds=10) < waits() <= wait
        as_if_time_passed()
    round_of(shop)
    row = ListDelivery.objects.get()
    assert (row.next_attempt_at, row.error) == (None, "It is away.")
    assert len(shop.calls) == len(WAITS) + 1
    as_if_time_passed()
    assert round_of(shop) == 0


def test_a_shop_may_say_when(product: ProductPage, shop: FakeShop) -> None:
    make_article(callout(product), title="Sleep")
    shop.fails = [TryLater("Too many.", 7200)]
    round_of(shop)
    assert timedelta(hours=1, minutes=59) < waits() <= timedelta(hours=2)


def test_a_shop_that_says_when_is_never_given_up(product: ProductPage, shop: FakeShop) -> None:
    make_article(callout(product), title="Sleep")
    shop.fails = [TryLater("Too many.", 0)] * 20
    for _ in range(20):
        round_of(shop)
        as_if_time_passed()
    assert round_of(shop) == 1


def test_what_changes_while_a_shop_is_away_is_sent_as_it_is_then(
    product: ProductPage, shop: FakeShop
) -> None:
    article = make_article(callout(product), title="Sleep")
    shop.fails = [TryLater("It is away.")]
    round_of(shop)
    article.title = "Rest"
    article.save_revision().publish()
    assert round_of(shop) == 1
    assert shop.has == {"tonic": ["Rest"]}


def test_what_a_shop_refuses_does_not_hold_up_the_rest(shop: FakeShop) -> None:
    for handle in ("calm", "tonic"):
        make_article(callout(make_product(title=handle, handle=handle)), title="Sleep")
    shop.refuses = {"calm": "No product has this handle."}
    assert round_of(shop) == 1
    assert shop.has == {"tonic": ["Sleep"]}
    assert ListDelivery.objects.get(handle="calm").error == "No product has this handle."


def test_what_a_person_has_to_mend_is_not_tried_again_by_itself(product: ProductPage, shop: FakeShop) -> None:
    make_article(callout(product), title="Sleep")
    shop.fails = [GiveUp("The token is wrong.")]
    round_of(shop)
    assert ListDelivery.objects.get().next_attempt_at is None
    assert round_of(shop) == 0
    assert send_again(ListDelivery.objects.all()) == 1
    assert round_of(shop) == 1
    assert ListDelivery.objects.get().error == ""


def test_a_shop_that_wants_nothing_is_asked_once(shop: FakeShop) -> None:
    for number in range(5):
        make_article(callout(make_product(title=f"T{number}", handle=f"t-{number}")), title=f"A{number}")
    shop.fails = [GiveUp("It wants no more.")]
    round_of(shop)
    round_of(shop)
    assert len(shop.calls) == 1
    assert ListDelivery.objects.filter(error="It wants no more.", next_attempt_at=None).count() == 5


def test_what_changes_while_a_delivery_fails_is_due_at_once(product: ProductPage, shop: FakeShop) -> None:
    article = make_article(callout(product), title="Sleep")
    note_changed(shop.channel)

    def meanwhile(lists: object) -> object:
        article.title = "Rest"
        article.save_revision().publish()
        note_changed(shop.channel)
        raise TryLater("It is away.")

    send, shop.send = shop.send, meanwhile
    assert deliver(shop) == 0
    shop.send = send
    assert deliver(shop) == 1
    assert shop.has == {"tonic": ["Rest"]}


def test_two_who_send_at_once_do_not_send_the_same(product: ProductPage, shop: FakeShop) -> None:
    make_article(callout(product), title="Sleep")
    other = FakeShop()
    note_changed(shop.channel)
    send, shop_send = shop.send, []

    def meanwhile(lists: object) -> object:
        shop_send.append(deliver(other))
        return send(lists)

    shop.send = meanwhile
    assert deliver(shop) == 1
    assert (shop_send, other.calls) == ([0], [])


def test_what_changes_on_its_way_is_sent_again(product: ProductPage, shop: FakeShop) -> None:
    article = make_article(callout(product), title="Sleep")
    note_changed(shop.channel)
    send, titles = shop.send, iter(["Rest", None])

    def meanwhile(lists: object) -> object:
        sent = send(lists)
        if title := next(titles):
            article.title = title
            article.save_revision().publish()
            note_changed(shop.channel)
        return sent

    shop.send = meanwhile
    assert deliver(shop) == 2
    assert shop.has == {"tonic": ["Rest"]}


def test_who_was_killed_while_sending_sends_again(product: ProductPage, shop: FakeShop) -> None:
    make_article(callout(product), title="Sleep")
    shop.fails = [KeyboardInterrupt()]
    with pytest.raises(KeyboardInterrupt):
        round_of(shop)
    assert timedelta(minutes=9) < waits() < timedelta(minutes=11)
    as_if_time_passed()
    assert round_of(shop) == 1
