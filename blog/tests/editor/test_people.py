"""Authors and reviewers in the admin."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from blog.models import ArticleAuthor, Author
from blog.tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db

LISTING = "/admin/snippets/blog/author/"


def rows(client):
    page = BeautifulSoup(client.get(LISTING).content, "html.parser")
    return [
        [cell.get_text(" ", strip=True) for cell in row.select("td")[1:]] for row in page.select("tbody tr")
    ]


def test_the_listing_says_who_they_are_and_how_much_is_theirs(client, admin_user):
    client.force_login(admin_user)
    ada = make_author("Ada Lim", role="Editor", credentials="MSc")
    for publish in (True, False):
        draft = make_article(publish=False).get_latest_revision_as_object()
        draft.bylines = [ArticleAuthor(author=ada)]
        draft.save()
        if publish:
            draft.save_revision().publish()
    for _ in range(2):
        make_article(reviewer=ada, reviewed_on=date(2026, 3, 3))
    ((name, *facts),) = rows(client)
    assert name.startswith("Ada Lim")
    assert facts[:4] == ["Editor", "MSc", "1", "2"]


def test_somebody_who_is_named_in_an_article_cannot_be_deleted(client, admin_user):
    client.force_login(admin_user)
    ada = make_author()
    make_article(reviewer=ada, reviewed_on=date(2026, 3, 3))
    client.post(f"{LISTING}delete/{ada.pk}/")
    assert Author.objects.filter(pk=ada.pk).exists()


def test_an_address_is_made_from_the_name_where_none_was_typed(client, admin_user):
    client.force_login(admin_user)
    make_author("Ada Lim")
    data = {
        "name": "Ada LIM",
        "role": "",
        "credentials": "",
        "biography": "",
        "portrait": "",
        "profile_url": "",
    }
    assert client.post(f"{LISTING}add/", {**data, "slug": ""}).status_code == 302
    assert set(Author.objects.values_list("slug", flat=True)) == {"ada-lim", "ada-lim-2"}
