"""Makes the articles tests are about."""

from typing import Any
from uuid import uuid4

from django.utils.html import escape

from blog.models import ArticlePage, Author, BlogIndexPage

Raw = dict[str, Any]


def journal() -> BlogIndexPage:
    """Return the journal every site starts with."""
    return BlogIndexPage.objects.get()


def block(kind: str, value: Any) -> Raw:
    """Return a block in its stored form."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def heading(text: str, level: str = "2") -> Raw:
    """Return a stored heading."""
    return block("heading", {"text": text, "level": level})


def text(html: str) -> Raw:
    """Return stored running text."""
    return block("text", html)


def line(words: str) -> str:
    """Return plain words as a panel stores a line of them."""
    return f"<p>{escape(words)}</p>"


def mention(product: Any, words: str | None = None, mode: str = "name") -> str:
    """Return an inline mention as it is stored."""
    return f'<a linktype="product" id="{product.pk}" text="{mode}">{words or product.title}</a>'


def callout(product: Any, reason: str = "") -> Raw:
    """Return a stored product callout."""
    return block("product_callout", {"product": product.pk, "reason": reason})


def infographic(*panels: Raw, title: str = "At a glance") -> Raw:
    """Return a stored infographic."""
    return block("infographic", {"title": title, "subtitle": "", "lead": "", "panels": list(panels)})


def call_to_action(product: Any = None, **fields: Any) -> Raw:
    """Return a stored call to action panel."""
    value = {
        "title": "More",
        "text": "",
        "product": product.pk if product else None,
        "link": "",
        "link_label": "",
    }
    return block("call_to_action", {**value, **fields})


def make_author(name: str = "Ada Lim", **fields: Any) -> Author:
    """Return a stored author."""
    return Author.objects.create(name=name, **fields)


def make_article(
    *body: Raw, title: str = "How bone is built", publish: bool = True, **fields: Any
) -> ArticlePage:
    """Return an article below the journal, published through a revision as an editor would, or a draft."""
    article = ArticlePage(title=title, live=False, **fields)
    article.body = article.body.stream_block.to_python(list(body))
    journal().add_child(instance=article)
    revision = article.save_revision()
    if publish:
        revision.publish()
    return ArticlePage.objects.get(pk=article.pk)


def rewrite(article: ArticlePage, *body: Raw, publish: bool = True) -> ArticlePage:
    """Give an article another body, as a draft or published."""
    draft = article.get_latest_revision_as_object()
    draft.body = draft.body.stream_block.to_python(list(body))
    revision = draft.save_revision()
    if publish:
        revision.publish()
    return ArticlePage.objects.get(pk=article.pk)
