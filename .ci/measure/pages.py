"""The pages that are measured, and how they are asked for."""

from urllib.parse import urljoin
from urllib.request import Request, urlopen

from qnwellness.tests.browser.addresses import ARTICLE, PAGES, PRODUCT

JUDGED = {"article": ARTICLE, "journal": "/blog/", "product": PRODUCT}
# It answers in development only.
MEASURED = {name: path for name, path in PAGES.items() if path != "/500/"}
SECONDS = 60


def fetch(url: str) -> bytes:
    """Return what an address answers, whatever its status, uncompressed. Raises OSError."""
    request = Request(url, headers={"Accept-Encoding": "identity"})  # noqa: S310 - our own server
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - our own server
            return answer.read()
    except OSError as refused:
        if hasattr(refused, "read"):
            return refused.read()
        raise


def addresses(site: str, paths: dict[str, str]) -> dict[str, str]:
    """Return the full addresses of named paths."""
    return {name: urljoin(site, path) for name, path in paths.items()}


def warm(site: str) -> None:
    """Ask for every page a few times: pictures are cut to size, and each worker fills its caches."""
    for url in addresses(site, MEASURED).values():
        for _ in range(4):
            fetch(url)
