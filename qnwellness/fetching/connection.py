"""A connection to one checked IP address, by TLS to the name it was found under, until a deadline. Pure."""

import socket
import ssl
import time
from http.client import HTTPSConnection
from typing import Any

from qnwellness.fetching.address import NotFetched
from qnwellness.fetching.network import Network

# How long a silent machine is waited for.
SILENCE = 10.0


class _TimedSocket(ssl.SSLSocket):
    """Waits for bytes no longer than the whole transfer may take: a trickle does not keep it open."""

    deadline = 0.0

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(left_until(self.deadline))
        return super().recv_into(*args, **kwargs)


class PinnedConnection(HTTPSConnection):
    """Speaks to `ip`, and demands the certificate of `host`. Uses no proxy."""

    def __init__(self, host: str, ip: str, network: Network, deadline: float) -> None:
        super().__init__(host, context=network.context)
        self.ip, self.network, self.deadline = ip, network, deadline

    def connect(self) -> None:
        """Connect and shake hands. Raises OSError, of which a wrong certificate is one, or NotFetched."""
        plain = self.network.dial(self.ip, left_until(self.deadline))
        try:
            self.sock = self._secured(plain)
        except BaseException:
            plain.close()
            raise

    def _secured(self, plain: socket.socket) -> ssl.SSLSocket:
        plain.settimeout(left_until(self.deadline))
        self.network.context.sslsocket_class = _TimedSocket
        secured = self.network.context.wrap_socket(plain, server_hostname=self.host)
        secured.deadline = self.deadline  # type: ignore[attr-defined]
        return secured


def left_until(deadline: float) -> float:
    """Return how long to wait for the next bytes. Raises NotFetched when there is no time left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise NotFetched("The host took too long to send the file.")
    return min(left, SILENCE)
