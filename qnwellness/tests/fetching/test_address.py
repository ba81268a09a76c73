"""What may be fetched, told from the address alone."""

from functools import partial

import pytest

from qnwellness.fetching import NotFetched, check_address
from qnwellness.fetching.address import Target

check = partial(check_address, setting="SOME_HOSTS")
HOSTS = ["shop.example", "bücher.example"]


def test_a_host_on_the_list_is_asked_for_what_follows_it() -> None:
    assert check("https://shop.example/feed.csv?a=1&b=ü#top", HOSTS) == Target(
        "shop.example", "/feed.csv?a=1&b=%C3%BC"
    )
    assert check("https://shop.example", HOSTS).path == "/"
    assert check("https://shop.example:443/a%20b/ü", HOSTS).path == "/a%20b/%C3%BC"


@pytest.mark.parametrize(
    "host", ["SHOP.example", "shop.example.", "shop。example", "shop．example", "ｓｈｏｐ.example"]
)
def test_a_name_is_the_same_however_it_is_written(host: str) -> None:
    assert check(f"https://{host}/", HOSTS).host == "shop.example"


def test_a_name_beyond_ascii_goes_over_the_wire_in_ascii() -> None:
    assert check("https://BÜCHER.example/", HOSTS).host == "xn--bcher-kva.example"
    assert check("https://xn--bcher-kva.example/", HOSTS).host == "xn--bcher-kva.example"


def test_without_hosts_nothing_is_fetched_and_the_message_says_what_to_set() -> None:
    with pytest.raises(NotFetched, match="SOME_HOSTS"):
        check("https://shop.example/", [])


def test_a_host_that_is_not_on_the_list_is_named_with_those_that_are() -> None:
    with pytest.raises(NotFetched, match=r"“evil\.example” is not on the list .*shop\.example"):
        check("https://evil.example/", HOSTS)


@pytest.mark.parametrize(
    "address",
    [
        "https://shop.example.evil.example/",
        "https://evil.example/?https://shop.example/",
        "https://evil.example/#@shop.example/",
        "https://a.shop.example/",
        "https://xshop.example/",
        "https://shop.example:8443/",
        "https://shop.example:99999/",
        "https://shop.example:x/",
        "https://shop.example@evil.example/",
        "https://evil.example@shop.example/",
        "https://user:password@shop.example/",
        "https://@shop.example/",
        "https://shop.example\\@evil.example/",
        "https://shop.example /",
        "https://shop.example/\r\nHost: evil.example",
        "https://shop.example\t/",
        "http://shop.example/",
        "//shop.example/",
        "shop.example/feed.csv",
        "",
        "https:///feed.csv",
        "https:shop.example",
        "https://[shop.example]/",
        "https://-shop.example/",
        "https://shop..example/",
        "https://shop.example℀evil.example/",
    ],
)
def test_what_only_looks_like_the_host_is_refused(address: str) -> None:
    with pytest.raises(NotFetched):
        check(address, HOSTS)


def test_a_number_is_no_host_even_where_the_list_names_it() -> None:
    for host in ("127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "::1"):
        with pytest.raises(NotFetched):
            check(f"https://{host}/", [host, *HOSTS])
