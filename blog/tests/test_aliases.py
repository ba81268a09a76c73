"""An alias of an article: readable at its own address, and listed nowhere beside what it repeats."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from blog.listing import related_reading
from blog.models import ArticleAuthor, ArticlePage, BlogIndexPage, RelatedPick
from blog.tests.factories import journal, make_article, make_author, text

pytestmark = pytest.mark.django_db


def article(title, *tags, picks=(), **fields):
    draft = make_article(text("<p>Zebra.</p>"), title=title, publish=False, **fields)
    draft = draft.get_latest_revision_as_object()
    draft.tags.add(*tags)
    draft.picks = [RelatedPick(pick=pick, sort_order=n) for n, pick in enumerate(picks)]
    draft.bylines = [ArticleAuthor(author=make_author(f"Author of {title}"))]
    draft.save_revision().publish()
    return ArticlePage.objects.get(pk=draft.pk)


def repeated(original, parent=None):
    alias = original.create_alias(parent=parent or journal(), update_slug=f"{original.slug}-again")
    return ArticlePage.objects.get(pk=alias.pk)


@pytest.fixture
def original():
    ada = make_author("Ada Lim")
    return article("Zebra", "Bones", slug="zebra", reviewer=ada, reviewed_on=date(2026, 1, 1))


@pytest.fixture
def alias(original):
    return repeated(original)


@pytest.fixture
def page(client):
    def page(address):
        response = client.get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return page


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/blog/",
        "/blog/tags/bones/",
        "/blog/authors/author-of-zebra/",
        "/blog/authors/ada-lim/",
        "/search/?q=zebra",
        "/search/?q=nothing-at-all",
        "/blog/feed/",
        "/blog/tags/bones/feed/",
        "/sitemap.xml",
    ],
)
def test_is_in_no_list_beside_its_original(client, alias, address):
    html = client.get(address).content.decode()
    assert "/blog/zebra/" in html
    assert "/blog/zebra-again/" not in html


def test_counts_for_nothing(page, alias):
    assert page("/blog/").select_one(".topics a").get_text(" ", strip=True) == "Bones 1 article"
    assert "1 result " in page("/search/?q=zebra").select_one(".search__status").get_text()


def test_remains_readable(page, alias):
    assert page(alias.url).h1.get_text(strip=True) == "Zebra"


def test_is_the_journals_own_where_the_original_is_in_another(page, original):
    news = journal().get_parent().add_child(instance=BlogIndexPage(title="News", slug="news"))
    repeated(original, news)
    assert [link["href"] for link in page("/news/").select("h2 a")] == ["/news/zebra-again/"]
    assert [link["href"] for link in page("/blog/").select("h2 a")] == ["/blog/zebra/"]


class TestReadingOn:
    def test_never_leads_to_the_same_article_again(self, original, alias):
        assert related_reading(original) == related_reading(alias) == []

    def test_leads_from_an_alias_to_what_its_original_leads_to(self, original):
        other = article("Other", "Bones")
        assert related_reading(repeated(original)) == related_reading(original) == [other]

    def test_takes_a_picked_alias_for_what_it_repeats(self, alias, original):
        page = article("This", picks=[alias])
        assert related_reading(page) == [original]
        draft = page.get_latest_revision_as_object()
        draft.picks = [RelatedPick(pick=alias)]
        assert related_reading(draft) == [original]
