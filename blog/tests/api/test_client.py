from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.api.client import client_address, counted_as, networks, within

PROXIES = networks(["10.0.0.0/8", "::1"])


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        ("203.0.113.5", "", "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", "203.0.113.5"),  # nobody trusts who is connected
        ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "192.0.2.66, 198.51.100.1", "198.51.100.1"),  # the first is what the client claims
        ("10.0.0.2", "192.0.2.66, 198.51.100.1, 10.0.0.9", "198.51.100.1"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("10.0.0.2", "rubbish", "10.0.0.2"),
        ("10.0.0.2", "10.0.0.3", "10.0.0.3"),
        ("::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:203.0.113.5", "", "203.0.113.5"),
        ("", "198.51.100.1", None),
        ("unix:", "", None),
    ],
)
def test_an_address_is_believed_as_far_as_proxies_are_trusted(
    remote: str, forwarded: str, expected: str | None
) -> None:
    found = client_address(remote, forwarded, PROXIES)
    assert found == (ip_address(expected) if expected else None)


@given(st.text())
def test_what_a_client_writes_never_changes_who_it_is(claimed: str) -> None:
    forwarded = f"{claimed}, 198.51.100.1"
    assert client_address("10.0.0.2", forwarded, PROXIES) == ip_address("198.51.100.1")


def test_a_connection_with_many_addresses_is_counted_as_one() -> None:
    assert counted_as(ip_address("2001:db8::1")) == counted_as(ip_address("2001:db8::ffff"))
    assert counted_as(ip_address("192.0.2.1")) != counted_as(ip_address("192.0.2.2"))


def test_addresses_and_networks_are_read() -> None:
    some = networks(["192.0.2.7", " 198.51.100.0/24 ", ""])
    assert [within(ip_address(one), some) for one in ("192.0.2.7", "198.51.100.9", "2001:db8::1")] == [
        True,
        True,
        False,
    ]
    with pytest.raises(ValueError, match="shop"):
        networks(["shop"])
