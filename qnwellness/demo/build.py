"""Brings the demo's files in: catalogue and articles by the real importers, the rest through editors' forms."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.test import Client
from django.utils import timezone

from blog.importing.run import Options, import_file
from blog.models import ArticlePage, Author, BlogIndexPage
from products.catalogue import import_catalogue
from products.models import ProductPage
from qnwellness.home.models import HomePage
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import store_picture

from .forms import save_through_form
from .users import make_users

CONTENT = Path(__file__).parent / "content"


class DemoError(RuntimeError):
    """The demo's own files could not be brought in."""


def is_built() -> bool:
    """Tell whether this site holds content already, the demo's or anybody's."""
    return ArticlePage.objects.exists() or ProductPage.objects.exists()


@transaction.atomic
def build(tell: Callable[[str], None]) -> None:
    """Bring the whole demo in, or nothing. `tell` is called with a line for each step.

    Raises DemoError when an importer refuses one of the demo's files.
    """
    admin = make_users()
    _catalogue(tell)
    authors = _authors()
    journal = BlogIndexPage.objects.get()
    dressing = json.loads((CONTENT / "dressing.json").read_text(encoding="utf-8"))
    for path in sorted((CONTENT / "articles").glob("*.txt")):
        article = _article(path, journal)
        _dress(article, dressing[path.name], authors, admin)
        tell(f"article: {article.title}")
    _home(admin)


def warm(paths: Iterable[str], tell: Callable[[str], None]) -> None:
    """Request pages once: pictures are cut to their sizes when a page first shows them, which takes seconds."""
    tell("pictures: cutting them to size ...")
    client = Client()
    for path in paths:
        client.get(path)


def _catalogue(tell: Callable[[str], None]) -> None:
    report = import_catalogue(CONTENT / "catalogue.csv")
    if report.has_errors:
        raise DemoError(f"the catalogue was refused: {report}")
    tell(f"catalogue: {ProductPage.objects.count()} products")


def _article(path: Path, journal: BlogIndexPage) -> ArticlePage:
    for report in import_file(path, Options(parent=journal)):
        if report.error:
            raise DemoError(f"{path.name}: {report.error}")
    return ArticlePage.objects.get(import_record__source=path.name).get_latest_revision_as_object()


def _authors() -> dict[str, Author]:
    people = json.loads((CONTENT / "authors.json").read_text(encoding="utf-8"))
    return {
        person["slug"]: Author.objects.get_or_create(
            name=person["name"],
            defaults={
                "role": person["role"],
                "biography": person["bio"],
                "portrait": _picture(person["picture"]),
            },
        )[0]
        for person in people
    }


def _dress(
    article: ArticlePage, wishes: dict[str, Any], authors: dict[str, Author], admin: AbstractBaseUser
) -> None:
    """Add what a plain text cannot say, through the form an editor would use."""
    published = datetime.fromisoformat(wishes["published"])
    fields = {
        "title": article.title,
        "slug": wishes["slug"],
        "standfirst": wishes["standfirst"],
        "hero": str(_picture(wishes["hero"]).pk),
        "published_at": timezone.localtime(published).strftime("%Y-%m-%d %H:%M"),
        "tags": ", ".join(f'"{tag}"' for tag in wishes["tags"]),
        "seo_title": article.seo_title,
        "search_description": wishes["search_description"],
        "bylines": [{"author": str(authors[slug].pk)} for slug in wishes["authors"]],
        "comments": [],
        "body": _dressed_body(article, wishes),
    }
    save_through_form(article, fields, admin)


def _dressed_body(article: ArticlePage, wishes: dict[str, Any]) -> Any:
    """Return the body with notes and callouts at the end of the sections they are for."""
    products = dict(ProductPage.objects.values_list("handle", "pk"))
    body = list(article.body.raw_data)
    for note in wishes.get("notes", []):
        value = {"kind": note["kind"], "title": note["title"], "text": f"<p>{note['text']}</p>"}
        body.insert(_end_of_section(body, note["after_heading"]), {"type": "note", "value": value})
    for callout in wishes.get("callouts", []):
        value = {"product": products[callout["product"]], "reason": callout["reason"]}
        body.insert(
            _end_of_section(body, callout["after_heading"]), {"type": "product_callout", "value": value}
        )
    return article.body.stream_block.to_python(body)


def _end_of_section(body: list[dict[str, Any]], heading: str) -> int:
    """Return where the section under a heading ends. Raises DemoError when there is no such heading."""
    starts = [
        n for n, item in enumerate(body) if item["type"] == "heading" and item["value"]["text"] == heading
    ]
    if not starts:
        raise DemoError(f"dressing.json names the heading “{heading}”, which its article does not have")
    later = (n for n, item in enumerate(body) if n > starts[0] and item["type"] == "heading")
    return next(later, len(body))


def _home(admin: AbstractBaseUser) -> None:
    home = HomePage.objects.get()
    home.headline = "Plant-based health, plainly explained"
    home.intro = "Long reads on nutrients and the plants they come from, with the evidence beside them."
    home.hero = _picture("home.png")
    home.save_revision(user=admin).publish(user=admin)


def _picture(name: str) -> SiteImage:
    described = json.loads((CONTENT / "pictures" / "pictures.json").read_text(encoding="utf-8"))[name]
    image = store_picture(CONTENT / "pictures" / name, title=described["title"], alt=described["alt"])
    image.credit = described["credit"]
    image.save(update_fields=["credit"])
    return image
