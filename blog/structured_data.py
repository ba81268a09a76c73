"""Article -> schema.org, of plain values. Pure.

Properties: developers.google.com, "Article structured data"; schema.org 30. `reviewedBy` and `lastReviewed` belong to
WebPage and its kinds only, so that they stand on the MedicalWebPage whose main entity the BlogPosting is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from qnwellness.content.structured_data import Node, Person, Publisher, item_list, person_node, reference


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong and has been put right. The form asks for a date; a script may have left it out."""

    made_on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class CitedAuthor:
    """Who wrote a publication: a person, given name first, or an organisation."""

    name: str
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A publication an article cites. Its addresses are full ones, the most lasting first."""

    title: str
    authors: Sequence[CitedAuthor] = ()
    container: str = ""
    year: int | None = None
    addresses: Sequence[str] = ()
    is_scholarly: bool = False


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure an article states: what it is, a value or a range with its unit, and when it holds."""

    statement: str
    low: Decimal
    high: Decimal | None = None
    unit: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """What an article's page shows of itself. Addresses are full ones, moments have a zone."""

    url: str
    headline: str
    description: str = ""
    language: str = "en"
    published: datetime | None = None
    updated: datetime | None = None
    authors: Sequence[Person] = ()
    reviewer: Person | None = None
    reviewed_on: date | None = None
    pictures: Sequence[str] = ()
    tags: Sequence[str] = ()
    words: int = 0
    minutes: int = 1
    products: Sequence[str] = ()
    citations: Sequence[CitedWork] = ()
    figures: Sequence[StatedFigure] = ()
    corrections: Sequence[Correction] = ()
    principles: str = ""


def medical_page(page: Node, article: Article) -> None:
    """Say on the page's own node that it is about health, who has reviewed it, and what stands on it."""
    page["@type"] = "MedicalWebPage"
    page["mainEntity"] = reference(article.url, "article")
    if article.reviewer and article.reviewed_on:
        page["reviewedBy"] = person_node(article.reviewer)
        page["lastReviewed"] = article.reviewed_on.isoformat()


def article_node(article: Article, publisher: Publisher) -> Node:
    """Return the BlogPosting node of an article. A product is referred to by the id it has on its own page."""
    changed = article.updated or article.published
    return {
        "@type": "BlogPosting",
        **reference(article.url, "article"),
        "mainEntityOfPage": reference(article.url, "webpage"),
        "url": article.url,
        "headline": article.headline,
        "description": article.description,
        "image": list(article.pictures),
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": changed.isoformat() if changed else None,
        "author": [person_node(author) for author in article.authors] or [reference(publisher.url, "org")],
        "publisher": reference(publisher.url, "org"),
        "publishingPrinciples": article.principles,
        "correction": [_correction(correction) for correction in article.corrections],
        "citation": [_citation(citation) for citation in article.citations],
        "mentions": [
            *(reference(url, "product") for url in article.products),
            *(_figure(figure) for figure in article.figures),
        ],
        "keywords": list(article.tags),
        "wordCount": article.words or None,
        "timeRequired": f"PT{article.minutes}M",
        "inLanguage": article.language,
        "isAccessibleForFree": True,
    }


def listed_article(url: str, headline: str) -> Node:
    """Return what another page says of an article it lists."""
    return {"@type": "BlogPosting", **reference(url, "article"), "headline": headline, "url": url}


def subject_of(graph: Node, articles: Iterable[tuple[str, str]]) -> Node:
    """Return a product page's graph whose product names the articles about it, as (address, headline)."""
    listed = [listed_article(url, headline) for url, headline in articles]
    nodes = [
        {**node, "subjectOf": listed} if listed and node["@type"] == "Product" else node
        for node in graph["@graph"]
    ]
    return {**graph, "@graph": nodes}


def list_articles(page: Node, articles: Iterable[tuple[str, str]]) -> None:
    """Say on a page's own node which articles it lists, as (address, headline) in the order shown."""
    nodes = [listed_article(url, headline) for url, headline in articles]
    page["@type"] = "CollectionPage"
    page["mainEntity"] = item_list(nodes) if nodes else None


def author_page(page: Node, person: Person) -> Node:
    """Say on a page's own node that it is somebody's, and return their node."""
    page["@type"] = "ProfilePage"
    page["mainEntity"] = reference(person.url, "person")
    return person_node(person)


def _correction(correction: Correction) -> Node:
    node: Node = {"@type": "CorrectionComment", "text": correction.text}
    return node | ({"datePublished": correction.made_on.isoformat()} if correction.made_on else {})


def _figure(figure: StatedFigure) -> Node:
    """Return a figure as schema.org has it: PropertyValue, whose range has two ends and no value."""
    node: Node = {"@type": "PropertyValue", "name": figure.statement}
    if figure.high is None:
        node["value"] = _number(figure.low)
    else:
        node |= {"minValue": _number(figure.low), "maxValue": _number(figure.high)}
    node |= {"unitText": figure.unit, "description": figure.condition}
    return {key: value for key, value in node.items() if value != ""}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _citation(citation: CitedWork) -> Node:
    node: Node = {
        "@type": "ScholarlyArticle" if citation.is_scholarly else "CreativeWork",
        "name": citation.title,
        "author": [
            {"@type": "Person" if author.is_person else "Organization", "name": author.name}
            for author in citation.authors
        ],
        "datePublished": str(citation.year) if citation.year else None,
        "isPartOf": {"@type": "CreativeWork", "name": citation.container} if citation.container else None,
        "url": next(iter(citation.addresses), None),
        "sameAs": list(citation.addresses[1:]),
    }
    return {key: value for key, value in node.items() if value not in (None, [])}
