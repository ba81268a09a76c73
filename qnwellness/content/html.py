"""The one sanitiser: any foreign HTML in, clean HTML out. Pure."""

from collections.abc import Collection

import nh3

_TAGS = {
    *("p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "b", "strong", "i", "em", "sup", "sub"),
    *(
        "a",
        "blockquote",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "img",
        "figure",
        "figcaption",
    ),
}
_ATTRIBUTES = {
    # `linktype`, `handle` and `text` name a product inside a sentence before it has a place in this site.
    "a": {"href", "linktype", "handle", "id", "text"},
    "img": {"src", "alt"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}


def clean(html: str, also: Collection[str] = ()) -> str:
    """Return `html` with nothing in it but allowed elements and attributes, well formed.

    Scripts, styles and comments go with their content; unknown elements go and leave their content; links keep
    only http, https, mailto and relative addresses. `also` names elements without any meaning of their own that stay,
    bare, for who reads from boxes which words belong together.
    """
    return nh3.clean(
        html,
        tags=_TAGS | set(also),
        attributes=_ATTRIBUTES,
        clean_content_tags={"script", "style"},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
