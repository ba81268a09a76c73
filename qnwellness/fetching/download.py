"""The whole way of one address to its bytes. Pure."""

import time
import zlib
from collections.abc import Collection
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin

from qnwellness.fetching.address import NotFetched, Target, check_address
from qnwellness.fetching.connection import SILENCE, PinnedConnection, left_until
from qnwellness.fetching.network import Network, public_address

MAX_BYTES = 15_000_000
# For everything together, redirects included.
SECONDS = 60.0
REDIRECTS = 2
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "qnwellness",
    "Accept": "*/*",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


def fetch(
    address: str,
    *,
    hosts: Collection[str],
    setting: str,
    network: Network | None = None,
    seconds: float = SECONDS,
) -> bytes:
    """Return what stands at an https address of one of `hosts`, unpacked where it comes packed by gzip.

    `setting` is what the list of hosts is called, for a person.

    What kind of file it says it is does not count: its reader looks at its content. Raises NotFetched with a message
    for a person: for an address that is not allowed, a host that is not public, a redirect to such a one, more than
    two redirects, an answer that is no file, is over 15 MB (unpacked, too) or takes longer than `seconds`.
    """
    network = network or Network()
    deadline = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        target = check_address(address, hosts, setting=setting)
        answer = _ask(target, network, deadline)
        if isinstance(answer, bytes):
            return answer
        address = urljoin(f"https://{target.host}{target.path}", answer)
    raise NotFetched(f"The host sends us on to other addresses more than {REDIRECTS} times.")


def _ask(target: Target, network: Network, deadline: float) -> bytes | str:
    """Return the file, or the address we are sent on to."""
    ip = public_address(target.host, network.resolve, left_until(deadline))
    connection = PinnedConnection(target.host, ip, network, deadline)
    try:
        connection.request("GET", target.path, headers=_HEADERS)
        response = connection.getresponse()
        return _location(response) or _file(response, deadline)
    except TimeoutError:
        raise NotFetched(f"The host “{target.host}” did not answer within {SILENCE:g} seconds.") from None
    except (OSError, HTTPException) as problem:
        raise NotFetched(f"The host “{target.host}” could not be asked: {problem}.") from None
    finally:
        connection.close()


def _location(response: HTTPResponse) -> str | None:
    if response.status not in _MOVED:
        return None
    location = response.getheader("Location")
    if not location:
        raise NotFetched("The host sends us on to another address and does not say which.")
    # Bytes of an address beyond ASCII are read as Latin-1 by the library; they are UTF-8.
    return location.encode("latin-1").decode("utf-8", "replace")


def _file(response: HTTPResponse, deadline: float) -> bytes:
    if response.status != 200:
        raise NotFetched(
            f"The host answered {response.status} {response.reason}, not with a file.".replace("  ", " ")
        )
    data = _limited(response, deadline)
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in {"identity", "gzip", "x-gzip"}:
        raise NotFetched(f"The host sends the file packed as “{coding}”, which cannot be unpacked here.")
    # A feed may also be a packed file by itself.
    return unpacked(data) if data.startswith(b"\x1f\x8b") else data


def _limited(response: HTTPResponse, deadline: float) -> bytes:
    """Read a body. Raises NotFetched as soon as it is known to be too large."""
    if response.length is not None and response.length > MAX_BYTES:
        raise _too_large()
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        if len(data) > MAX_BYTES:
            raise _too_large()
        left_until(deadline)
    if response.length:
        raise NotFetched("The file broke off on its way; try again.")
    return bytes(data)


def unpacked(data: bytes) -> bytes:
    """Return what gzip has packed. Raises NotFetched if it is damaged, not a single file, or over the limit."""
    packed = zlib.decompressobj(wbits=31)
    try:
        plain = packed.decompress(data, MAX_BYTES + 1)
    except zlib.error:
        raise NotFetched("The file is packed by gzip, and damaged.") from None
    if len(plain) > MAX_BYTES:
        raise _too_large()
    # Files packed one behind the other could keep us unpacking for hours.
    if not packed.eof or packed.unused_data.strip(b"\0"):
        raise NotFetched("The file is packed by gzip, and not as one whole file.")
    return plain


def _too_large() -> NotFetched:
    return NotFetched(f"The file is over {MAX_BYTES // 1_000_000} MB, the limit for one file.")
