"""Which addresses may be fetched at all, told from the address alone. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

# What browsers and URL parsers read differently from one another.
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")
# An IPv4 address however it is written: a name never ends in a label that is a number (WHATWG URL, "ends in a number").
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)\Z")
HTTPS = 443


class NotFetched(ValueError):
    """An address that is not fetched, or did not answer; the message is for a person and says what to do."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of whom: a host name that is on the list, and what follows it in the address."""

    host: str
    path: str


def check_address(address: str, hosts: Collection[str], *, setting: str) -> Target:
    """Return whom to ask for what. Raises NotFetched unless it is https, by name, of a host that is on the list;
    `setting` is the name of the list, for a person.
    """
    if not hosts:
        raise NotFetched(
            "Fetching is switched off. The operator of this site allows it by naming the host in the setting"
            f" {setting}."
        )
    parts = _parts(address)
    if parts.scheme != "https":
        raise NotFetched("Only addresses that begin with https:// are fetched.")
    if "@" in parts.netloc:
        raise NotFetched("An address with a user name or a password in it is not fetched.")
    host = host_name(parts.hostname or "")
    if host not in {host_name(allowed) for allowed in hosts if _is_name(allowed)}:
        raise NotFetched(
            f"The host “{parts.hostname}” is not on the list of allowed hosts ({', '.join(sorted(hosts))})."
            f" The operator of this site can add it to the setting {setting}."
        )
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return Target(host, f"{path}?{query}" if query else path)


def host_name(host: str) -> str:
    """Return a host's name as it goes over the wire: in ASCII, lower case, without the root's dot.

    Raises NotFetched for what is no name, an IP address in any of its forms among it.
    """
    try:
        # IDNA also turns the other full stops and full-width letters into the plain ones.
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.match(label) for label in labels) or _NUMBER.match(labels[-1]):
        raise NotFetched("The address must name its host by a name, not by a number.")
    return name


def _parts(address: str) -> SplitResult:
    if _CONTROL.search(address):
        raise NotFetched("There are spaces, line breaks or backslashes in the address.")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotFetched("This is not an address.") from None
    if port not in {None, HTTPS}:
        raise NotFetched("Only the usual port of https is fetched from; leave the port out of the address.")
    return parts


def _is_name(host: str) -> bool:
    """Tell whether an entry of the list is a name; what is not allows nothing."""
    try:
        return bool(host_name(host))
    except NotFetched:
        return False
