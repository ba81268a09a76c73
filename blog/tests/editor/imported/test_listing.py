"""The list of imported articles: what each needs, choosing several, publishing them, and who may."""

import csv
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from blog.models import ArticlePage, ImportRecord, MissingPicture
from blog.tests.factories import block, heading, make_article, text
from products.tests.factories import make_image

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/imported/"


def imported(title: str, *blocks: Any, live: bool = False, **fields: Any) -> ImportRecord:
    """Return the record of an article as an import leaves it: a draft, unless it was published since."""
    article = make_article(*(blocks or [heading("Tea"), text("<p>Rest.</p>")]), title=title)
    if not live:
        article.unpublish()
    return ImportRecord.objects.create(source=f"{title}.html", article=article, **fields)


def as_one_of(client: Client, group: str) -> Client:
    user = User.objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


@pytest.fixture
def reviewer(client: Client) -> Client:
    return as_one_of(client, "Reviewers")


def rows(answer: Any) -> dict[str, str]:
    """Return what the list says of each article, by its title."""
    tree = BeautifulSoup(answer.content, "html.parser")
    found = {}
    for row in tree.select("table.listing tbody tr"):
        found[row.select_one(".title-wrapper").get_text(strip=True)] = " ".join(row.get_text(" ").split())
    return found


def send(client: Client, do: str, *records: ImportRecord) -> Any:
    return client.post(ADDRESS, {"do": do, "chosen": [record.pk for record in records]}, follow=True)


def said(answer: Any) -> str:
    tree = BeautifulSoup(answer.content, "html.parser")
    return " ".join(" ".join(item.get_text(" ").split()) for item in tree.select(".messages li"))


def test_says_what_each_still_needs_and_how_far_one_has_come(reviewer: Client) -> None:
    picture = {"image": make_image().pk, "decorative": True, "alt_text": ""}
    first = imported(
        "Bare", block("image", {"picture": picture, "caption": ""}), open_links=["/blogs/news/x"]
    )
    MissingPicture.objects.create(record=first, name="cup.png")
    imported("Live", live=True)
    answer = reviewer.get(ADDRESS)
    needs = rows(answer)["Bare"]
    for words in (
        *("Pictures are missing", "Pictures without alternative text", "Links that lead nowhere here"),
        *("No picture at the top", "No summary", "No author"),
    ):
        assert words in needs
    counts = BeautifulSoup(answer.content, "html.parser").select_one("[data-counts]").get_text(" ")
    assert " ".join(counts.split()) == "2 in, 0 checked, 1 live"


def test_what_was_mended_in_a_draft_is_no_longer_needed(reviewer: Client) -> None:
    record = imported("Bare")
    assert "No summary" in rows(reviewer.get(ADDRESS))["Bare"]
    draft = record.article.get_latest_revision_as_object()
    draft.standfirst = "Why rest matters."
    draft.save_revision()
    assert "No summary" not in rows(reviewer.get(ADDRESS))["Bare"]
    assert not rows(reviewer.get(f"{ADDRESS}?needs=standfirst"))
    assert list(rows(reviewer.get(f"{ADDRESS}?needs=author"))) == ["Bare"]


def test_several_are_checked_and_checked_again(reviewer: Client) -> None:
    one, two, three = (imported(f"No {number}") for number in range(3))
    assert "2 articles are checked." in said(send(reviewer, "check", one, two))
    assert set(rows(reviewer.get(f"{ADDRESS}?checked=false"))) == {"No 2"}
    one.refresh_from_db()
    assert one.checked_by.username == "Reviewers"
    assert "1 article is to be checked again." in said(send(reviewer, "uncheck", one, three))


def test_several_are_published_and_what_cannot_be_is_named(reviewer: Client) -> None:
    one, live, locked = imported("One"), imported("There", live=True), imported("Locked")
    other = User.objects.create_user("other")
    ArticlePage.objects.filter(pk=locked.article_id).update(locked=True, locked_by=other)
    told = said(send(reviewer, "publish", one, live, locked))
    assert "1 article was published." in told
    assert "“There” was left as it is: it is published already." in told
    assert "“Locked” was left as it is: it is locked." in told
    assert reviewer.get(one.article.url).status_code == 200
    assert not ArticlePage.objects.get(pk=locked.article_id).live


def test_who_may_not_publish_publishes_nothing(client: Client) -> None:
    record = imported("One")
    told = said(send(as_one_of(client, "Editors"), "publish", record))
    assert "“One” was left as it is: you may not publish it." in told
    assert not ArticlePage.objects.get(pk=record.article_id).live


def test_choosing_nothing_says_so(reviewer: Client) -> None:
    imported("One")
    assert "Choose one or more articles first." in said(send(reviewer, "publish"))


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}redirects.csv"])
def test_who_may_edit_no_page_sees_nothing(client: Client, address: str) -> None:
    imported("Secret", live=True, path="/blogs/news/secret")
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("nobody"))
    assert b"ecret" not in client.get(address, follow=True).content
    assert b"ecret" not in as_one_of(client, "Catalogue").get(address).getvalue()


def test_the_number_of_queries_does_not_grow_with_articles(reviewer: Client) -> None:
    def count() -> int:
        reviewer.get(ADDRESS)
        with CaptureQueriesContext(connection) as queries:
            reviewer.get(ADDRESS)
        return len(queries)

    imported("First")
    imported("Second", live=True)
    before = count()
    for number in range(6):
        record = imported(f"More {number}", live=bool(number % 2))
        MissingPicture.objects.create(record=record, name="cup.png")
    assert count() == before


def test_the_list_is_a_file_too(reviewer: Client) -> None:
    imported("=1+1", notes=["@line"], path="/blogs/news/one")
    reviewer.get(ADDRESS)
    sheet = load_workbook(BytesIO(b"".join(reviewer.get(f"{ADDRESS}?export=xlsx").streaming_content))).active
    assert [cell.value for cell in sheet[1]][:3] == ["Title", "Source", "Old address"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["I2"].value) == ("=1+1", "s", "@line")


class TestRedirects:
    def lines(self, client: Client, query: str = "") -> list[list[str]]:
        answer = client.get(f"{ADDRESS}redirects.csv{query}")
        return list(csv.reader(answer.getvalue().decode().splitlines()))

    def test_lead_from_the_old_address_of_each_published_article(self, reviewer: Client) -> None:
        live = imported("Rest", live=True, path="/blogs/news/rest & sleep")
        imported("Draft", path="/blogs/news/draft")
        imported("Text", live=True)
        assert self.lines(reviewer) == [
            ["Redirect from", "Redirect to"],
            ["/blogs/news/rest%20&%20sleep", live.article.full_url],
        ]
        assert [line[0] for line in self.lines(reviewer, "?drafts=1")][1] == "/blogs/news/draft"

    def test_never_hold_a_formula(self, reviewer: Client) -> None:
        imported("Odd", live=True, path="=cmd|' /C calc'!A0")
        assert self.lines(reviewer)[1][0].startswith("/")
