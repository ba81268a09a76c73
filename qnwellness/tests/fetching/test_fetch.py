"""A file is fetched by TLS from a checked machine, and from no other."""

import shutil
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest

from products.catalogue.readers import MAX_BYTES as OF_UPLOADS
from qnwellness import fetching
from qnwellness.fetching import MAX_BYTES, Network, NotFetched
from qnwellness.tests.fetching.shop import FEED, HOST, PUBLIC, Canary, Shop, canary, shop

Get = Callable[..., bytes]
fetch = partial(fetching.fetch, setting="SOME_HOSTS")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Yield a shop that answers by TLS."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl to make a certificate with")
    with shop(tmp_path_factory.mktemp("shop")) as found:
        yield found


@pytest.fixture
def get(running: Shop) -> Get:
    """Return `get(path)`: what is fetched from the shop."""
    running.asked.clear()

    def get(path: str, **options: object) -> bytes:
        options = {"hosts": [HOST], "network": running.network()} | options
        return fetch(f"https://{HOST}/{path}", **options)

    return get


@pytest.fixture
def loopback() -> Iterator[Canary]:
    """Yield a listener nobody may reach."""
    with canary() as found:
        yield found
    time.sleep(0.05)
    assert found.seen == []


def test_a_file_is_fetched_whatever_kind_it_says_it_is(get: Get, running: Shop) -> None:
    assert get("feed.csv") == FEED
    assert running.asked == [(HOST, "/feed.csv")]


@pytest.mark.parametrize("path", ["packed.csv", "feed.csv.gz"])
def test_a_packed_file_is_unpacked(get: Get, path: str) -> None:
    assert get(path) == FEED


def test_two_redirects_are_followed_and_checked_and_a_third_is_not(get: Get, running: Shop) -> None:
    assert get(f"to/https://{HOST}/feed.csv") == FEED
    assert get("to//to//feed.csv") == FEED
    with pytest.raises(NotFetched, match="more than 2 times"):
        get("to//to//to//feed.csv")
    running.asked.clear()
    with pytest.raises(NotFetched, match="more than 2 times"):
        get("round")
    assert len(running.asked) == 3


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing", "answered 404"),
        ("brotli", "packed as “br”"),
        ("bomb", "over 15 MB"),
        ("matryoshka", "not as one whole file"),
        ("said_large", "over 15 MB"),
        ("large", "over 15 MB"),
        ("short", "could not be asked|broke off"),
        ("nowhere", "does not say which"),
    ],
)
def test_what_is_no_whole_file_within_the_limit_is_refused(get: Get, path: str, message: str) -> None:
    with pytest.raises(NotFetched, match=message):
        get(path)


@pytest.mark.timed
def test_a_trickle_is_cut_off_when_the_time_is_over(get: Get) -> None:
    start = time.monotonic()
    with pytest.raises(NotFetched, match=r"too long|did not answer"):
        get("trickle", seconds=0.5)
    assert time.monotonic() - start < 3


def test_a_certificate_of_another_name_is_refused(running: Shop) -> None:
    with pytest.raises(NotFetched, match="could not be asked"):
        fetch("https://other.example/feed.csv", hosts=["other.example"], network=running.network())


def test_a_certificate_nobody_vouches_for_is_refused(running: Shop) -> None:
    network = replace(running.network(), context=ssl.create_default_context())
    running.asked.clear()
    with pytest.raises(NotFetched, match="could not be asked"):
        fetch(f"https://{HOST}/feed.csv", hosts=[HOST], network=network)
    assert running.asked == []


# Hazard: each leads to this machine or into the network it is in, if something of it is believed.
FORMS = [
    "https://127.0.0.1:{port}/",
    "https://127.1:{port}/",
    "https://127.0.1:{port}/",
    "https://0x7f.1:{port}/",
    "https://0x7f000001:{port}/",
    "https://2130706433:{port}/",
    "https://017700000001:{port}/",
    "https://0177.0.0.1:{port}/",
    "https://127.0.0.1.:{port}/",
    "https://0:{port}/",
    "https://0.0.0.0:{port}/",
    "https://localhost:{port}/",
    "https://localhost.localdomain:{port}/",
    "https://LOCALHOST:{port}/",
    "https://[::1]:{port}/",
    "https://[::]:{port}/",
    "https://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
    "https://[::ffff:127.0.0.1]:{port}/",
    "https://[::ffff:7f00:1]:{port}/",
    "https://[::127.0.0.1]:{port}/",
    "https://[64:ff9b::7f00:1]:{port}/",
    "https://[2002:7f00:1::]:{port}/",
    "https://[fe80::1%25lo]:{port}/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::ffff:169.254.169.254]/",
    "https://①②⑦.⓪.⓪.①:{port}/",
    "https://127。0。0。1:{port}/",
    "https://127．0．0．1:{port}/",
    "https://loc℀lhost:{port}/",
    "https://shop.example:{port}/",
    "https://shop.example@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}@shop.example/",
    "https://user:password@shop.example/",
    "https://shop.example\\@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}\\@shop.example/",
    "https://shop.example.127.0.0.1.nip.io/",
    "https://127.0.0.1:{port}#@shop.example/",
    "https://127.0.0.1:{port}?@shop.example/",
    "https:127.0.0.1:{port}/",
    "https:///127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "http://127.0.0.1:{port}/",
    "http://shop.example:{port}/",
    "HTTP://LOCALHOST:{port}/",
    "file:///etc/passwd",
    "file://127.0.0.1/etc/passwd",
    "gopher://127.0.0.1:{port}/_GET",
    "ftp://127.0.0.1:{port}/",
    "dict://127.0.0.1:{port}/",
    "ldap://127.0.0.1:{port}/",
    "data:text/csv,Handle",
    "jar:https://127.0.0.1:{port}/!/",
    "netdoc:///etc/passwd",
    "unix:///var/run/docker.sock",
]
_listed = ["shop.example", "127.0.0.1", "127.1", "localhost", "[::1]", "0x7f.1"]


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_an_address_leads_to_this_machine(form: str, loopback: Canary) -> None:
    address = form.format(port=loopback.port)
    for hosts in (["shop.example"], _listed):
        with pytest.raises(NotFetched):
            fetch(address, hosts=hosts, network=Network(lambda host: ["127.0.0.1"]))


@pytest.mark.parametrize("form", FORMS)
def test_no_redirect_leads_to_this_machine(form: str, get: Get, loopback: Canary) -> None:
    if form.isascii():
        address = form.format(port=loopback.port)
        # What is not an address of its own is read as a path of the shop's.
        with pytest.raises(NotFetched):
            get(f"to/{address}")


@pytest.mark.parametrize("ip", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254"])
def test_a_listed_host_that_lies_in_a_private_network_is_not_asked(ip: str, loopback: Canary) -> None:
    with pytest.raises(NotFetched, match="private network"):
        fetch(f"https://{HOST}/", hosts=[HOST], network=Network(lambda host: [PUBLIC, ip]))


def test_an_answer_that_flips_is_asked_for_once_and_the_checked_machine_is_dialled(
    running: Shop, loopback: Canary
) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    network = running.network(lambda host: next(answers))
    assert fetch(f"https://{HOST}/feed.csv", hosts=[HOST], network=network) == FEED
    # The next request asks anew, and its own answer is checked as well.
    with pytest.raises(NotFetched, match="private network"):
        fetch(f"https://{HOST}/feed.csv", hosts=[HOST], network=network)


def test_a_redirect_whose_host_has_moved_to_this_machine_is_not_followed(
    running: Shop, loopback: Canary
) -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with pytest.raises(NotFetched, match="private network"):
        fetch(
            f"https://{HOST}/to//feed.csv", hosts=[HOST], network=running.network(lambda host: next(answers))
        )


def test_the_limit_is_that_of_an_upload() -> None:
    assert MAX_BYTES == OF_UPLOADS
