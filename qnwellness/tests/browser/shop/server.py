"""A small web server of the test's own, that answers what it is told and remembers what it was asked."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What is answered: `after` so many seconds, and `cut` short where the connection ends before the body does."""

    body: bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0
    cut: bool = False


Answering = Callable[[str, dict[str, str]], Answer]


class Server:
    """A server on a free port of this machine while its `with` block runs; `asked` holds the paths, in order."""

    def __init__(self, answering: Answering) -> None:
        self._answering = answering
        self._ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self.asked: list[str] = []

    @property
    def host(self) -> str:
        """Return host and port."""
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        """Return the address without a slash at its end."""
        return f"http://{self.host}"

    def __enter__(self) -> "Server":
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.kill()

    def kill(self) -> None:
        """Close the port; whoever still waits for an answer gets none. Twice is harmless."""
        if not self._ended.is_set():
            self._ended.set()
            self._server.shutdown()
            self._server.server_close()

    def _answer(self, path: str, headers: dict[str, str]) -> Answer | None:
        self.asked.append(path)
        answer = self._answering(path, headers)
        return None if self._ended.wait(answer.after) else answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            """One request."""

            def do_GET(self) -> None:
                """Answer; a reader who went away meanwhile is nobody's fault."""
                answer = server._answer(self.path, dict(self.headers.items()))
                try:
                    self._write(answer)
                except OSError:
                    self.close_connection = True

            def _write(self, answer: Answer | None) -> None:
                if answer is None:
                    return
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.type)
                self.send_header("Content-Length", str(len(answer.body) * (2 if answer.cut else 1)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *_arguments: object) -> None:
                """Say nothing: tests look at `asked`."""

        return Handler
