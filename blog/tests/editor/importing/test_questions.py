"""Names an import cannot place are asked about once, with what is likely chosen, and remembered."""

from collections.abc import Callable

import pytest
from bs4 import Tag
from django.test import Client
from django.urls import reverse
from taggit.models import Tag as ArticleTag

from blog.models import ArticlePage, Author, ImportDecision
from blog.tests.factories import make_article, make_author
from products.tests.factories import make_product

from .conftest import address, go_on, planned, post, soup, step, ticks, words

pytestmark = pytest.mark.django_db


def answers(page: Tag) -> dict[str, str]:
    """Return what the form sends when nobody changes anything."""
    form = page.select_one("form.importing-questions")
    sent = {}
    for field in form.select("select, input[name], textarea"):
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            sent[field["name"]] = chosen.get("value", "")
        elif field.get("type") != "radio" or field.has_attr("checked"):
            sent[field["name"]] = field.get("value", "")
    return sent


def answer(client: Client, page: Tag, **changes: str) -> Tag:
    """Send the form with some answers changed, by their field, and go on to the plan."""
    client.post(address("run"), answers(page) | changes)
    return go_on(client)


def finish(client: Client) -> None:
    step(client, "choose", do="go", **ticks(client))
    go_on(client)


def test_an_author_who_is_here_by_a_like_name_is_proposed(importer: Client) -> None:
    make_author("Mei Tan")
    page = planned(importer, post("Iron", author="M. Tan"))
    assert "Authors who are not here by this name" in words(page)
    answer(importer, page)
    finish(importer)
    assert [author.name for author in ArticlePage.objects.get().authors] == ["Mei Tan"]
    decision = ImportDecision.objects.get()
    assert (decision.kind, decision.said, decision.means, decision.user.username) == (
        "author",
        "M. Tan",
        "Mei Tan",
        "Importers",
    )


def test_an_author_can_be_new_or_left_out(importer: Client) -> None:
    page = planned(importer, post("Iron", author="Bo Ek"))
    field = next(name for name in answers(page) if name.startswith("author"))
    assert answers(page)[field] == "Bo Ek"
    answer(importer, page, **{field: ""})
    finish(importer)
    assert not Author.objects.exists()


def test_what_was_decided_is_not_asked_again(importer: Client) -> None:
    page = planned(importer, post("Iron", author="Bo Ek"))
    answer(importer, page)
    finish(importer)
    page = planned(importer, post("Zinc", author="Bo Ek"))
    assert not page.select("form.importing-questions")
    assert "Nothing has been written yet" in words(page)


def test_nearly_equal_tags_are_one_unless_somebody_says_otherwise(importer: Client) -> None:
    ArticleTag.objects.create(name="Minerals")
    page = planned(importer, post("Iron", tags="[minerals, Blood]"))
    assert "Tags that are nearly equal" in words(page)
    answer(importer, page)
    finish(importer)
    article = ArticlePage.objects.get().get_latest_revision_as_object()
    assert {tag.name for tag in article.tags.all()} == {"Minerals", "Blood"}


def test_a_link_to_an_unknown_product_can_be_given_one(importer: Client) -> None:
    jar = make_product("Iron Jar", handle="iron-jar")
    page = planned(importer, post("Iron", "Take the [old jar](/products/iron-jar-old)."))
    field = next(name for name in answers(page) if name.startswith("product"))
    assert answers(page)[field] == str(jar.pk)
    answer(importer, page)
    assert ImportDecision.objects.get().means == "iron-jar"


def test_a_product_without_a_handle_is_refused(importer: Client) -> None:
    nameless = make_product("Nameless", handle=None)
    page = planned(importer, post("Iron", "Take the [old jar](/products/some-jar)."))
    field = next(name for name in answers(page) if name.startswith("product"))
    response = importer.post(address("run"), answers(page) | {field: str(nameless.pk)})
    assert "This product has no handle" in words(soup(response))
    assert not ImportDecision.objects.exists()


def test_an_address_that_is_taken_is_asked_about(importer: Client) -> None:
    make_article(title="Iron", slug="iron")
    page = planned(importer, post("Iron", slug="iron"))
    field = next(name for name in answers(page) if name.startswith("slug"))
    assert answers(page)[field] == "iron-2"
    response = importer.post(address("run"), answers(page) | {field: "iron"})
    assert "is taken, too" in words(soup(response))
    answer(importer, page)
    finish(importer)
    assert set(ArticlePage.objects.values_list("slug", flat=True)) == {"iron", "iron-2"}


def test_an_article_without_an_address_is_left_out(importer: Client) -> None:
    make_article(title="Iron", slug="iron")
    page = planned(importer, post("Iron", slug="iron"))
    field = next(name for name in answers(page) if name.startswith("slug"))
    page = answer(importer, page, **{field: ""})
    assert "Nothing is to be done" in words(page) or not page.select("input[name=chosen][checked]")


def test_a_question_that_was_not_on_the_page_stays_open(importer: Client) -> None:
    planned(importer, post("Iron", author="Bo Ek"))
    importer.post(address("run"), {})
    assert not ImportDecision.objects.exists()


def test_what_was_decided_is_listed_and_can_be_changed_and_forgotten(importer: Client) -> None:
    page = planned(importer, post("Iron", author="Bo Ek"))
    answer(importer, page)
    listed = soup(importer.get(reverse("article_import:decisions")))
    assert "Bo Ek" in words(listed)
    assert "Importers" in words(listed)
    decision = ImportDecision.objects.get()
    url = reverse("article_import:decision", args=[decision.pk])
    assert soup(importer.get(url)).select_one("[name=means]")
    importer.post(url, {"means": ""})
    decision.refresh_from_db()
    assert decision.means == ""
    assert "left out" in words(soup(importer.get(reverse("article_import:decisions"))))
    # The plan follows it once it is made again.
    step(importer, "again")
    go_on(importer)
    finish(importer)
    assert not Author.objects.exists()
    importer.post(reverse("article_import:forget", args=[decision.pk]))
    assert not ImportDecision.objects.exists()


@pytest.mark.parametrize("kind", ["author", "tag", "product", "slug"])
def test_each_kind_of_decision_has_its_field(importer: Client, kind: str) -> None:
    make_product("Iron Jar", handle="iron-jar")
    decision = ImportDecision.objects.create(kind=kind, said="old", means="iron-jar")
    url = reverse("article_import:decision", args=[decision.pk])
    page = soup(importer.get(url))
    field = page.select_one("main [name=means]")
    value = field.select_one("option[selected]")["value"] if field.name == "select" else field["value"]
    assert importer.post(url, {"means": value}).status_code == 302
    decision.refresh_from_db()
    assert decision.means == "iron-jar"


def test_names_too_long_to_be_remembered_are_not_asked_about(importer: Client) -> None:
    page = planned(importer, post("Iron", f"Take [it](/products/{'a' * 300})."))
    assert not page.select("form.importing-questions")


@pytest.mark.parametrize("number", [1, 6])
def test_the_number_of_queries_does_not_grow_with_the_questions(
    importer: Client, django_assert_max_num_queries: Callable, number: int
) -> None:
    handles = [f"{letter * 5}-jar" for letter in "abcdef"[:number]]
    for handle in handles:
        make_product(handle, handle=handle)
    posts = [post(f"On {one}", f"[It](/products/{one}s)", author=f"{one} Ek") for one in handles]
    page = planned(importer, *posts)
    assert len(answers(page)) == 2 * number + 1
    with django_assert_max_num_queries(42):
        importer.get(address("run"))
