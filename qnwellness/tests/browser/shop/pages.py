"""The shop's product pages: plain HTML, a stylesheet and a policy that lets in one host, ours."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.request import urlopen

from .server import Answer, Server

Pages = dict[str, bytes | Callable[[], bytes]]
FALLBACK = '<p data-shop>Ask our <a href="/advice">advisers</a>.</p>'
_WORDS = "Take one capsule a day with a meal. " * 6
_STYLES = """
:root { color-scheme: light dark; font: 16px/1.5 sans-serif; background: light-dark(#fff, #111) }
a { color: light-dark(#00457a, #9cd1ff) }
body { margin: 0 auto; max-width: 70rem; padding: 1rem }
section { margin: 2rem 0 }
.high { min-height: 70rem }
.columns { display: grid; gap: 2rem; grid-template-columns: 2fr 1fr }
"""
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tonic, in the shop</title>
<link rel="stylesheet" href="/shop.css">
{head}
</head>
<body>
<header data-shop><a href="/">The shop</a></header>
<main>
<h1 data-shop>Tonic</h1>
<p data-shop>{words}</p>
{main}
</main>
<footer data-shop>Shipped from <a href="/where">here</a>.</footer>
</body>
</html>
"""


def script(address: str, extra: str = "async") -> str:
    """Return the line a shop developer copies; `extra` are further attributes."""
    return f'<script type="module" {extra} src="{address}/embed/related-articles.js"></script>'


def stylesheet(address: str) -> str:
    """Return the line a shop adds whose server gets the list as HTML."""
    return f'<link rel="stylesheet" href="{address}/embed/related-articles.css">'


def element(product: str = "tonic", inside: str = FALLBACK, **attributes: object) -> str:
    """Return the element with what the shop put inside; an attribute that is None is left out."""
    named = {"product": product, **{name.replace("_", "-"): value for name, value in attributes.items()}}
    written = "".join(f' {name}="{value}"' for name, value in named.items() if value is not None)
    return f"<related-articles{written}>{inside}</related-articles>"


def parts(*inside: str) -> str:
    """Return sections of the shop's own, each with something inside and words around it, the first below the fold."""
    sections = (
        f"<section><h2 data-shop>Part {number}</h2><p data-shop>{_WORDS}</p>{one}<p data-shop>{_WORDS}</p></section>"
        for number, one in enumerate(inside, start=1)
    )
    return '<div class="high" data-shop>A long description.</div>' + "".join(sections)


def page(main: str, head: str = "", language: str = "en") -> bytes:
    """Return a whole page."""
    return _PAGE.format(main=main, head=head, language=language, words=_WORDS).encode()


def policy(ours: str, styled: bool) -> str:
    """Return the shop's content security policy: nothing but its own host, and ours where the docs ask for it.

    `styled`: it links the stylesheet of the list that its server gets as HTML. The element needs no such leave.
    """
    styles = f"'self' {ours}" if styled else "'self'"
    return (
        f"default-src 'none'; script-src {ours}; connect-src {ours}; img-src 'self' {ours}; style-src {styles}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def fragment(ours: str, product: str, limit: int = 5) -> str:
    """Return what a shop's server gets from us, as the docs tell it: one request, two seconds, else nothing."""
    try:
        with urlopen(f"{ours}/products/{product}/related-articles/?limit={limit}", timeout=2) as answer:  # noqa: S310
            return answer.read().decode()
    except (OSError, HTTPException, UnicodeDecodeError):
        return ""


@contextmanager
def shop(pages: Pages, ours: str, styled: bool = False) -> Iterator[Server]:
    """Yield the shop with these pages by path, or what writes them; `ours` is the one host its policy allows."""

    def answering(path: str, _headers: dict[str, str]) -> Answer:
        if path == "/shop.css":
            return Answer(_STYLES.encode(), "text/css")
        headers = {"Content-Security-Policy": policy(ours, styled), "Cache-Control": "no-cache"}
        if path in pages:
            found = pages[path]
            return Answer(found() if callable(found) else found, headers=headers)
        return Answer(b"", "image/x-icon") if path == "/favicon.ico" else Answer(b"", status=404)

    with Server(answering) as server:
        yield server
