"""What holds at every address of the API."""

import pytest
from django.test import Client

from blog.tests.factories import make_article
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
KNOWN = [
    "products/bone-essential/related-articles/",
    "related-articles/?handle=bone-essential",
    "articles/",
    "articles/sleep/",
    "products/",
    "products/bone-essential/",
    "openapi.json",
]
UNKNOWN = ["", "zzz/", "zzz", "zzz%0A/", "products/bone-essential/zzz/", "openapi.json/"]


@pytest.fixture(autouse=True)
def content():
    make_product(title="Bone Essential™", handle="bone-essential")
    make_article(title="Sleep")


@pytest.fixture
def ask():
    client = Client(enforce_csrf_checks=True)
    return lambda path, method="GET", **headers: client.generic(method, f"/api/v1/{path}", headers=headers)


@pytest.mark.parametrize("path", [*KNOWN, *UNKNOWN, "products/nothing/related-articles/"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_any_site_may_read_every_answer(ask, path, method):
    answer = ask(path, method)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Expose-Headers"] == "ETag, Retry-After"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("path", KNOWN)
def test_head_says_what_get_says_without_the_body(ask, path):
    whole, head = ask(path), ask(path, "HEAD")
    assert head.status_code == whole.status_code == 200
    assert head.content == b""
    for name in ("ETag", "Cache-Control", "Content-Type"):
        assert head[name] == whole[name]


@pytest.mark.parametrize("path", KNOWN)
def test_options_says_what_may_be_asked(ask, path):
    answer = ask(path, "OPTIONS", **{"Access-Control-Request-Headers": "If-None-Match"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Allow"] == answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("path", KNOWN)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_no_other_method_is_answered(ask, path, method):
    answer = ask(path, method)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["error"]["code"] == "method_not_allowed"


@pytest.mark.parametrize("path", UNKNOWN)
def test_an_unknown_address_is_not_found_in_the_same_shape(ask, path):
    answer = ask(path)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown_address"
    assert answer.json()["error"]["message"]


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(ask):
    answer = ask("related-articles?handle=bone-essential")
    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/related-articles/?handle=bone-essential"


class TestTheDescription:
    def test_names_all_addresses_and_each_operation_once(self, ask):
        paths = ask("openapi.json").json()["paths"]
        assert set(paths) == {
            "/api/v1/products/{handle}/related-articles/",
            "/api/v1/related-articles/",
            "/api/v1/articles/",
            "/api/v1/articles/{slug}/",
            "/api/v1/products/",
            "/api/v1/products/{handle}/",
        }
        names = [operation["operationId"] for path in paths.values() for operation in path.values()]
        assert len(names) == len(set(names)) == 6

    def test_is_kept_as_long_as_the_answers(self, ask):
        answer = ask("openapi.json")
        assert {part.strip() for part in answer["Cache-Control"].split(",")} == {"public", "max-age=60"}
        assert ask("openapi.json", **{"If-None-Match": answer["ETag"]}).status_code == 304
