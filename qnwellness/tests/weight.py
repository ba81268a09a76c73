"""What a page weighs: its HTML and the stylesheets and scripts a browser loads for it, compressed.

A script that is fetched once a reader needs it is not part of the page.
"""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

KILOBYTE = 1024
# What the design promises of an article.
STYLES_AND_SCRIPTS = 9 * KILOBYTE
BEYOND_THE_TEXT = 15 * KILOBYTE

# `import "./a.js"`, `import {b} from "./b.js"`, `export * from "./c.js"`; what is imported on demand is not loaded.
_IMPORT = re.compile(r"""(?:^|[;\n])\s*(?:import|export)\b[^;("']*["']([^"']+)["']""")
# What a browser loads for a page, by element and attribute; `a` and `form` lead elsewhere, and load nothing.
_LOADED = {"link": "href", "script": "src", "img": "src", "source": "srcset", "iframe": "src", "video": "src"}
_LOADED_LINKS = {"stylesheet", "preload", "modulepreload", "icon", "preconnect", "dns-prefetch", "manifest"}


@dataclass(frozen=True)
class Weight:
    """Bytes after gzip, how many requests hold back the first picture, and who else is asked."""

    html: int
    text: int
    styles: int
    scripts: int
    blocking: int
    others: tuple[str, ...]

    @property
    def styles_and_scripts(self) -> int:
        """CSS and JavaScript together."""
        return self.styles + self.scripts

    @property
    def beyond_text(self) -> int:
        """Everything but the words themselves."""
        return self.html + self.styles + self.scripts - self.text


def weigh(url: str, html: str, fetch: Callable[[str], bytes]) -> Weight:
    """Weigh the page at `url`; `fetch` returns what an absolute address answers, uncompressed."""
    soup = BeautifulSoup(html, "html.parser")
    styles = [urljoin(url, link["href"]) for link in soup.select("link[rel~=stylesheet][href]")]
    scripts = [urljoin(url, script["src"]) for script in soup.select("script[src]")]
    return Weight(
        html=_compressed(html.encode()),
        text=_compressed(" ".join(_words(soup).split()).encode()),
        styles=sum(_compressed(fetch(style)) for style in dict.fromkeys(styles)),
        scripts=sum(_compressed(script) for script in _with_imports(scripts, fetch)),
        blocking=len(styles) + sum(_holds_back(script) for script in soup.select("script[src]")),
        others=tuple(sorted(_others(url, soup))),
    )


def _compressed(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


def _words(soup: BeautifulSoup) -> str:
    """Return what is read on the page or read aloud from it."""
    page = soup.body or soup
    said = [image.get("alt", "") for image in page.find_all("img")]
    said += [element["aria-label"] for element in page.select("[aria-label]")]
    return " ".join([page.get_text(" "), *said]).strip()


def _with_imports(addresses: Iterable[str], fetch: Callable[[str], bytes]) -> Iterator[bytes]:
    """Yield each script once, and each module it imports."""
    waiting, seen = list(addresses), set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        script = fetch(address)
        yield script
        waiting += [urljoin(address, name) for name in _IMPORT.findall(script.decode())]


def _holds_back(script: Tag) -> bool:
    return script.get("type") != "module" and not script.has_attr("defer") and not script.has_attr("async")


def _others(url: str, soup: BeautifulSoup) -> set[str]:
    """Return the other hosts a browser would ask for this page."""
    hosts = set()
    for element in soup.find_all([*_LOADED]):
        if element.name == "link" and not _LOADED_LINKS & set(element.get("rel", [])):
            continue
        for address in re.split(r",\s+|\s+(?=\d+(?:\.\d+)?[wx])", element.get(_LOADED[element.name]) or ""):
            hosts.add(urlsplit(urljoin(url, address.split(" ")[0])).netloc)
    return hosts - {urlsplit(url).netloc, ""}
