"""Which component stylesheets each type of page loads, joined in this order into one file.

A new component is one file in its app's static folder and one line here.
"""


def _site(*names: str) -> list[str]:
    return [f"qnwellness/css/{name}.css" for name in names]


def _blog(*names: str) -> list[str]:
    return [f"blog/css/{name}.css" for name in names]


def _products(*names: str) -> list[str]:
    return [f"products/css/{name}.css" for name in names]


_GROUND = [
    *_site("layers"),
    "qnwellness/fonts.css",
    "qnwellness/drawings.css",
    *_site("tokens", "base", "button"),
]
_FRAME = [*_GROUND, *_site("mark", "header", "footer", "print")]
_ARTICLE_CARDS = [*_site("sprig"), *_blog("article_card", "article_card_lead")]
_PRODUCT_CARDS = [*_site("sprig"), *_products("product_card", "price", "state")]
_LISTING = _site("onward", "listing", "page_head", "pagination")
_BODY = [
    *_site("prose", "sprig"),
    *_blog("article_page", "heading", "key_points", "image", "note", "question", "table"),
    *_blog("citation"),
    *_products("product_callout", "price", "state"),
]
_INFOGRAPHIC = _blog("infographic", "nutrient", "synergy", "dosage", "benefits", "call_to_action", "share")
_CHARTS = _blog("statistic", "bars", "steps", "checklist", "comparison")
# What few articles hold.
_SELDOM = _blog("quote", "video")
_ARTICLE = [
    *_FRAME,
    *_blog("head", "kicker", "byline", "contents"),
    *_BODY,
    *_blog("sources", "corrections", "named_products", "colophon", "article_card", "related_reading"),
]

STYLESHEETS = {
    "site": [*_FRAME, *_site("onward", "breadcrumbs", "prose", "sprig", "form", "plain_page", "404")],
    "author": [
        *_FRAME,
        *_LISTING,
        *_site("breadcrumbs", "sprig"),
        *_blog("article_card", "author_page", "topics"),
    ],
    "home": [*_FRAME, *_ARTICLE_CARDS, *_PRODUCT_CARDS, *_site("onward", "shelf", "home_page")],
    # An article loads the first of these that has what its body needs.
    "article": _ARTICLE,
    "article-infographic": [*_ARTICLE, *_INFOGRAPHIC],
    "article-charts": [*_ARTICLE, *_INFOGRAPHIC, *_CHARTS],
    "article-all": [*_ARTICLE, *_INFOGRAPHIC, *_CHARTS, *_SELDOM],
    "blog_index": [*_FRAME, *_LISTING, *_ARTICLE_CARDS, *_blog("topics")],
    "product": [
        *_FRAME,
        *_site("breadcrumbs", "prose", "sprig"),
        *_blog("note"),
        *_products("product_page", "gallery", "price", "state", "offer", "variants"),
        *_products("ingredients", "keys", "related_articles"),
    ],
    "product_index": [*_FRAME, *_LISTING, *_PRODUCT_CARDS],
    "search": [
        *_FRAME,
        *_LISTING,
        *_site("form", "filters", "results", "suggestions"),
        *_ARTICLE_CARDS,
        *_products("price", "state"),
    ],
    "playground": [*_FRAME, *_site("page_head"), *_blog("playground")],
    # The pictures of an article in the editor.
    "poster_preview": [*_GROUND, *_blog("poster_preview")],
    # What only a script shows comes with the script.
    "notes": _blog("source_note"),
    # A single block in the editor.
    "preview": [*_GROUND, *_BODY, *_INFOGRAPHIC, *_CHARTS, *_SELDOM, *_site("block_preview")],
}
