"""A small site in which everything refers to something else, its addresses, and everything one can do to it.

A deed finds what it is about in the database and does nothing where that is gone, so that deeds can follow each other
in any order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.test import Client
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import PageViewRestriction

from blog.mentions import choices
from blog.models import ArticleAuthor, ArticlePage, Author, Fact, SidebarSettings, Source
from blog.tests.factories import block, callout, heading, infographic, journal, make_article, mention, text
from blog.tests.facts.sourced import make_fact, state
from blog.tests.sources.sources import cite, make_source
from products.availability import State
from products.models import ProductIndexPage, ProductPage, Shop, Variant
from products.tests.factories import make_image, make_product
from qnwellness.content.models import SiteTexts
from qnwellness.home.models import HomePage, PlainPage
from qnwellness.images.models import SiteImage

ADDRESSES = {
    "home": "/",
    "journal": "/blog/",
    "topics": "/blog/tags/",
    "tag": "/blog/tags/sleep/",
    "people": "/blog/authors/",
    "author": "/blog/authors/ada-lim/",
    "feed": "/blog/feed/",
    "sleep": "/blog/sleep/",
    "wake": "/blog/wake/",
    "borrower": "/blog/borrower/",
    "away": "/blog/away/",
    "products": "/products/",
    "tonic": "/products/tonic/",
    "balm": "/products/balm/",
    "pill": "/products/pill/",
    "about": "/about/",
    "list": "/api/v1/products/tonic/related-articles/",
    "list of balm": "/api/v1/related-articles/?sku=B-1",
    "list as html": "/products/tonic/related-articles/",
    "articles": "/api/v1/articles/",
    "articles of tonic": "/api/v1/articles/?product=tonic",
    "article": "/api/v1/articles/sleep/",
    "catalogue": "/api/v1/products/",
    "product": "/api/v1/products/tonic/",
    "sitemap": "/sitemap.xml",
}


@dataclass(frozen=True)
class Answer:
    """What a reader gets."""

    status: int
    location: str
    content: str


def build() -> None:
    """Make the site: three articles that have to do with each other and with Tonic and Balm, and one that has not."""
    tonic = make_product(title="Tonic", handle="tonic", sku="T-1", price="10.00", image=make_image("Tonic"))
    balm = make_product(title="Balm", handle="balm", sku="B-1", price="5.00")
    make_product(title="Pill", handle="pill", price="7.00")
    ada, source = make_author(), make_source()
    fact = make_fact(30, None, "%", source)
    sleep = make_article(
        heading("Amounts"),
        text(f"<p>{mention(tonic)} and {state(fact)} {cite(source)}</p>"),
        callout(tonic),
        infographic(title="Sleep at a glance"),
        title="How we sleep",
        slug="sleep",
        standfirst="All night",
        hero=make_image("A bed", "blue"),
        bylines=[ArticleAuthor(author=ada)],
    )
    _tag(sleep, "sleep")
    link = f'<a linktype="page" id="{sleep.pk}">read on</a>'
    wake = make_article(
        heading("Morning"), text(f"<p>{link}</p>"), callout(balm), title="How we wake", slug="wake"
    )
    _tag(wake, "sleep")
    borrowed = block("borrowed_infographic", {"article": sleep.pk, "title": ""})
    make_article(heading("Lent"), borrowed, title="Borrower", slug="borrower")
    make_article(heading("Far"), text("<p>from all that</p>"), title="Far away", slug="away")
    HomePage.objects.get().add_child(instance=PlainPage(title="About", slug="about", text="<p>Us.</p>"))


def make_author() -> Author:
    """Return the only person who writes here."""
    return Author.objects.create(name="Ada Lim", slug="ada-lim")


def get(name: str) -> Answer:
    """Return what a shopper gets at one of the addresses."""
    return _answer(Client().get(ADDRESSES[name], headers={"Accept-Encoding": "identity"}))


def _answer(response: object) -> Answer:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return Answer(response.status_code, response.get("Location", ""), content.decode())


def _tag(article: ArticlePage, *names: str) -> None:
    article.tags.set(names)
    article.save_revision().publish()


def _article(slug: str) -> ArticlePage | None:
    return ArticlePage.objects.filter(slug=slug).first()


def _product(handle: str) -> ProductPage | None:
    return ProductPage.objects.filter(handle=handle).first()


def _edit(page: ArticlePage | ProductPage | None, **fields: object) -> None:
    """Publish another version of a page, as an editor does."""
    if page:
        draft = page.get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        draft.save_revision().publish()


def _draft(slug: str) -> None:
    if article := _article(slug):
        draft = article.get_latest_revision_as_object()
        draft.title = f"{draft.title} (not yet)"
        draft.save_revision()


def _flip(page: ArticlePage | ProductPage | None) -> None:
    """Take a page down, or put it up again."""
    if page and page.live:
        page.unpublish()
    elif page:
        page.get_latest_revision().publish()


def _name_tonic_far_away() -> None:
    article, tonic = _article("away"), _product("tonic")
    if article and tonic:
        body = article.body.stream_block.to_python([heading("Far"), callout(tonic)])
        _edit(article, body=body)


def _retag_far_away() -> None:
    if article := _article("away"):
        has_it = article.tags.filter(name="sleep").exists()
        _tag(article, *([] if has_it else ["sleep"]))


def _price() -> None:
    if tonic := _product("tonic"):
        _edit(tonic, price=(tonic.price or Decimal(0)) + 1)


def _rename_fact() -> None:
    if fact := Fact.objects.first():
        fact.low = (fact.low or 0) + 1
        fact.save()


def _rename(model: type, field: str) -> Callable[[], None]:
    def rename() -> None:
        if row := model.objects.order_by("pk").first():
            setattr(row, field, f"{getattr(row, field)}+")
            row.save()

    return rename


def _private() -> None:
    """Make the journal private, or public again."""
    found = PageViewRestriction.objects.all()
    if found.exists():
        found.first().delete()
    else:
        PageViewRestriction.objects.create(page=journal(), restriction_type=PageViewRestriction.LOGIN)


def _private_article() -> None:
    if article := _article("sleep"):
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)


def _replace() -> None:
    """Have Balm take the place of Tonic."""
    _edit(_product("tonic"), state=State.DISCONTINUED, replacement=_product("balm"))


def _pin() -> None:
    tonic, sleep = _product("tonic"), _article("sleep")
    if tonic and sleep:
        pinned = choices.arrangement(tonic.pk).get(sleep.pk)
        (choices.unpin if pinned and pinned.position is not None else choices.pin)(tonic.pk, sleep.pk)


def _variant() -> None:
    if tonic := _product("tonic"):
        tonic.variants = [*tonic.variants.all(), Variant(name=f"Size {tonic.variants.count() + 1}", price=3)]
        tonic.save_revision().publish()


def _delete(page: ArticlePage | ProductPage | None) -> None:
    if page:
        page.delete()


def _expire() -> None:
    _edit(_article("sleep"), expire_at=timezone.now() - timedelta(minutes=1))


def _setting(model: type, **fields: object) -> Callable[[], None]:
    def change() -> None:
        row = model.objects.first() or model()
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()

    return change


def _texts() -> None:
    texts = SiteTexts.objects.first() or SiteTexts(site=HomePage.objects.get().get_site())
    texts.tagline = f"{texts.tagline}!"
    texts.save()


def _move() -> None:
    if article := _article("away"):
        article.move(journal(), pos="first-child")


def _new_article() -> None:
    tonic = _product("tonic")
    number = ArticlePage.objects.count()
    make_article(
        heading("New"), *([callout(tonic)] if tonic else []), title=f"New {number}", slug=f"new-{number}"
    )


def _product_list() -> None:
    index = ProductIndexPage.objects.get()
    index.intro = f"{index.intro}."
    index.save_revision().publish()


DEEDS: dict[str, Callable[[], None]] = {
    "another title": lambda: _edit(_article("sleep"), title="How we slept"),
    "another standfirst": lambda: _edit(_article("wake"), standfirst="Early"),
    "another date": lambda: _edit(_article("sleep"), published_at=timezone.now() - timedelta(days=9)),
    "a draft": lambda: _draft("sleep"),
    "sleep taken down or put up": lambda: _flip(_article("sleep")),
    "wake taken down or put up": lambda: _flip(_article("wake")),
    "tonic taken down or put up": lambda: _flip(_product("tonic")),
    "far away names tonic": _name_tonic_far_away,
    "far away gets or loses a tag": _retag_far_away,
    "a new article": _new_article,
    "another address": lambda: _edit(_article("wake"), slug="woken"),
    "sleep deleted": lambda: _delete(_article("sleep")),
    "balm deleted": lambda: _delete(_product("balm")),
    "sleep expired": _expire,
    "another place": _move,
    "another price": _price,
    "another name": lambda: _edit(_product("balm"), title="Salve"),
    "out of stock": lambda: _edit(_product("tonic"), state=State.OUT_OF_STOCK),
    "hidden": lambda: _edit(_product("tonic"), state=State.HIDDEN),
    "replaced": _replace,
    "another variant": _variant,
    "another handle": lambda: _edit(_product("balm"), handle="salve"),
    "a pin or none": _pin,
    "another figure": _rename_fact,
    "another source": _rename(Source, "title"),
    "another author": _rename(Author, "name"),
    "another tag": _rename(Tag, "name"),
    "another picture": _rename(SiteImage, "title"),
    "journal private or public": _private,
    "sleep private": _private_article,
    "links from shops": _setting(SidebarSettings, utm_source="shop"),
    "links to the shop": _setting(Shop, utm_source="journal"),
    "texts of the site": _texts,
    "the list of products": _product_list,
    "a plain page": lambda: _edit(PlainPage.objects.first(), text="<p>Them.</p>"),
}
