"""Who is asking: the address a request comes from, seen through proxies that are trusted. Pure."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# A connection at home or in an office has a network of this length, and changes addresses inside it at will.
_ONE_CONNECTION = 64


def networks(given: Sequence[str]) -> tuple[Network, ...]:
    """Return addresses and networks ("10.0.0.0/8", "::1") as networks. Raises ValueError that names a wrong one."""
    return tuple(ip_network(one.strip(), strict=False) for one in given if one.strip())


def client_address(remote: str, forwarded: str, trusted: Sequence[Network]) -> Address | None:
    """Return the address of who is asking, or None where there is none, as with a socket file.

    `remote` is who is connected to us, `forwarded` the list in X-Forwarded-For, to which each proxy adds who is
    connected to it. It is believed from its end, as far as proxies are trusted: what stands before was written by
    whoever asks.
    """
    said = [remote, *reversed(forwarded.split(","))] if forwarded else [remote]
    found = None
    for one in said:
        address = _read(one)
        if address is None:
            return found
        found = address
        if not within(address, trusted):
            return found
    return found


def within(address: Address, some: Sequence[Network]) -> bool:
    """Tell whether an address belongs to any of some networks."""
    return any(address in network for network in some)


def counted_as(address: Address) -> str:
    """Return what requests of one connection are counted under."""
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _ONE_CONNECTION), strict=False))
    return str(address)


def _read(written: str) -> Address | None:
    try:
        address = ip_address(written.strip())
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address
