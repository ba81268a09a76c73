"""A shop on this machine: TLS with a certificate of its own, and a listener that nobody may reach."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from qnwellness.fetching import Network

HOST = "shop.example"
# Public, and never asked: the tests' network leads to this machine instead.
PUBLIC = "93.184.215.14"
FEED = b"Handle,Title\r\nbone-essential,Bone Essential\r\n"


class _Handler(BaseHTTPRequestHandler):
    """Answers by path what a shop, or somebody who means harm, might."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))  # type: ignore[attr-defined]
        answer = getattr(
            self, f"answer_{self.path.strip('/').split('/')[0].split('?')[0].replace('.', '_')}", None
        )
        if answer:
            answer()
        else:
            self.send(404, b"no")

    def do_POST(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((dict(self.headers), body))  # type: ignore[attr-defined]
        if self.path == "/echo":
            self.send(202, f"{self.headers['X-Sign']} ".encode() + body, X_Heard=str(len(body)))
        elif self.path == "/moved":
            self.send(307, b"", Location=f"https://{HOST}/echo")
        elif self.path == "/endless":
            self.answer_large()
        elif self.path == "/gone":
            self.send(410, b"")
        elif self.path == "/busy":
            self.send(429, b"", Retry_After="7200")
        else:
            self.send(500, b"ill")

    def log_message(self, *args: object) -> None:
        """Keep the tests' output clean."""

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_feed_csv(self) -> None:
        self.send(200, FEED, Content_Type="application/x-nonsense")

    def answer_packed_csv(self) -> None:
        self.send(200, gzip.compress(FEED), Content_Encoding="gzip")

    def answer_feed_csv_gz(self) -> None:
        self.send(200, gzip.compress(FEED))

    def answer_brotli(self) -> None:
        self.send(200, b"?", Content_Encoding="br")

    def answer_bomb(self) -> None:
        self.send(200, gzip.compress(bytes(40_000_000)), Content_Encoding="gzip")

    def answer_matryoshka(self) -> None:
        self.send(200, gzip.compress(b"") * 1000, Content_Encoding="gzip")

    def answer_said_large(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "15000001")
        self.end_headers()

    def answer_large(self) -> None:
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        for _ in range(400):
            self.wfile.write(bytes(65_536))

    def answer_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"half")
        self.close_connection = True

    def answer_trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b".")
            self.wfile.flush()
            time.sleep(0.05)

    def answer_to(self) -> None:
        self.send(302, b"", Location=self.path.removeprefix("/to/"))

    def answer_round(self) -> None:
        self.send(301, b"", Location=f"/round/{time.monotonic_ns()}")

    def answer_nowhere(self) -> None:
        self.send(302, b"")


@dataclass
class Canary:
    """A listener on this machine; `seen` counts who came."""

    port: int
    seen: list[object] = field(default_factory=list)


@contextmanager
def canary() -> Iterator[Canary]:
    """Yield a listener on all of this machine's own addresses."""
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True) as listener:
        found = Canary(listener.getsockname()[1])

        def watch() -> None:
            while True:
                try:
                    connection, address = listener.accept()
                except OSError:
                    return
                found.seen.append(address)
                connection.close()

        threading.Thread(target=watch, daemon=True).start()
        yield found
        listener.shutdown(socket.SHUT_RDWR)


@dataclass
class Shop:
    """The running shop: what was asked of it, and the network in which its name leads to it."""

    port: int
    asked: list[tuple[str, str]]
    told: list[tuple[dict[str, str], bytes]]
    certificate: Path

    def network(self, resolve: Callable[[str], list[str]] = lambda host: [PUBLIC]) -> Network:
        """Return a network in which every public address is this shop."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        return Network(resolve, self._dial, context)

    def _dial(self, ip: str, seconds: float) -> socket.socket:
        assert ip == PUBLIC, f"{ip} was dialled"
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)


@contextmanager
def shop(folder: Path) -> Iterator[Shop]:
    """Yield a shop with a certificate for `HOST`, which it keeps in `folder`."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-days", "2"]
    subprocess.run([*command, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.asked, server.told = [], []  # type: ignore[attr-defined]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield Shop(server.server_port, server.asked, server.told, certificate)  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
