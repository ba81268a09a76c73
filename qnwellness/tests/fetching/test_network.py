"""Which machines are spoken to."""

import time

import pytest

from qnwellness.fetching import NotFetched
from qnwellness.fetching.network import is_public, public_address

NOT_PUBLIC = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",  # noqa: S104
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:7f00:1::",
    "100::1",
    "127.1",
    "0x7f.1",
    "localhost",
]


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_known(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
)
def test_a_public_address_is_known(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("ip", NOT_PUBLIC[:6])
def test_one_private_answer_among_public_ones_is_enough_to_refuse(ip: str) -> None:
    with pytest.raises(NotFetched, match="private network"):
        public_address("shop.example", lambda host: ["1.1.1.1", ip], 5)


def test_a_name_nobody_knows_is_said() -> None:
    def unknown(host: str) -> list[str]:
        raise OSError

    with pytest.raises(NotFetched, match="cannot be found"):
        public_address("shop.example", unknown, 5)


@pytest.mark.timed
def test_a_resolver_that_does_not_answer_is_not_waited_for() -> None:
    def silent(host: str) -> list[str]:
        time.sleep(2)
        return ["1.1.1.1"]

    start = time.monotonic()
    with pytest.raises(NotFetched, match="cannot be found"):
        public_address("shop.example", silent, 0.05)
    assert time.monotonic() - start < 1
