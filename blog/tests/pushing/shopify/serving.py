"""The fake shop on this machine, by TLS, and a network in which its name leads there."""

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from qnwellness.fetching import Network

from .fake import NAME, FakeShopify

# Public, and never asked: the tests' network leads to this machine instead.
_PUBLIC = "93.184.215.14"
DEAD = -1


class Server(ThreadingHTTPServer):
    """Hands messages to `shop`, which a test changes; an answer of status `DEAD` is none at all."""

    daemon_threads = True
    shop: FakeShopify
    delay = 0.0
    network: Network

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: who was not waited for has hung up, as a test wants it."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(self.server.delay)
        status, headers, said = self.server.shop.answer(self.path, self.headers, body)
        if status == DEAD:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *args: object) -> None:
        """Keep the tests' output clean."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Yield the server, with a certificate for the shop's name, which is kept in `folder`."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=shop", "-addext", f"subjectAltName=DNS:{NAME}"]
    command = ["openssl", "req", "-x509", *curve, *names, "-keyout", key, "-out", certificate]
    subprocess.run(command, check=True, capture_output=True)
    server = Server(("127.0.0.1", 0), _Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.network = Network(
        lambda host: [_PUBLIC],
        lambda ip, seconds: socket.create_connection(("127.0.0.1", server.server_port), timeout=seconds),
        ssl.create_default_context(cafile=str(certificate)),
    )
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
