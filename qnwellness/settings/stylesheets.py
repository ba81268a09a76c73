"""Which component stylesheets each type of page loads, joined in this order into one file.

A new component is one file in its app's static folder and one line here.
"""


def _site(*names: str) -> list[str]:
    return [f"qnwellness/css/{name}.css" for name in names]


def _blog(*names: str) -> list[str]:
    return [f"blog/css/{name}.css" for name in names]


def _products(*names: str) -> list[str]:
    return [f"products/css/{name}.css" for name in names]


_GROUND = [*_site("layers"), "qnwellness/fonts.css", *_site("tokens", "base", "button")]
_FRAME = [*_GROUND, *_site("mark", "header", "footer", "print")]
_ARTICLE_CARDS = [*_site("sprig"), *_blog("article_card")]
_PRODUCT_CARDS = [*_site("sprig"), *_products("product_card", "price", "state")]
_LISTING = _site("listing", "page_head", "pagination")
_BODY = [
    *_site("prose", "sprig"),
    *_blog("article_page", "heading", "image", "quote", "note", "table"),
    *_blog("infographic", "nutrient", "synergy", "dosage", "benefits", "call_to_action"),
    *_products("product_callout", "price", "state"),
]

STYLESHEETS = {
    "site": [*_FRAME, *_site("breadcrumbs", "prose", "sprig", "plain_page", "404")],
    "home": [*_FRAME, *_ARTICLE_CARDS, *_PRODUCT_CARDS, *_site("shelf", "home_page")],
    "article": [*_FRAME, *_blog("head", "kicker", "byline", "contents"), *_BODY],
    "blog_index": [*_FRAME, *_LISTING, *_ARTICLE_CARDS],
    "product": [
        *_FRAME,
        *_site("breadcrumbs", "prose", "sprig"),
        *_products("product_page", "gallery", "price", "state", "offer"),
        *_products("ingredients", "keys", "related_articles"),
    ],
    "product_index": [*_FRAME, *_LISTING, *_PRODUCT_CARDS],
    "search": [*_FRAME, *_LISTING, *_site("form", "shelf"), *_ARTICLE_CARDS, *_PRODUCT_CARDS],
    # A single block in the editor.
    "preview": [*_GROUND, *_BODY, *_site("block_preview")],
}
