"""A visit to the shop: what the page looks like, and whatever goes wrong on it."""

from dataclasses import dataclass, field
from difflib import ndiff
from itertools import zip_longest
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

# What the browser itself says when a request fails or an answer is none of the kind asked for.
OF_THE_BROWSER = (
    "Failed to load resource",
    "blocked by CORS policy",
    "Failed to load module script",
    "Failed to find a valid digest in the 'integrity' attribute",
)
_NOTE = """
window.noted = { shifts: [], refused: [], dialogs: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    noted.shifts.push({ value: entry.value, at: entry.startTime, of: entry.sources.map((source) =>
      `${source.node?.nodeName} ${source.node?.textContent?.trim().slice(0, 30)}`) });
}).observe({ type: "layout-shift", buffered: true });
addEventListener("securitypolicyviolation", (event) => noted.refused.push(
  `${event.effectiveDirective} ${event.blockedURI}`));
for (const name of ["load", "empty", "error", "click"])
  addEventListener(`related-articles:${name}`, (event) => (noted[name] ??= []).push(event.detail));
"""
_LOOK = """() => ({
  text: document.body.innerText,
  boxes: [...document.querySelectorAll("[data-shop]")].map((one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return [one.textContent.trim().slice(0, 20), box.x, box.y + scrollY, box.width, box.height,
      style.color, style.fontSize, style.fontFamily];
  }),
  globals: Object.getOwnPropertyNames(window).filter((name) => isNaN(name)).sort(),
  width: document.documentElement.scrollWidth,
  height: document.documentElement.scrollHeight,
})"""
_SCROLL = """async (step) => {
  const bottom = () => document.documentElement.scrollHeight - innerHeight;
  const frame = (y) => new Promise((done) => requestAnimationFrame(() => done(scrollTo(0, y))));
  for (let y = 0; y < bottom(); y += step) await frame(y);
  for (let y = bottom(); y > 0; y -= step) await frame(y);
  await frame(0);
  await frame(0);
}"""
# As fast as a thumb does; faster is for pages on which nobody asks whether something moved.
STEP = 120
LEAP = 1500


@dataclass
class Visit:
    """One tab on the shop's pages. `faults` are what no shop developer would forgive."""

    page: Page
    hosts: set[str]
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(_NOTE)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        self.page.on("dialog", self._on_dialog)
        self.page.on("request", self._on_request)

    def look(self) -> dict[str, Any]:
        """Return how the page is for who reads it, who hears it, and for its own scripts."""
        return {**self.page.evaluate(_LOOK), "heard": self.page.locator("body").aria_snapshot()}

    def scroll(self, step: int = STEP) -> None:
        """Scroll to the end and back as a reader does, so many pixels in each frame."""
        self.page.evaluate(_SCROLL, step)

    def wait_for_script(self) -> None:
        """Wait until the browser knows the element."""
        self.page.wait_for_function("() => !!customElements.get('related-articles')")

    def settle(self) -> None:
        """Wait until the browser has drawn what was told it, and looked which elements are in view."""
        self.page.wait_for_timeout(300)

    def noted(self, name: str) -> list[Any]:
        """Return the details of our events of one name, `shifts`, or `refused`."""
        return self.page.evaluate("(name) => noted[name] ?? []", name)

    def wait_for(self, count: int, *names: str, seconds: float = 15) -> None:
        """Wait until so many of our events have come. Raises Playwright's TimeoutError when they do not."""
        said = "([names, count]) => names.flatMap((name) => noted[name] ?? []).length >= count"
        self.page.wait_for_function(said, arg=[[*names], count], timeout=seconds * 1000)

    def wrong(self) -> list[Any]:
        """Return everything that went wrong: also what the policy refused, and what moved."""
        return [*self.refused(), *self.noted("shifts")]

    def refused(self) -> list[Any]:
        """Return what went wrong on a page that was not read by a person's speed: all but what moved."""
        return [*self.faults, *self.noted("refused")]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(part in message.text for part in OF_THE_BROWSER):
            self.faults.append(f"console: {message.text}")

    def _on_dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob", "about"} and address.netloc not in self.hosts:
            self.faults.append(f"third party: {request.url}")


def differences(visit: Visit, without: Visit) -> list[str]:
    """Return how a page differs from the same page without us."""
    here, there = visit.look(), without.look()
    found = [
        f"{name}: {here[name]} for {there[name]}" for name in ("width", "height") if here[name] != there[name]
    ]
    for name in ("text", "heard"):
        found += [
            line for line in ndiff(here[name].splitlines(), there[name].splitlines()) if line[:1] in "+-"
        ]
    found += [
        f"{one} for {other}" for one, other in zip_longest(here["boxes"], there["boxes"]) if one != other
    ]
    return found + [f"globals: {name}" for name in sorted({*here["globals"]} ^ {*there["globals"]})]
