"""The addresses of people and tags in any script."""

import pytest
from bs4 import BeautifulSoup

from blog.models import ArticlePage, Author
from blog.tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db

VOWEL_SIGNS = ["அகிலா தேவி", "अदिति शर्मा", "สมชาย ใจดี"]


@pytest.mark.parametrize("name", [*VOWEL_SIGNS, "山田 花子", "Zoë D'Arcy", "3 Sisters", "ﷺ" * 20, "!!!"])
def test_a_person_has_a_page_and_can_be_saved_whatever_their_name(client, admin_user, name):
    author = make_author(name)
    article = make_article(reviewer=author, reviewed_on="2026-01-01")
    link = BeautifulSoup(client.get(article.url).content, "html.parser").select_one('a[href*="/authors/"]')
    assert client.get(link["href"]).status_code == 200
    client.force_login(admin_user)
    fields = dict.fromkeys(["role", "credentials", "biography", "portrait", "profile_url"], "")
    data = {"name": name, "slug": author.slug, **fields}
    response = client.post(f"/admin/snippets/blog/author/edit/{author.pk}/", data)
    assert response.status_code == 302, response.context["form"].errors


def test_people_never_share_an_address():
    names = ["!!!", "???", "Ada Lim", "ADA LIM", "ﷺ" * 20, "ﷺ" * 19]
    assert len({make_author(name).slug for name in names}) == len(names)
    assert Author.objects.filter(slug="person-2").exists()


def test_a_made_address_fits_its_field():
    make_author("ﷺ" * 20).full_clean()
    make_author("ﷺ" * 19).full_clean()


@pytest.mark.parametrize("name", [*VOWEL_SIGNS, "ビタミン", "3 drops"])
def test_a_tag_has_a_page_whatever_its_script(client, name):
    article = make_article()
    article.tags.add(name)
    article.save()
    page = BeautifulSoup(client.get(ArticlePage.objects.get(pk=article.pk).url).content, "html.parser")
    assert client.get(page.select_one('a[href*="/tags/"]')["href"]).status_code == 200
