"""A shop's developer gets the section as a file, and the one line for the theme editor works in Liquid."""

import pytest
from django.test import Client

from blog.embed.released import newest
from blog.embed.snippets import Wanted, snippets

from .shopify_theme import SECTION, template

ADDRESS = "/embed/shopify/related-articles.liquid"


@pytest.mark.django_db
def test_the_file_is_the_section(client: Client) -> None:
    answer = client.get(ADDRESS)
    assert answer.content == SECTION.read_bytes()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="related-articles.liquid"'
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.django_db
def test_the_file_is_not_sent_twice(client: Client) -> None:
    etag = client.get(ADDRESS)["ETag"]
    assert client.get(ADDRESS, headers={"If-None-Match": etag}).status_code == 304


def test_the_file_says_why_there_is_a_metafield() -> None:
    assert "Liquid cannot\n  fetch anything" in SECTION.read_text(encoding="utf-8")


def test_the_one_line_names_the_product_of_the_page() -> None:
    wanted = Wanted(handle="bone-essential", limit=4, heading="Read {{ more }}")
    (line,) = [
        one.code for one in snippets(wanted, "https://www.example.com", newest()) if one.name == "shopify"
    ]
    page = template(line).render(product={"handle": "iron"})
    assert '<related-articles product="iron" limit="4"' in page
    assert "{{" not in page
    assert "Read" in page
