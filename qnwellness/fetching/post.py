"""Sending a message to an address, by the same rules by which files are fetched. Pure."""

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse

from qnwellness.fetching.address import NotFetched, check_address
from qnwellness.fetching.connection import SILENCE, PinnedConnection, left_until
from qnwellness.fetching.network import Network, public_address

# For everything together.
SECONDS = 15.0
MAX_ANSWER = 2_000_000
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host said: `headers` by their names in lower case, and the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def post(
    address: str,
    body: bytes,
    *,
    headers: Mapping[str, str],
    hosts: Collection[str],
    setting: str,
    network: Network | None = None,
    seconds: float = SECONDS,
) -> Answer:
    """Return what an https address of one of `hosts` answers to a message, whatever its status.

    Nobody is followed elsewhere: what is sent may be signed or secret. `setting` is what the list of hosts is called,
    for a person. Raises NotFetched, with a message for a person, for an address that is not allowed, a host that is
    not public, and one that does not answer, takes longer than `seconds` or says more than 2 MB.
    """
    network = network or Network()
    deadline = time.monotonic() + seconds
    target = check_address(address, hosts, setting=setting)
    ip = public_address(target.host, network.resolve, left_until(deadline))
    connection = PinnedConnection(target.host, ip, network, deadline)
    try:
        connection.request("POST", target.path, body=body, headers={**headers, "Connection": "close"})
        response = connection.getresponse()
        said = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, said, _body(response, deadline))
    except TimeoutError:
        raise NotFetched(f"The host “{target.host}” did not answer within {SILENCE:g} seconds.") from None
    except (OSError, HTTPException) as problem:
        raise NotFetched(f"The host “{target.host}” could not be asked: {problem}.") from None
    finally:
        connection.close()


def _body(response: HTTPResponse, deadline: float) -> bytes:
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        if len(data) > MAX_ANSWER:
            raise NotFetched(f"The host's answer is over {MAX_ANSWER // 1_000_000} MB.")
        left_until(deadline)
    return bytes(data)
