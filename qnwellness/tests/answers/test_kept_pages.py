"""Who gets a page that was kept, and what cannot get into one."""

import gzip
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import ArticlePage
from blog.tests.factories import callout, heading, journal, make_article, text
from products.tests.factories import make_product
from qnwellness.answers import middleware
from qnwellness.answers.changes import latest
from qnwellness.answers.middleware import store

pytestmark = pytest.mark.django_db
PATH = "/blog/how-we-sleep/"


@pytest.fixture
def article() -> ArticlePage:
    words = text(f"<p>{'Sleep well, and long enough. ' * 40}</p>")
    return make_article(heading("Amounts"), words, callout(make_product()), title="How we sleep")


@pytest.fixture
def kept(article: ArticlePage, client: Client) -> HttpResponse:
    """Return the article's answer, which is kept now."""
    answer = client.get(PATH)
    assert len(store) == 1
    return answer


class TestWhatIsKept:
    def test_the_second_reader_costs_no_query(
        self, kept, client, settings, django_assert_num_queries
    ) -> None:
        settings.ANSWERS_LOOK_EVERY = 3600
        latest.state()
        with django_assert_num_queries(0):
            again = client.get(PATH)
        assert again.content == kept.content
        assert dict(again.items()) == dict(kept.items())

    def test_headers_of_all_middleware_are_kept(self, kept, client) -> None:
        again = client.get(PATH)
        for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
            assert again[name] == kept[name]

    def test_head_has_the_same_headers_and_no_content(self, kept, client) -> None:
        head = client.head(PATH)
        assert head.content == b""
        assert head["Content-Length"] == str(len(kept.content))
        assert head["ETag"] == kept["ETag"]

    def test_who_has_it_already_is_told_so(self, kept, client) -> None:
        again = client.get(PATH, headers={"If-None-Match": kept["ETag"]})
        assert again.status_code == HTTPStatus.NOT_MODIFIED
        assert again.content == b""
        assert again["ETag"] == kept["ETag"]
        assert again["Cache-Control"] == kept["Cache-Control"]

    def test_it_changes_what_it_is_known_by_with_what_it_says(self, kept, client, article) -> None:
        article.title = "How we slept"
        article.save_revision().publish()
        again = client.get(PATH, headers={"If-None-Match": kept["ETag"]})
        assert again.status_code == HTTPStatus.OK
        assert again["ETag"] != kept["ETag"]

    def test_caches_ask_each_time(self, kept) -> None:
        assert kept["Cache-Control"] == "public, no-cache"

    @pytest.mark.parametrize("asked", ["gzip", "br, gzip;q=0.5", "GZIP, deflate"])
    def test_it_comes_compressed_to_who_can_read_that(self, kept, client, asked) -> None:
        packed = client.get(PATH, headers={"Accept-Encoding": asked})
        assert packed["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.content) == kept.content
        assert packed["Content-Length"] == str(len(packed.content))
        assert "Accept-Encoding" in packed["Vary"]
        assert "Accept-Encoding" in kept["Vary"]

    @pytest.mark.parametrize("asked", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0, br"])
    def test_it_comes_as_it_is_to_who_cannot(self, kept, client, asked) -> None:
        plain = client.get(PATH, headers={"Accept-Encoding": asked})
        assert not plain.has_header("Content-Encoding")
        assert plain.content == kept.content


class TestWhatIsNot:
    def test_pages_of_some_readers(self, article, client) -> None:
        PageViewRestriction.objects.create(page=journal(), restriction_type=PageViewRestriction.LOGIN)
        client.force_login(get_user_model().objects.create_user("reader"))
        answer = client.get(PATH)
        assert answer.status_code == HTTPStatus.OK
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
        assert Client().get(PATH).status_code == HTTPStatus.FOUND
        assert len(store) == 0

    def test_a_private_product_is_shown_to_whom_it_is_meant_for(self, client) -> None:
        product = make_product(price="10.00")
        PageViewRestriction.objects.create(page=product, restriction_type=PageViewRestriction.LOGIN)
        client.force_login(get_user_model().objects.create_user("reader"))
        answer = client.get(product.url)
        assert answer.status_code == HTTPStatus.OK
        assert product.title in answer.content.decode()

    def test_pages_with_a_password(self, article, client) -> None:
        PageViewRestriction.objects.create(
            page=article, restriction_type=PageViewRestriction.PASSWORD, password="moon"
        )
        asked = client.get(PATH)
        assert "csrfmiddlewaretoken" in asked.content.decode()
        assert len(store) == 0

    @pytest.mark.parametrize(("seconds", "kept"), [(30, 0), (3600, 1)])
    def test_a_page_whose_time_ends_before_it_would_be_too_old(self, seconds, kept, article, client) -> None:
        article.expire_at = timezone.now() + timedelta(seconds=seconds)
        article.save_revision().publish()
        client.get(PATH)
        assert len(store) == kept

    def test_a_list_with_such_a_page(self, article, client) -> None:
        article.expire_at = timezone.now() + timedelta(seconds=30)
        article.save_revision().publish()
        for path in (
            "/",
            "/blog/",
            f"/api/v1/products/{make_product(handle='other').handle}/related-articles/",
        ):
            client.get(path)
        assert len(store) == 1

    def test_drafts_that_are_looked_at(self, article, client) -> None:
        client.force_login(get_user_model().objects.create_superuser("chief"))
        article.title = "Nobody knows yet"
        article.save_revision()
        draft = client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))
        assert "Nobody knows yet" in draft.content.decode()
        assert "Nobody knows yet" not in Client().get(PATH).content.decode()

    @pytest.mark.parametrize(
        "path", ["/admin/login/", "/nothing/", "/blog/how-we-sleep", "/healthz", "/search/?q=sleep"]
    )
    def test_forms_errors_redirects_and_answers_of_the_moment(self, path, client) -> None:
        client.get(path)
        assert len(store) == 0

    def test_what_a_known_reader_asks_for(self, article, client) -> None:
        client.force_login(get_user_model().objects.create_user("reader"))
        client.get(PATH)
        assert len(store) == 0

    def test_what_a_known_reader_gets_is_not_taken_from_there(self, kept, client, monkeypatch) -> None:
        monkeypatch.setattr(store, "find", lambda *args: pytest.fail("looked for what is kept"))
        client.force_login(get_user_model().objects.create_user("reader"))
        assert client.get(PATH).status_code == HTTPStatus.OK


UNKEYED = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "gopher",
    "X-Forwarded-Scheme": "gopher",
    "X-Original-URL": "/admin/",
    "X-Rewrite-URL": "/admin/",
    "Forwarded": "host=evil.example",
    "Accept-Language": "xx-evil",
    "User-Agent": "evil",
    "Referer": "https://evil.example/",
    "Origin": "https://evil.example",
    "Range": "bytes=0-1",
    "Cookie": "evil=1; csrftoken=evil",
}


class TestWhatCannotGetIn:
    @pytest.mark.parametrize("name", UNKEYED)
    def test_a_header_that_is_no_part_of_the_key(self, name, article, client) -> None:
        poisoned = client.get(PATH, headers={name: UNKEYED[name]})
        clean = client.get(PATH)
        store.clear()
        assert clean.content == client.get(PATH).content
        assert "evil" not in poisoned.content.decode() + str(dict(clean.items()))

    @pytest.mark.parametrize(
        "query", ["utm_source=evil", "fbclid=evil", "page=1&x=evil", "x=evil&x=worse", "evil"]
    )
    def test_a_parameter_that_does_not_count(self, query, article, client) -> None:
        for path in (PATH, "/blog/"):
            clean = client.get(path)
            store.clear()
            poisoned = client.get(f"{path}?{query}")
            assert client.get(path).content == clean.content
            assert "evil" not in poisoned.content.decode()

    def test_parameters_that_do_not_count_share_one_answer(
        self, kept, client, settings, django_assert_num_queries
    ):
        settings.ANSWERS_LOOK_EVERY = 3600
        latest.state()
        with django_assert_num_queries(0):
            client.get(f"{PATH}?utm_source=letter&gclid=7")
        assert len(store) == 1

    def test_pages_of_a_list_are_told_apart(self, article, client) -> None:
        for number in range(13):
            make_article(heading("A"), title=f"Another {number}")
        first, second = client.get("/blog/"), client.get("/blog/?page=2")
        assert first.content != second.content
        assert client.get("/blog/?page=2&utm_source=x").content == second.content
        assert client.get("/blog/").content == first.content

    def test_an_unknown_host(self, kept, client, settings) -> None:
        settings.ALLOWED_HOSTS = ["testserver"]
        assert client.get(PATH, headers={"Host": "evil.example"}).status_code == HTTPStatus.BAD_REQUEST

    @pytest.mark.parametrize(
        "path", [f"{PATH}x.css", f"{PATH};.js", f"{PATH}%2f", f"{PATH}..", f"{PATH}style.css"]
    )
    def test_an_address_that_looks_like_a_file(self, path, kept, client) -> None:
        assert client.get(path, follow=True).status_code == HTTPStatus.NOT_FOUND
        assert len(store) == 1


class TestWithoutDatabase:
    @pytest.fixture
    def gone(self, kept, monkeypatch):
        def fail(*args: object, **kwargs: object) -> None:
            raise DatabaseError("gone")

        monkeypatch.setattr("django.db.models.query.QuerySet.aggregate", fail)
        latest.hear()

    def test_what_is_kept_is_given_as_it_is(self, kept, gone, client) -> None:
        assert client.get(PATH).content == kept.content

    def test_also_when_it_is_too_old_otherwise(self, kept, gone, client, settings) -> None:
        settings.ANSWERS_LONGEST = 0
        assert client.get(PATH).content == kept.content

    def test_nothing_is_kept_meanwhile(self, kept, gone, client) -> None:
        client.get("/blog/")
        assert len(store) == 1

    def test_what_changed_meanwhile_is_seen_once_it_is_back(self, kept, client, article, monkeypatch) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("django.db.models.query.QuerySet.aggregate", _fail)
            latest.hear()
            client.get(PATH)
            article.title = "How we slept"
            article.save_revision().publish()
        latest.hear()
        assert "How we slept" in client.get(PATH).content.decode()


def _fail(*args: object, **kwargs: object) -> None:
    raise DatabaseError("gone")


def test_the_first_thing_a_request_meets_is_what_is_kept(settings) -> None:
    assert settings.MIDDLEWARE[0] == f"{middleware.__name__}.kept_answers"
