"""The network as it is used here: names are looked up once, and only public machines are spoken to. Pure."""

import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from qnwellness.fetching.address import HTTPS, NotFetched

# Addresses of version 6 with one of version 4 in their last four bytes: RFC 6052 (NAT64), RFC 4291 2.5.5.1 and 2.5.5.2.
_ENDS_IN_VERSION_4 = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"), IPv6Network("::ffff:0:0/96"))
# All that is public in version 6 (IANA, IPv6 global unicast); RFC 8215's translation inside one network is not.
_GLOBAL_UNICAST = IPv6Network("2000::/3")

Resolve = Callable[[str], Sequence[str]]
Dial = Callable[[str, float], socket.socket]


def resolve(host: str) -> Sequence[str]:
    """Return the IP addresses of a name. Raises OSError."""
    found = socket.getaddrinfo(host, HTTPS, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def dial(ip: str, seconds: float) -> socket.socket:
    """Return a connection to the https port of an IP address. Raises OSError."""
    return socket.create_connection((ip, HTTPS), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """What reaches out; a test puts something of its own in its place."""

    resolve: Resolve = resolve
    dial: Dial = dial
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def public_address(host: str, look_up: Resolve, seconds: float) -> str:
    """Return the one IP address to connect to. Raises NotFetched if a single one of the host's is not public.

    The name is looked up once: whoever connects uses this answer, so that a second one cannot lead elsewhere.
    """
    found = _within(seconds, look_up, host)
    if not found:
        raise NotFetched(f"The host “{host}” cannot be found.")
    if not all(is_public(ip) for ip in found):
        raise NotFetched(f"The host “{host}” lies in a private network; only public hosts are fetched from.")
    # A machine that has no IPv6 reaches nobody by it.
    return min(found, key=lambda ip: ":" in ip)


def is_public(ip: str) -> bool:
    """Tell whether an IP address is one of the public internet, whatever other address is written into it."""
    try:
        address = ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_global(address)
    inner = _version_4_inside(address)
    if inner:
        return all(_is_global(part) for part in inner)
    return address in _GLOBAL_UNICAST and _is_global(address)


def _version_4_inside(address: IPv6Address) -> tuple[IPv4Address, ...]:
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if any(address in network for network in _ENDS_IN_VERSION_4):
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return ()


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    odd = address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    return address.is_global and not address.is_private and not address.is_link_local and not odd


def _within(seconds: float, look_up: Resolve, host: str) -> Sequence[str]:
    """Look a name up; a resolver that does not answer is not waited for."""
    found: list[str] = []

    def run() -> None:
        try:
            found.extend(look_up(host))
        except (OSError, UnicodeError):
            found.clear()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    return list(found)
