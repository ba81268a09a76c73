"""The code a shop copies: each way of getting the list of a product onto a page, ready to paste. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from .released import Release


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a shop wants shown; an empty text is the element's own choice."""

    handle: str
    limit: int = 3
    heading: str = ""
    level: int = 2
    language: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One way. `name` tells it from the others; `code` is what is pasted."""

    name: str
    code: str


USUAL = Wanted(handle="")
_SKU = "{sku}"


def snippets(wanted: Wanted, site: str, newest: Release) -> list[Snippet]:
    """Return every way, for a site at an address like "https://www.example.com"."""
    script = f'<script type="module" async src="{site}/embed/related-articles.js"></script>'
    sealed = (
        f'<script type="module" async src="{site}/embed/{newest.version}/related-articles.js"\n'
        f'        integrity="{newest.integrity}" crossorigin="anonymous"></script>'
    )
    fragment = f"{site}/products/{wanted.handle}/related-articles/?limit={wanted.limit}"
    return [
        Snippet("shopify", f"{script}\n{element({'product': '{{ product.handle }}'}, wanted)}"),
        Snippet("html", f"{script}\n{element({'product': wanted.handle}, wanted)}"),
        Snippet("sealed", f"{sealed}\n{element({'product': wanted.handle}, wanted)}"),
        Snippet("woocommerce", _woocommerce(script, wanted)),
        Snippet("server", _server(fragment, site)),
        Snippet("json", f"{site}/api/v1/products/{wanted.handle}/related-articles/?limit={wanted.limit}"),
    ]


def element(about: Mapping[str, str], wanted: Wanted) -> str:
    """Return the element about a product, with what differs from its own choice.

    What `about` says may be an expression of a template language; what is `wanted` never is one.
    """
    chosen = {
        "limit": str(wanted.limit) if wanted.limit != USUAL.limit else "",
        "heading": wanted.heading,
        "heading-level": str(wanted.level) if wanted.level != USUAL.level else "",
        "lang": wanted.language,
    }
    plain = {name: escape(value).replace("{", "&#123;") for name, value in chosen.items() if value}
    written = "".join(f' {name}="{value}"' for name, value in {**about, **plain}.items())
    return f"<related-articles{written}></related-articles>"


def _woocommerce(script: str, wanted: Wanted) -> str:
    # In single quotes PHP knows these two signs, printf another one.
    shown = element({"sku": _SKU}, wanted).replace("\\", "\\\\").replace("%", "%%").replace(_SKU, "%s")
    return (
        "add_action('wp_head', function () {\n"
        f"    if (is_product()) echo '{script}';\n"
        "});\n"
        "add_action('woocommerce_after_single_product_summary', function () {\n"
        "    global $product;\n"
        f"    printf('{shown}', esc_attr($product->get_sku()));\n"
        "}, 25);"
    )


def _server(fragment: str, site: str) -> str:
    return (
        f'<link rel="stylesheet" href="{site}/embed/related-articles.css">\n'
        "<?php\n"
        f"$answer = wp_remote_get('{fragment}', ['timeout' => 2]);\n"
        "echo wp_remote_retrieve_response_code($answer) === 200 ? wp_remote_retrieve_body($answer) : '';\n"
        "?>"
    )
