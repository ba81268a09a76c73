"""What stands in the head of a page: its own address, its name, its description, and its structured data.

One page can answer at several addresses (the journal lists a tag, or its second dozen of articles): `shown` is
what its template is given, and tells them apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import get_language
from wagtail.models import Page, Site

from . import references
from .structured_data import (
    Crumb,
    Node,
    Publisher,
    WebPage,
    breadcrumb_node,
    graph,
    organization_node,
    web_page_node,
)
from .summaries import shorten
from .visibility import is_public

Shown = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Head:
    """The address of what is shown, its name and description, and whether crawlers may list it.

    `canonical` is the address that counts for them: mostly the same, but what is shown may be at home elsewhere.
    """

    address: str
    canonical: str
    title: str
    description: str
    is_listed: bool


def head_of(page: Page, request: HttpRequest, shown: Shown) -> Head:
    """Return the head of a page. At most one query, for restrictions, and none while a page is rendered."""
    address = address_of(page, request, shown)
    return Head(
        address=address,
        canonical=page.canonical_address or address,
        title=page.name_of(shown),
        description=shorten(page.description_of(shown)),
        is_listed=_is_for_everyone(page, request),
    )


def address_of(page: Page, request: HttpRequest, shown: Shown) -> str:
    """Return the one address of what is shown: with its route below the page, and its number in a list.

    A page that repeats another one (an alias) has the address of that one.
    """
    origin = page.alias_of.specific if page.alias_of_id else None
    if origin and is_public(origin, references.current().restricted_paths):
        return origin.get_full_url(request)
    match = getattr(request, "routable_resolver_match", None)
    route = ""
    if match and hasattr(page, "reverse_subpage"):
        route = page.reverse_subpage(match.url_name, args=match.args, kwargs=match.kwargs)
    number = getattr(shown.get("listed"), "number", 1)
    return f"{page.get_full_url(request)}{route}{f'?page={number}' if number > 1 else ''}"


def graph_of(page: Page, request: HttpRequest, shown: Shown) -> dict[str, Any] | None:
    """Return the structured data of a page, or None for a preview, a draft and a page not everybody may see."""
    if not _is_for_everyone(page, request):
        return None
    publisher = publisher_of(request)
    head = head_of(page, request, shown)
    crumbs = list(_crumbs(page, request, shown, head))
    whole = WebPage(
        url=head.address,
        name=head.title,
        description=head.description,
        language=get_language() or settings.LANGUAGE_CODE,
    )
    node = web_page_node(whole, publisher, has_breadcrumbs=bool(crumbs))
    nodes = page.structured_data(request, shown, node)
    trail: list[Node] = [breadcrumb_node(head.address, crumbs)] if crumbs else []
    return graph([node, *nodes, *trail, organization_node(publisher)])


def publisher_of(request: HttpRequest) -> Publisher:
    """Return whose site a request is answered for."""
    site = Site.find_for_request(request)
    root = f"{site.root_url}/" if site else f"{settings.SITE_URL}/"
    name = (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
    logo = static("qnwellness/icons/logo.png")
    return Publisher(name=name, url=root, logo=logo if "://" in logo else f"{root.rstrip('/')}{logo}")


def _is_for_everyone(page: Page, request: HttpRequest) -> bool:
    if getattr(request, "is_preview", False):
        return False
    return is_public(page, references.current().restricted_paths)


def _crumbs(page: Page, request: HttpRequest, shown: Shown, head: Head) -> Iterator[Crumb]:
    """Yield the way to what is shown, itself included; nothing for a page that stands at the top."""
    above = [Crumb(crumb.title, crumb.get_full_url(request)) for crumb in shown.get("breadcrumbs") or ()]
    own = page.get_full_url(request)
    if head.address.partition("?")[0] != own:
        above.append(Crumb(page.title, own))
    if above:
        yield from above
        yield Crumb(page.crumb_of(shown), head.address)
