"""The production profile from an empty folder: set up as the operators' guide says, then asked for pages."""

import json

import pytest

from .made_site import make_site, run
from .observatory import score

pytestmark = pytest.mark.slow

# Asks as a proxy would that ends TLS: Host and X-Forwarded-Proto are all it adds.
ASK = """
import json, re, sys
from urllib.parse import urljoin
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
from django.contrib.auth import get_user_model
from django.test import Client
from blog.tests.factories import heading, make_article
from products.tests.factories import make_product
make_article(heading("A"), title="Seen", slug="seen")
make_product(handle="seen")
editor = Client(HTTP_HOST="shop.example", HTTP_X_FORWARDED_PROTO="https")
editor.force_login(get_user_model().objects.create_superuser("editor"))
client = Client(HTTP_HOST="shop.example", HTTP_X_FORWARDED_PROTO="https", raise_request_exception=False)
home = client.get("/").content.decode()
sheets = re.findall(r'/static/stylesheets/[^"]+', home)
answers = {path: client.get(path) for path in [*sys.argv[1:], *sheets]}
answers["/admin/"] = editor.get("/admin/")
plain = Client(HTTP_HOST="shop.example").get("/blog/")
print(json.dumps({
    "status": {path: answer.status_code for path, answer in answers.items()},
    "headers": {path: dict(answer.headers) for path, answer in answers.items()},
    "sheets": sheets,
    "fonts": {
        address: client.get(urljoin(sheet, address)).status_code
        for sheet in sheets
        for address in re.findall(r'url[(]"([^"]+[.]woff2)"[)]', b"".join(answers[sheet]).decode())
    },
    "plain": [plain.status_code, plain.headers.get("Location", "")],
}))
"""
PAGES = [
    "/",
    "/blog/",
    "/products/",
    "/blog/seen/",
    "/products/seen/",
    "/search/",
    "/search/?q=nothing",
    "/sitemap.xml",
    "/robots.txt",
    "/api/v1/openapi.json",
    "/embed/",
    "/embed/related-articles.css",
    "/admin/login/",
    "/healthz",
    "/readyz",
]
UNSEEN = {"/admin/login/", "/healthz", "/readyz"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """Set a production site up and return what it answers."""
    env = make_site(tmp_path_factory, tmp_path_factory.mktemp("production"))
    return json.loads(run(env, "-c", ASK, *PAGES, "/nowhere/"))


def test_every_kind_of_page_answers(asked: dict) -> None:
    assert {path: asked["status"][path] for path in PAGES} == dict.fromkeys(PAGES, 200)


def test_a_page_that_does_not_exist_is_not_found(asked: dict) -> None:
    assert asked["status"]["/nowhere/"] == 404


def test_stylesheets_and_their_fonts_are_served(asked: dict) -> None:
    assert asked["sheets"]
    assert {asked["status"][sheet] for sheet in asked["sheets"]} == {200}
    assert asked["fonts"]
    assert set(asked["fonts"].values()) == {200}


def test_plain_http_leads_to_https(asked: dict) -> None:
    assert asked["plain"] == [301, "https://shop.example/blog/"]


def test_browsers_are_told_to_be_strict(asked: dict) -> None:
    headers = asked["headers"]["/"]
    assert "max-age=31536000" in headers["Strict-Transport-Security"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_public_pages_have_the_best_grade_for_their_headers(asked: dict) -> None:
    """110 is an A+."""
    public = [path for path in [*PAGES, "/nowhere/"] if path not in UNSEEN]
    assert {
        path: score(asked["headers"][path]) for path in public if score(asked["headers"][path]) < 110
    } == {}


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/"])
def test_the_admin_has_a_good_one(asked: dict, path: str) -> None:
    assert asked["status"][path] == 200
    assert score(asked["headers"][path]) >= 75
    assert asked["headers"][path]["X-Frame-Options"] == "SAMEORIGIN"


def test_the_grade_falls_with_what_is_missing(asked: dict) -> None:
    headers = asked["headers"]["/"]
    for name in ("Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options"):
        assert score({key: value for key, value in headers.items() if key != name}) < score(headers)
