"""What shoppers see is the same for everybody: a cache that keeps it for one cannot show it to another by mistake."""

from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from blog.models import ArticleAuthor, ArticlePage
from blog.tests.factories import callout, heading, infographic, make_article, make_author
from products.tests.factories import make_image, make_product
from qnwellness.answers.middleware import store

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "home": "/",
    "journal": "/blog/",
    "topics": "/blog/tags/",
    "tag": "/blog/tags/sleep/",
    "people": "/blog/authors/",
    "author": "/blog/authors/ada-lim/",
    "feed": "/blog/feed/",
    "article": "/blog/how-we-sleep/",
    "poster": "/infographics/{article}/{figure}/poster.svg",
    "picture for sharing": "/infographics/{article}/{figure}/card.png",
    "products": "/products/",
    "product": "/products/tonic/",
    "search": "/search/?q=sleep",
    "sitemap": "/sitemap.xml",
    "robots": "/robots.txt",
    "an address that does not exist": "/nothing/",
    "list": "/api/v1/products/tonic/related-articles/",
    "list by SKU": "/api/v1/related-articles/?sku=QN-T",
    "list of a product that does not exist": "/api/v1/products/nothing/related-articles/",
    "articles as content": "/api/v1/articles/",
    "article as content": "/api/v1/articles/how-we-sleep/",
    "products as content": "/api/v1/products/",
    "product as content": "/api/v1/products/tonic/",
    "description of the API": "/api/v1/openapi.json",
    "list as HTML": "/products/tonic/related-articles/",
    "playground": "/embed/",
    "element": "/embed/related-articles.js",
    "element in a version": "/embed/1.0.0/related-articles.js",
    "style sheet of the list": "/embed/related-articles.css",
}


@pytest.fixture
def article() -> ArticlePage:
    product = make_product(title="Tonic", handle="tonic", sku="QN-T")
    body = (heading("Amounts"), callout(product), infographic())
    more = {"hero": make_image(), "bylines": [ArticleAuthor(author=make_author())]}
    article = make_article(*body, title="How we sleep", slug="how-we-sleep", **more)
    article.tags.add("sleep")
    article.save_revision().publish()
    return article


def anonymous(article: ArticlePage) -> Client:
    return Client()


def editor(article: ArticlePage) -> Client:
    user = get_user_model().objects.create_user("editor", is_staff=True)
    user.groups.set(Group.objects.all())
    client = Client()
    client.force_login(user)
    return client


def superuser_in_preview(article: ArticlePage) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("chief"))
    article.title = "A title nobody knows yet"
    article.save_revision()
    draft = client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))
    assert "A title nobody knows yet" in draft.content.decode()
    return client


def what_is_said(answer: HttpResponse) -> tuple[int, bytes, str, str, str]:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = [answer.get(name, "") for name in ("Cache-Control", "ETag", "Content-Type")]
    return answer.status_code, content, *headers


@pytest.mark.parametrize("path", ADDRESSES.values(), ids=ADDRESSES)
def test_everybody_gets_the_same_bytes(path: str, article: ArticlePage) -> None:
    path = path.format(article=article.pk, figure=article.body[2].id)
    first = what_is_said(anonymous(article).get(path, follow=True))
    assert first[0] == (HTTPStatus.NOT_FOUND if "nothing" in path else HTTPStatus.OK)
    for other in (editor, superuser_in_preview):
        store.clear()
        answer = other(article).get(path, follow=True)
        assert what_is_said(answer) == first
        assert "Cookie" not in answer.get("Vary", "")
        assert not answer.cookies
