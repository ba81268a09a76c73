"""The catalogue is fetched on time, applied, and every try is on record."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from products.feed import scheduled
from products.feed.lock import AlreadyRunning, only_one
from products.feed.scheduled import is_due
from products.models import CatalogueRecord, CatalogueRun, ProductPage, Shop
from products.showing import is_price_stale
from qnwellness.fetching import NotFetched

pytestmark = pytest.mark.django_db
ADDRESS = "https://shop.example/products.csv"
FEED = b"Handle,Title,Variant Price\njar,Jar,10.00\ntin,Tin,12.00\n"


@pytest.fixture
def shop(settings, media_root, monkeypatch) -> Callable[[object], None]:
    """Return a function that says what the shop's address answers: a file, or why there is none."""
    settings.CATALOGUE_HOSTS = ["shop.example"]
    Shop.objects.update_or_create(pk=Shop.load().pk, defaults={"feed_address": ADDRESS, "is_scheduled": True})

    def answers(with_what: object) -> None:
        def fetch(address: str, **options: object) -> bytes:
            assert address == ADDRESS
            if isinstance(with_what, Exception):
                raise with_what
            return with_what

        monkeypatch.setattr("products.feed.source.fetch", fetch)

    answers(FEED)
    return answers


def run(capsys: pytest.CaptureFixture) -> tuple[int, str]:
    """Run the command; return its exit status and all it said."""
    status = 0
    try:
        call_command("fetch_catalogue")
    except SystemExit as end:
        status = end.code
    said = capsys.readouterr()
    return status, said.out + said.err


def test_products_come_in_and_a_run_tells_of_it(shop, capsys) -> None:
    assert run(capsys) == (0, "done: 2 create\n")
    assert set(ProductPage.objects.values_list("handle", flat=True)) == {"jar", "tin"}
    found = CatalogueRun.objects.get()
    assert (found.source, found.trigger, found.status, found.user) == (ADDRESS, "fetch", "done", None)


def test_the_same_file_writes_again_what_somebody_has_changed_since(shop, capsys) -> None:
    run(capsys)
    jar = ProductPage.objects.get(handle="jar")
    jar.price = 1
    jar.save_revision().publish()
    assert "1 update" in run(capsys)[1]
    assert ProductPage.objects.get(handle="jar").price == 10


def test_the_same_file_makes_a_product_again_that_was_deleted(shop, capsys) -> None:
    run(capsys)
    ProductPage.objects.get(handle="jar").delete()
    assert "1 create" in run(capsys)[1]


def test_the_same_file_only_confirms_prices(shop, capsys) -> None:
    run(capsys)
    CatalogueRecord.objects.update(seen_at=timezone.now() + timedelta(seconds=1))
    old = CatalogueRecord.objects.first().seen_at
    pages = list(ProductPage.objects.values_list("latest_revision_id", flat=True))
    status, said = run(capsys)
    assert (status, said) == (0, "unchanged: the prices of 2 products are confirmed\n")
    assert CatalogueRecord.objects.filter(seen_at=old).count() == 0
    assert list(ProductPage.objects.values_list("latest_revision_id", flat=True)) == pages


def test_the_same_answer_again_and_again_is_one_line_of_the_list(shop, capsys) -> None:
    for _ in range(4):
        run(capsys)
    assert CatalogueRun.objects.count() == 2
    shop(NotFetched("The shop answered 500."))
    for _ in range(3):
        run(capsys)
    assert CatalogueRun.objects.count() == 3
    assert CatalogueRun.objects.first().finished_at > CatalogueRun.objects.first().started_at


def test_after_another_file_the_old_one_is_news_again(shop, capsys) -> None:
    run(capsys)
    shop(FEED.replace(b"10.00", b"11.00"))
    run(capsys)
    shop(FEED)
    assert run(capsys) == (0, "done: 1 skip, 1 update\n")
    assert ProductPage.objects.get(handle="jar").price == 10


def test_a_fetch_that_fails_is_on_record_and_ends_with_an_error(shop, capsys) -> None:
    shop(NotFetched("The shop answered 500."))
    status, said = run(capsys)
    assert status == 1
    assert "The shop answered 500." in said
    found = CatalogueRun.objects.get()
    assert (found.status, found.error, found.source) == ("failed", "The shop answered 500.", ADDRESS)


def test_a_file_that_cannot_be_read_is_on_record(shop, capsys) -> None:
    shop(b"<html>Please log in</html>")
    assert run(capsys)[0] == 1
    assert CatalogueRun.objects.get().status == "failed"


def test_without_hosts_nothing_is_fetched_and_the_command_says_what_to_set(shop, settings, capsys) -> None:
    settings.CATALOGUE_HOSTS = []
    status, said = run(capsys)
    assert status == 1
    assert "CATALOGUE_HOSTS" in said
    assert not ProductPage.objects.exists()


def test_a_row_that_does_not_go_in_ends_with_an_error_and_the_rest_goes_in(shop, capsys) -> None:
    shop(FEED + b",Nameless,1.00\n")
    assert run(capsys)[0] == 1
    assert ProductPage.objects.count() == 2
    # It is said again as long as it is so.
    assert run(capsys)[0] == 1


def test_two_at_once_do_not_fetch(shop, capsys) -> None:
    with only_one():
        with pytest.raises(AlreadyRunning), only_one():
            pass
        status, said = run(capsys)
    assert status == 1
    assert "already" in said
    assert not CatalogueRun.objects.exists()
    assert run(capsys)[0] == 0


def test_a_price_shows_again_once_the_feed_has_confirmed_it(shop, capsys) -> None:
    run(capsys)
    CatalogueRecord.objects.update(seen_at=timezone.now() - timedelta(days=3))
    CatalogueRun.objects.update(started_at=timezone.now() - timedelta(days=4))
    assert is_price_stale(ProductPage.objects.get(handle="jar"))
    run(capsys)
    assert not is_price_stale(ProductPage.objects.get(handle="jar"))


def test_it_is_due_when_the_shop_asks_for_it_and_the_last_try_is_long_enough_ago(
    shop, capsys, settings
) -> None:
    assert is_due()
    run(capsys)
    assert not is_due()
    long_ago = timezone.now() - timedelta(minutes=settings.CATALOGUE_EVERY + 1)
    CatalogueRun.objects.update(started_at=long_ago, finished_at=long_ago)
    assert is_due()
    Shop.objects.update(is_scheduled=False)
    assert not is_due()


def test_old_tries_are_forgotten_and_what_people_brought_in_stays(shop, capsys) -> None:
    long_ago = timezone.now() - timedelta(days=scheduled.DAYS + 1)
    for trigger in ("fetch", "upload"):
        CatalogueRun.objects.create(source="old", trigger=trigger, status="failed")
    CatalogueRun.objects.update(started_at=long_ago)
    run(capsys)
    assert list(CatalogueRun.objects.filter(source="old").values_list("trigger", flat=True)) == ["upload"]
