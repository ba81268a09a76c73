"""The element's script is there for every shop, for as long as a shop names it."""

import pytest
from django.test import Client

from blog.embed.released import newest, releases

pytestmark = pytest.mark.django_db
NEWEST = "/embed/related-articles.js"
RELEASED = [f"/embed/{version}/related-articles.js" for version in releases()]


@pytest.mark.parametrize("path", [NEWEST, *RELEASED])
def test_any_site_may_load_it(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


def test_the_newest_is_asked_for_again_soon_and_costs_nothing_then(client: Client) -> None:
    answer = client.get(NEWEST)
    assert answer["Cache-Control"] == "public, max-age=300"
    assert answer.content == newest().content
    again = client.get(NEWEST, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert again["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("version", list(releases()))
def test_a_version_is_kept_for_good_and_fits_its_hash(client: Client, version: str) -> None:
    answer = client.get(f"/embed/{version}/related-articles.js")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.content == releases()[version].content


@pytest.mark.parametrize("version", ["9.9.9", "releases.json", "..", "1.0.0%00"])
def test_a_version_that_never_was_is_not_found(client: Client, version: str) -> None:
    answer = client.get(f"/embed/{version}/related-articles.js")
    assert answer.status_code == 404


def test_only_reading_is_answered(client: Client) -> None:
    assert client.post(NEWEST).status_code == 405
    assert client.head(NEWEST).content == b""
