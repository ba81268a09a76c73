"""Notes what goes wrong on a page while a test uses it."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request


@dataclass
class Watch:
    """What a page complained of, and what it was expected to complain of."""

    host: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, part: str) -> None:
        """Let complaints pass that contain `part`: a page that is meant to answer 404, for example."""
        self.expected.append(part)

    def unexpected(self) -> list[str]:
        """Return the complaints nobody expected."""
        return [text for text in self.complaints if not any(part in text for part in self.expected)]

    def over(self, page: Page) -> None:
        """Start noting what goes wrong on a page."""
        page.on("console", self._on_console)
        page.on("pageerror", self._on_error)
        page.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        """Note errors; Chromium reports what the content security policy refused here too."""
        if message.type == "error":
            self.complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _on_error(self, error: Any) -> None:
        """Note a script that failed."""
        self.complaints.append(f"script: {error}")

    def _on_request(self, request: Request) -> None:
        """Note a request to another host; data: and blob: addresses go nowhere."""
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob", "about"} and address.netloc != self.host:
            self.complaints.append(f"third party: {request.url}")
