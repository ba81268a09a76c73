"""The addresses of pictures, as readers and other sites ask for them."""

import logging
import struct
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from blog.describing.poster import CARD, PICTURES, PIN, POSTER, TITLE, pictured
from blog.models import ArticlePage, Fact
from blog.posters import drawing, pictures, turns
from blog.posters.drawing import CannotDraw
from blog.tests.factories import block, infographic, make_article, rewrite, text

pytestmark = pytest.mark.django_db


def figure(title="Calcium, taken up", fact=None):
    return infographic(bars(fact), title=title)


def bars(fact=None):
    shown = [{"label": label, "fact": fact, "low": "10", "high": "15"} for label in ("With", "Without")]
    listed = [block("item", one) for one in shown]
    return block("bars", {"title": "Taken up", "unit": "%", "bars": listed, "note": "", "citations": []})


def address(article: ArticlePage, name: str = CARD, place: int = 0) -> str:
    return pictured(article)[place].url(name).removeprefix("http://localhost")


def size(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


class TestAPicture:
    def test_is_a_png_of_the_size_networks_show(self, client):
        response = client.get(address(make_article(figure()), CARD))
        assert response.status_code == 200
        assert response["Content-Type"] == "image/png"
        assert size(response.content) == (1200, 630)

    def test_is_a_tall_png_where_that_is_asked_for(self, client):
        response = client.get(address(make_article(figure()), PIN))
        assert size(response.content) == (1000, 1500)

    def test_is_a_drawing_that_may_load_and_run_nothing(self, client):
        response = client.get(address(make_article(figure()), POSTER))
        assert response["Content-Type"] == "image/svg+xml"
        assert response.content.startswith(b"<svg")
        assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"

    @pytest.mark.parametrize("name", PICTURES)
    def test_may_be_kept_for_good_and_shown_on_other_sites(self, client, name):
        response = client.get(address(make_article(figure(), slug="bone"), name))
        assert {"public", "immutable", "max-age=31536000"} <= set(response["Cache-Control"].split(", "))
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Disposition"] == f'inline; filename="bone-{name}"'
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")

    def test_is_drawn_once(self, client, drawn):
        url = address(make_article(figure()))
        first, second = client.get(url), client.get(url)
        assert first.content == second.content
        assert drawn == [CARD]

    def test_is_not_sent_again_to_whoever_has_it(self, client, nothing_is_drawn, monkeypatch):
        url = address(make_article(figure()))
        shown = pictured(ArticlePage.objects.get())[0]
        response = client.get(url, headers={"if-none-match": f'"{shown.digest}-{CARD}"'})
        assert response.status_code == 304
        assert response["ETag"] == f'"{shown.digest}-{CARD}"'

    def test_answers_head_with_its_length(self, client):
        response = client.head(address(make_article(figure())))
        assert response.status_code == 200
        assert int(response["Content-Length"]) > 100
        assert not response.content

    def test_takes_no_other_method(self, client):
        assert client.post(address(make_article(figure()))).status_code == 405

    def test_of_an_article_without_infographic_shows_its_title(self, client):
        article = make_article(text("<p>Words.</p>"))
        assert f"/{TITLE}/" in address(article)
        assert client.get(address(article)).status_code == 200

    def test_costs_few_queries_however_much_the_article_holds(self, client, django_assert_max_num_queries):
        fact = Fact.objects.create(statement="Calcium", low=30, high=40, unit="%")
        url = address(make_article(*[figure(f"Number {n}", fact=fact.pk) for n in range(20)]))
        client.get(url)
        with django_assert_max_num_queries(6):
            assert client.get(url).status_code == 200


class TestAnAddressOfBefore:
    def test_leads_to_what_the_text_says_today(self, client, drawn):
        article = make_article(figure())
        before = address(article)
        client.get(before)
        body = article.body.raw_data[0]
        changed = {**body, "value": {**body["value"], "title": "Another title"}}
        today = address(rewrite(article, changed))
        response = client.get(before)
        assert response.status_code == 302
        assert response["Location"] == f"http://localhost{today}"
        assert response["Cache-Control"] == "public, max-age=300"
        assert client.get(today).status_code == 200

    def test_leads_to_the_figure_of_today(self, client):
        fact = Fact.objects.create(statement="Calcium", low=30, high=40, unit="%")
        article = make_article(figure(fact=fact.pk))
        before = address(article)
        client.get(before)
        fact.low = 35
        fact.save()
        response = client.get(before)
        assert response.status_code == 302
        assert client.get(response["Location"]).status_code == 200
        assert response["Location"].endswith(address(ArticlePage.objects.get()))

    def test_may_be_left_out(self, client, nothing_is_drawn):
        url = address(make_article(figure()))
        parts = url.split("/")
        response = client.get("/".join([*parts[:-2], parts[-1]]))
        assert response.status_code == 302
        assert response["Location"] == f"http://localhost{url}"

    def test_costs_no_drawing(self, client, nothing_is_drawn):
        url = address(make_article(figure()))
        parts = url.split("/")
        parts[-2] = "0" * 20
        assert client.get("/".join(parts)).status_code == 302

    def test_of_the_title_leads_to_the_infographic_it_has_got_since(self, client):
        article = make_article(text("<p>Words.</p>"))
        before = address(article)
        today = address(rewrite(article, figure()))
        assert client.get(before)["Location"] == f"http://localhost{today}"

    def test_takes_its_file_away_once_the_new_one_is_drawn(self, client, own_storage):
        article = make_article(figure())
        client.get(address(article, CARD))
        client.get(address(article, PIN))
        body = article.body.raw_data[0]
        article = rewrite(article, {**body, "value": {**body["value"], "title": "Another title"}})
        client.get(address(article, CARD))
        assert [path.name.partition("-")[2] for path in own_storage.rglob("*.*")] == [CARD]

    def test_keeps_the_pictures_of_the_articles_other_infographics(self, client, own_storage):
        article = make_article(figure("One"), figure("Two"))
        for place in (0, 1):
            client.get(address(article, CARD, place))
        assert len(list(own_storage.rglob("*.png"))) == 2


class TestNothingIsFound:
    @pytest.fixture
    def article(self):
        return make_article(figure(title="A secret"))

    @pytest.fixture
    def url(self, article, client):
        """Return the address of a picture that has been drawn while the article was there for everybody."""
        url = address(article)
        assert client.get(url).status_code == 200
        return url

    def assert_nothing(self, client, url):
        parts = url.split("/")
        parts[-2] = "0" * 20
        for asked in (url, "/".join(parts)):
            response = client.get(asked)
            assert response.status_code == 404
            assert b"secret" not in response.content

    def test_of_a_draft(self, client):
        self.assert_nothing(client, address(make_article(figure(title="A secret"), publish=False)))

    def test_of_an_article_that_was_taken_back(self, client, article, url):
        article.unpublish()
        self.assert_nothing(client, url)

    def test_of_a_private_article(self, client, article, url):
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
        self.assert_nothing(client, url)

    def test_of_an_article_below_a_private_page(self, client, article, url):
        journal = article.get_parent()
        PageViewRestriction.objects.create(page=journal, restriction_type=PageViewRestriction.LOGIN)
        self.assert_nothing(client, url)

    def test_of_an_expired_article_the_schedule_has_not_reached(self, client, article, url):
        ArticlePage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
        self.assert_nothing(client, url)

    def test_of_an_article_that_repeats_another_one(self, client, article, url):
        alias = article.create_alias(update_slug="again")
        self.assert_nothing(client, url.replace(f"/{article.pk}/", f"/{alias.pk}/", 1))

    def test_of_words_that_are_only_in_a_draft(self, client, article, url):
        before = pictured(article)[0].digest
        body = article.body.raw_data[0]
        changed = {**body, "value": {**body["value"], "title": "Not yet"}}
        rewrite(article, changed, publish=False)
        draft = article.get_latest_revision_as_object()
        shown = pictured(draft)[0]
        assert shown.digest != before
        response = client.get(url.replace(before, shown.digest))
        assert response["Location"].endswith(url)

    def test_of_a_block_that_is_gone(self, client, article, url):
        rewrite(article, figure(title="A new one"))
        self.assert_nothing(client, url)

    @pytest.mark.parametrize(
        "path",
        [
            "/infographics/",
            "/infographics/1/title/00000000000000000000/huge.png",
            "/infographics/1/title/00000000000000000000/card.svg",
            "/infographics/1/title/00000000000000000000/card.png/",
            "/infographics/1/title/0000/card.png",
            "/infographics/99999999999999999/title/00000000000000000000/card.png",
            "/infographics/999999999999999999/title/00000000000000000000/card.png",
            "/infographics/0/title/00000000000000000000/card.png",
            "/infographics/1/../00000000000000000000/card.png",
            "/infographics/1/%2e%2e/00000000000000000000/card.png",
        ],
    )
    def test_at_an_address_no_picture_has(self, client, path):
        assert client.get(path).status_code == 404


class TestFiles:
    def test_are_gone_with_an_article_that_is_taken_back(
        self, client, own_storage, django_capture_on_commit_callbacks
    ):
        article = make_article(figure())
        client.get(address(article))
        with django_capture_on_commit_callbacks(execute=True):
            article.unpublish()
        assert not list(own_storage.rglob("*"))

    def test_are_gone_with_an_article_that_is_deleted(
        self, client, own_storage, django_capture_on_commit_callbacks
    ):
        article = make_article(figure())
        client.get(address(article))
        with django_capture_on_commit_callbacks(execute=True):
            article.delete()
        assert not list(own_storage.rglob("*"))

    @pytest.mark.parametrize("of", ["article", "journal"])
    def test_are_gone_with_an_article_that_becomes_private(
        self, client, own_storage, django_capture_on_commit_callbacks, of
    ):
        article = make_article(figure())
        client.get(address(article))
        page = article if of == "article" else article.get_parent()
        with django_capture_on_commit_callbacks(execute=True):
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        assert not list(own_storage.rglob("*"))

    def test_are_gone_with_an_article_that_is_moved_below_a_private_page(
        self, client, own_storage, django_capture_on_commit_callbacks
    ):
        article = make_article(figure())
        journal, home = article.get_parent(), article.get_parent().get_parent()
        private = home.add_child(instance=Page(title="Private", slug="private"))
        PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
        client.get(address(article))
        with django_capture_on_commit_callbacks(execute=True):
            journal.move(Page.objects.get(pk=private.pk), pos="last-child")
        assert not list(own_storage.rglob("*"))

    def test_are_not_kept_of_an_article_that_is_taken_back_while_they_are_drawn(
        self, client, own_storage, monkeypatch, django_capture_on_commit_callbacks
    ):
        article = make_article(figure())
        really = pictures.draw

        def draw(*args):
            drawn = really(*args)
            with django_capture_on_commit_callbacks(execute=True):
                article.unpublish()
            return drawn

        monkeypatch.setattr(pictures, "draw", draw)
        client.get(address(article))
        assert not list(own_storage.rglob("*"))

    def test_have_names_nobody_can_work_out(self, client, own_storage):
        article = make_article(figure())
        client.get(address(article))
        (path,) = own_storage.rglob("*.png")
        assert pictured(article)[0].digest not in path.name

    def test_that_were_not_written_to_their_end_are_drawn_again(self, client, own_storage, drawn):
        url = address(make_article(figure()))
        whole = client.get(url).content
        (path,) = own_storage.rglob("*.png")
        path.write_bytes(whole[:100])
        assert client.get(url).content == whole
        assert path.read_bytes() == whole
        assert len(drawn) == 2


class TestTrouble:
    @pytest.mark.parametrize("method", ["open", "save", "delete", "listdir"])
    def test_of_the_storage_does_not_keep_the_picture_from_readers(self, client, monkeypatch, caplog, method):
        def fail(*args, **kwargs):
            raise OSError("the storage is down")

        url = address(make_article(figure()))
        monkeypatch.setattr(default_storage._wrapped, method, fail)
        response = client.get(url)
        assert response.status_code == 200
        assert size(response.content) == (1200, 630)
        assert "the storage is down" in caplog.text

    def test_of_the_drawing_is_told_in_the_log_and_asks_to_come_again(self, client, monkeypatch, caplog):
        def fail(*args):
            raise CannotDraw("the process ended with -9")

        monkeypatch.setattr(pictures, "draw", fail)
        article = make_article(figure())
        with caplog.at_level(logging.ERROR):
            response = client.get(address(article))
        assert response.status_code == 503
        assert response["Retry-After"] == "60"
        assert "no-store" in response["Cache-Control"]
        assert "Cross-Origin-Resource-Policy" not in response
        assert "the process ended with -9" in caplog.text
        assert "Traceback" not in caplog.text

    def test_of_one_picture_keeps_no_other_from_being_drawn(self, client, monkeypatch):
        tried, really, broken = [], pictures.draw, address(make_article(figure(), title="Broken"))

        def fail(*args):
            tried.append(args)
            raise CannotDraw("no memory")

        monkeypatch.setattr(pictures, "draw", fail)
        answers = [client.get(broken) for _ in range(turns.A_MINUTE + 5)]
        assert {answer.status_code for answer in answers} == {503}
        assert all(0 < int(answer["Retry-After"]) <= 60 for answer in answers)
        assert len(tried) == 1
        monkeypatch.setattr(pictures, "draw", really)
        assert client.get(address(make_article(figure(), title="Other"))).status_code == 200

    def test_of_too_many_drawings_asks_to_come_again(self, client, monkeypatch, nothing_is_drawn):
        monkeypatch.setattr(turns, "A_MINUTE", 0)
        monkeypatch.setattr(turns, "_begun", turns.deque([(turns.monotonic(), 0)]))
        response = client.get(address(make_article(figure())))
        assert response.status_code == 503
        assert 0 < int(response["Retry-After"]) <= 61

    def test_of_a_mistake_in_the_drawing_is_no_error_page(self, client, monkeypatch):
        def mistaken(*args):
            raise ZeroDivisionError("bars")

        monkeypatch.setattr(drawing, "svg", mistaken)
        assert client.get(address(make_article(figure()))).status_code == 503


class TestNobodyWaits:
    def test_for_a_drawing_when_reading_a_page(self, client, nothing_is_drawn):
        article = make_article(figure())
        response = client.get(article.url)
        assert response.status_code == 200
        assert address(article, CARD) in response.content.decode()

    def test_for_a_drawing_when_publishing(self, nothing_is_drawn, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            make_article(figure())


def test_hostile_words_come_out_as_a_picture(client):
    hostile = '"><script>alert(1)</script><image href="/etc/passwd"/>&<!DOCTYPE x>'
    article = make_article(figure(title=hostile))
    for name in PICTURES:
        response = client.get(address(article, name))
        assert response.status_code == 200
        assert b"<script" not in response.content
        assert b"<image" not in response.content
