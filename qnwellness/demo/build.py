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
from blog.models import ArticlePage, Author, BlogIndexPage, RelatedPick, Source
from blog.sources.storing import plan, store
from products.catalogue import import_catalogue
from products.models import ProductPage, Shop
from qnwellness.content.models import SiteTexts
from qnwellness.home.models import HomePage, PlainPage
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import store_picture

from .dressing import Shelf, Wishes, dressed_body
from .facts import make_facts
from .forms import save_through_form
from .products import dress_product
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
    _shop()
    _catalogue(tell, admin)
    authors = _authors()
    sources = _sources(tell)
    facts = make_facts(_read("facts.json"), sources)
    tell(f"facts: {len(facts)}")
    shelf = Shelf(dict(ProductPage.objects.values_list("handle", "pk")), sources, facts)
    journal = BlogIndexPage.objects.get()
    dressing = _read("dressing.json")
    for path in sorted((CONTENT / "articles").glob("*.txt")):
        article = _article(path, journal)
        _dress(article, dressing[path.name], authors, shelf, admin)
        tell(f"article: {article.title}")
    _pick(dressing.values())
    _home(admin)
    _pages(admin)


def warm(paths: Iterable[str], tell: Callable[[str], None]) -> None:
    """Request pages once: pictures are cut to their sizes when a page first shows them, which takes seconds."""
    tell("pictures: cutting them to size ...")
    client = Client()
    for path in paths:
        client.get(path)


def _shop() -> None:
    shop = Shop.load()
    shop.utm_source = "qn-journal"
    shop.save()


def _catalogue(tell: Callable[[str], None], admin: AbstractBaseUser) -> None:
    report = import_catalogue(CONTENT / "catalogue.csv")
    if report.has_errors:
        raise DemoError(f"the catalogue was refused: {report}")
    for handle, wishes in _read("products.json").items():
        dress_product(ProductPage.objects.get(handle=handle), wishes, admin)
    tell(f"catalogue: {ProductPage.objects.count()} products")


def _article(path: Path, journal: BlogIndexPage) -> ArticlePage:
    for report in import_file(path, Options(parent=journal)):
        if report.error:
            raise DemoError(f"{path.name}: {report.error}")
    return ArticlePage.objects.get(import_record__source=path.name).get_latest_revision_as_object()


def _authors() -> dict[str, Author]:
    return {
        person["slug"]: Author.objects.get_or_create(
            name=person["name"],
            defaults={
                "slug": person["slug"],
                "role": person["role"],
                "credentials": person["credentials"],
                "biography": person["bio"],
                "portrait": _picture(person["picture"]),
            },
        )[0]
        for person in _read("authors.json")
    }


def _sources(tell: Callable[[str], None]) -> dict[str, Source]:
    """Return the cited sources by their DOI, or by their address where they have none."""
    pasted = plan((CONTENT / "sources.ris").read_text(encoding="utf-8"))
    if refused := [one for one in pasted if one.reason]:
        raise DemoError(f"sources.ris: {refused[0]}")
    store(pasted)
    tell(f"sources: {len(pasted)}")
    return {source.doi or source.url: source for source in Source.objects.all()}


def _dress(
    article: ArticlePage,
    wishes: Wishes,
    authors: dict[str, Author],
    shelf: Shelf,
    admin: AbstractBaseUser,
) -> None:
    """Add what a plain text cannot say, through the form an editor would use."""
    fields = {
        "title": article.title,
        "slug": wishes["slug"],
        "standfirst": wishes["standfirst"],
        "hero": str(_picture(wishes["hero"]).pk),
        "social_picture": "",
        "published_at": _minute(wishes["published"]),
        "updated_at": _minute(wishes.get("updated")),
        "contents": article.contents,
        "tags": ", ".join(f'"{tag}"' for tag in wishes["tags"]),
        "seo_title": article.seo_title,
        "search_description": wishes["search_description"],
        "bylines": [{"author": str(authors[slug].pk)} for slug in wishes["authors"]],
        "reviewer": str(authors[wishes["reviewer"]].pk),
        "reviewed_on": wishes["reviewed_on"],
        "review_due_on": "",
        "picks": [],
        "comments": [],
        "corrections": _corrections(article, wishes.get("corrections", [])),
        "body": dressed_body(article, wishes, shelf),
    }
    save_through_form(article, fields, admin)


def _minute(moment: str | None) -> str:
    """Return a date of the dressing as a form takes it."""
    return timezone.localtime(datetime.fromisoformat(moment)).strftime("%Y-%m-%d %H:%M") if moment else ""


def _corrections(article: ArticlePage, wishes: list[dict[str, str]]) -> Any:
    values = [{**wish, "text": f"<p>{wish['text']}</p>"} for wish in wishes]
    return article.corrections.stream_block.to_python(
        [{"type": "correction", "value": value} for value in values]
    )


def _pick(dressings: Iterable[Wishes]) -> None:
    """Let articles recommend one another; all of them are there by now."""
    for wishes in dressings:
        for order, slug in enumerate(wishes.get("picks", [])):
            draft = ArticlePage.objects.get(slug=wishes["slug"]).get_latest_revision_as_object()
            draft.picks.add(RelatedPick(pick=ArticlePage.objects.get(slug=slug), sort_order=order))
            draft.save_revision().publish()


def _home(admin: AbstractBaseUser) -> None:
    home = HomePage.objects.get()
    home.headline = "Plant-based health, plainly explained"
    home.intro = "Long reads on nutrients and the plants they come from, with the evidence beside them."
    home.hero = _picture("home.png")
    home.save_revision(user=admin).publish(user=admin)


def _pages(admin: AbstractBaseUser) -> None:
    """Make the plain pages, and let the menus and every article lead to them."""
    home = HomePage.objects.get()
    made = {}
    for page in _read("pages.json"):
        made[page["slug"]] = home.add_child(
            instance=PlainPage(title=page["title"], slug=page["slug"], text=page["text"], live=False)
        )
        made[page["slug"]].save_revision(user=admin).publish(user=admin)
    texts = SiteTexts.for_site(home.get_site())
    texts.how_we_write, texts.mistakes = made["how-we-write"], made["contact"]
    for page in made.values():
        texts.footer_menu.append(("page", {"page": page, "label": ""}))
    texts.save()


def _read(name: str) -> Any:
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def _picture(name: str) -> SiteImage:
    described = _read("pictures/pictures.json")[name]
    image = store_picture(CONTENT / "pictures" / name, title=described["title"], alt=described["alt"])
    image.credit = described["credit"]
    image.save(update_fields=["credit"])
    return image
