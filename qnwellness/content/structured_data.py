"""What a page says of itself to machines: one schema.org `@graph` a page, of plain values. Pure.

Nodes have stable ids, so that what one page says of a thing another page can refer to: `<address>#webpage`,
`<address>#breadcrumb`, `<article>#article`, `<product>#product`, `<author's page>#person`, `<site>#org`,
`<site>#website`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]

# A "</script>" inside a value must not end the element that carries the data.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose site this is. `url` is the address of its front page, `logo` a full address."""

    name: str
    url: str
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page on the way to another one."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class WebPage:
    """What holds for every page: its full address, its name, what it is about, its language."""

    url: str
    name: str
    description: str = ""
    language: str = "en"
    kind: str = "WebPage"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes or reviews. `url` is their page here, `elsewhere` one on another site."""

    name: str
    url: str = ""
    role: str = ""
    credentials: str = ""
    elsewhere: str = ""
    biography: str = ""
    portrait: str = ""


def graph(nodes: Iterable[Node]) -> dict[str, Any]:
    """Return one JSON-LD document of all nodes, without their empty properties."""
    return {"@context": "https://schema.org", "@graph": [_filled(node) for node in nodes]}


def reference(url: str, part: str) -> Node:
    """Return a reference to a node by its id, on this page or another one."""
    return {"@id": f"{url}#{part}"}


def web_page_node(page: WebPage, publisher: Publisher, *, has_breadcrumbs: bool = False) -> Node:
    """Return the node of a page as such; what the page is about refers to it or is added to it."""
    return {
        "@type": page.kind,
        **reference(page.url, "webpage"),
        "url": page.url,
        "name": page.name,
        "description": page.description,
        "inLanguage": page.language,
        "isPartOf": reference(publisher.url, "website"),
        "publisher": reference(publisher.url, "org"),
        "breadcrumb": reference(page.url, "breadcrumb") if has_breadcrumbs else None,
    }


def organization_node(publisher: Publisher) -> Node:
    """Return the node of the publisher, which every page carries."""
    return {
        "@type": "Organization",
        **reference(publisher.url, "org"),
        "name": publisher.name,
        "url": publisher.url,
        "logo": {"@type": "ImageObject", "url": publisher.logo} if publisher.logo else None,
    }


def website_node(publisher: Publisher, *, search_url: str = "", language: str = "en") -> Node:
    """Return the node of the site, for its front page; `search_url` ends where the words asked for begin."""
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search_url}{{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return {
        "@type": "WebSite",
        **reference(publisher.url, "website"),
        "url": publisher.url,
        "name": publisher.name,
        "inLanguage": language,
        "publisher": reference(publisher.url, "org"),
        "potentialAction": action if search_url else None,
    }


def breadcrumb_node(page_url: str, crumbs: Iterable[Crumb]) -> Node:
    """Return the BreadcrumbList node of a page. Google asks for two crumbs or more."""
    return {
        "@type": "BreadcrumbList",
        **reference(page_url, "breadcrumb"),
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.title, "item": crumb.url}
            for position, crumb in enumerate(crumbs, start=1)
        ],
    }


def person_node(person: Person) -> Node:
    """Return the node of a person; with a page of their own it has an id.

    A qualification is a credential of its own (schema.org, Person.hasCredential) and no part of the name.
    """
    credential = {"@type": "EducationalOccupationalCredential", "name": person.credentials}
    return _filled(
        {
            "@type": "Person",
            **(reference(person.url, "person") if person.url else {}),
            "name": person.name,
            "url": person.url or person.elsewhere,
            "jobTitle": person.role,
            "hasCredential": credential if person.credentials else None,
            "description": person.biography,
            "image": person.portrait,
            "sameAs": person.elsewhere if person.url else None,
        }
    )


def item_list(nodes: Iterable[Node]) -> Node:
    """Return an ordered list of nodes, as a page that lists things shows them."""
    items = [
        {"@type": "ListItem", "position": position, "item": node}
        for position, node in enumerate(nodes, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _filled(node: Mapping[str, Any]) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}
