"""What the boxes of a page are that are no part of its article, by what they say of themselves."""

import re
from itertools import islice

from blog.importing.markup.tree import Node

_TAGS = {"nav": "a menu", "header": "the page's header", "footer": "the page's footer", "aside": "a sidebar"}
_ROLES = {
    "banner": "the page's header",
    "navigation": "a menu",
    "contentinfo": "the page's footer",
    "complementary": "a sidebar",
    "search": "a search field",
    "dialog": "a pop-up",
    "alertdialog": "a pop-up",
    "menubar": "a menu",
}
# The words names of classes are made of, whatever the theme; the first that is found says what the box is.
_WORDS = (
    (r"cookies?|consent|gdpr|ccpa|onetrust|cookiebot", "a notice about cookies"),
    (r"newsletters?|subscribe|subscription|signup|mailchimp|klaviyo|optin|mc4wp", "a newsletter form"),
    (
        r"share|sharing|sharer|social|socials|addthis|addtoany|sharethis|sharedaddy|shareaholic",
        "share buttons",
    ),
    (r"comments?|commentlist|disqus|respond|commentform", "comments"),
    (
        r"related|recommended|recommendations?|upsell|crosssell|yarpp|morearticles|readnext|jp relatedposts",
        "related articles",
    ),
    (r"breadcrumbs?", "a menu"),
    (
        r"pagination|pager|prevnext|postnav|postnavigation|(?:post|article|entry) (?:nav|navigation|pagination)",
        "links to other pages",
    ),
    (r"(?:template|article|post) back|back to blog|backlink", "a link back"),
    (r"cart|minicart|basket|wishlist", "the cart"),
    (r"announcement|announcements|promobar|topbar|promo bar", "an announcement"),
    (r"popup|popups|modal|modals|lightbox|drawer|offcanvas", "a pop-up"),
    (r"skip link|skip to content|skiplink|skip content", "a link to the text"),
    (
        r"(?:site|page|global|main|section|shopify section) (?:header|masthead|branding|topbar)|masthead|header group",
        "the page's header",
    ),
    (r"(?:site|page|global|main|section|shopify section) footer|colophon|footer group", "the page's footer"),
    (r"sidebar|sidebars|widget area", "a sidebar"),
    (r"megamenu|navbar|navmenu|menu|mainmenu|navigation", "a menu"),
    (r"predictive search|searchbar|searchform|search form|search modal", "a search field"),
    (r"(?:post|article|entry) tags|taglist|tag list|tagcloud|tags links|tags list", "tags"),
    (r"toolbar|adminbar|wpadminbar", "a tool of the editors"),
)
_BY_WORDS = tuple((re.compile(rf"(?<![a-z0-9])(?:{words})(?![a-z0-9])"), reason) for words, reason in _WORDS)
_BYLINE = re.compile(
    r"(?<![a-z0-9])(?:byline|posted on|(?:post|article|entry|blog) (?:meta|date|author|info|byline)|entry meta"
    r"|published|pubdate|reading time|read time|author|meta|date)(?![a-z0-9])"
)
_BODY_NAMES = re.compile(
    r"(?:^|[ _-])(?:rte|(?:entry|post|article|blog|story|page)[ _-]{0,2}(?:post[ _-]?)?(?:content|body|text|copy|rte)"
    r"|articlebody|article[ _-]{1,2}template__content|rich[ _-]?text|prose|markdown[ _-]body|e[ _-]content"
    r"|wysiwyg|post[ _-]text|single[ _-]content|the[ _-]content)(?:$|[ _-]?(?:inner|wrapper|area)?$)"
)
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_BYLINE = 160


def reason_of(node: Node) -> str:
    """What a box is that is no part of an article; empty if nothing says that it is none."""
    role = _ROLES.get(node.get("role").casefold())
    named = _named(node) or role or ""
    if node.name in _TAGS and not _is_of_quotation(node):
        named = named or _TAGS[node.name]
    return "" if named == "a menu" and _leads_within(node) else named


def is_article(node: Node) -> bool:
    """Whether an element says that it is an article."""
    kind = node.get("itemtype").casefold()
    return node.name == "article" or kind.endswith(("article", "blogposting"))


def is_main(node: Node) -> bool:
    """Whether an element says that it is what the page is about."""
    return node.name == "main" or node.get("role") == "main"


def _is_of_quotation(node: Node) -> bool:
    return node.parent is not None and node.parent.name in ("blockquote", "figure", "details", "td")


def _leads_within(node: Node) -> bool:
    """Whether the links of a menu lead to places of the same text: then it is a contents list."""
    links = [inner.get("href") for inner in islice(node.walk(), 400) if inner.name == "a"]
    return len(links) > 1 and all(link.startswith("#") and len(link) > 1 for link in links)


def is_byline(node: Node) -> bool:
    """Whether an element says who wrote a text, and when."""
    says = (
        node.name == "time"
        or any(child.name == "time" for child in node.elements())
        or node.get("itemprop") in ("author", "datePublished", "dateModified")
        or node.get("rel") == "author"
        or _BYLINE.search(_names(node)) is not None
    )
    return says and len(node.text(_LONGEST_BYLINE * 2).strip()) <= _LONGEST_BYLINE


def is_body(node: Node) -> bool:
    """Whether an element says that it holds the text of an article."""
    if "articlebody" in node.get("itemprop").casefold().split():
        return True
    return any(_BODY_NAMES.search(name) for name in node.classes[:20])


def is_standfirst(node: Node) -> bool:
    """Whether an element says that it is the paragraph below a title."""
    names = set(_names(node).split())
    return not names.isdisjoint(
        ("excerpt", "standfirst", "dek", "subtitle", "subheading", "lead", "intro", "deck", "summary")
    )


def _named(node: Node) -> str:
    names = _names(node)
    if not names:
        return ""
    for name in (*node.classes[:10], node.get("id").casefold()):
        if name in _TAGS or name == "sidebar":
            return _TAGS.get(name, "a sidebar")
    return next((reason for pattern, reason in _BY_WORDS if pattern.search(names)), "")


def _names(node: Node) -> str:
    """The words its classes, its id and its own name are made of."""
    own = node.name if "-" in node.name else ""
    given = f"{node.get('class')[:300]} {node.get('id')[:100]} {own}"
    return _SEPARATORS.sub(" ", _CAMEL.sub(" ", given).casefold()).strip()
