"""Two servers that share a database and Redis: what one of them is told, the other knows."""

import time
from collections.abc import Iterator

import pytest

from qnwellness.answers.front import AFTER
from qnwellness.tests.browser.serving import free_port

from .test_lenient import PROGRAM, Redis
from .two_servers import Site, a_database, outage
from .varnish import PROGRAM as VARNISH
from .varnish import schedule, varnish

# In one process: setting the two up takes long.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.any_database,
    pytest.mark.django_db,
    pytest.mark.xdist_group("two servers"),
]

RATE = 4
FRONT = free_port()
PASSWORD = "of-this-test-only-7331"
WRITE = """
import django; django.setup()
from blog.tests.factories import heading, make_article
from blog.models import ArticlePage
for slug, title in [("changed", {changed!r}), ("left", "Left alone")]:
    article = ArticlePage.objects.filter(slug=slug).first()
    if article is None:
        make_article(heading("A"), title=title, slug=slug)
    elif article.title != title:
        article.title = title
        article.save_revision().publish()
"""
EDITOR = f"""
import django; django.setup()
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser("editor", "editor@shop.example", {PASSWORD!r})
"""


@pytest.fixture(scope="module")
def site(require, tmp_path_factory) -> Iterator[Site]:
    require(PROGRAM, "there is no redis-server")
    redis = Redis(tmp_path_factory.mktemp("redis"))
    with a_database() as database:
        front = {"FRONT_CACHE": "varnish", "FRONT_CACHE_URL": f"http://127.0.0.1:{FRONT}"}
        made = Site(tmp_path_factory, **database, **front, REDIS_URL=redis.url, SHOP_API_RATE=str(RATE))
        yield made
        made.stop()
    redis.stop()


def test_what_one_process_publishes_all_others_show_within_a_second(site: Site) -> None:
    site.run("-c", WRITE.format(changed="Before"))
    paths = ["/blog/changed/", "/blog/"]
    for path in paths:
        assert all("Before" in page for _etag, page in site.get(path))
    left = site.get("/blog/left/")
    site.run("-c", WRITE.format(changed="After"))
    # The process that wrote took longer to end than this; the limit holds for a slow machine as well.
    time.sleep(0.6)
    for path in paths:
        assert all("After" in page and "Before" not in page for _etag, page in site.get(path))
    assert site.get("/blog/left/") == left


def test_who_logs_in_on_one_is_known_to_the_other_and_hears_there_what_was_done(site: Site) -> None:
    site.run("-c", EDITOR)
    editor, account = site.reader(), "/admin/account/"
    answer, _page = editor.post(0, "/admin/login/", username="editor", password=PASSWORD)
    assert (answer.status, answer.headers["Location"]) == (302, "/admin/")
    answer, page = editor.get(1, account)
    assert answer.status == 200
    assert "editor@shop.example" in page
    answer, page = editor.post(
        0, account, **{"name_email-first_name": "Rye", "name_email-last_name": "Field"}
    )
    assert answer.status == 302, page
    assert "Your account settings have been changed successfully!" in editor.get(1, account)[1]


def test_requests_are_counted_together(site: Site) -> None:
    # Each asks for something that was not asked for before: what is kept is not counted.
    statuses = [
        site.reader().get(number % 2, f"/api/v1/products/none-{number}/related-articles/")[0].status
        for number in range(RATE + 2)
    ]
    assert statuses == [404] * RATE + [429, 429]


def test_a_cache_in_front_gives_answers_without_asking_until_they_change(
    require, site: Site, tmp_path
) -> None:
    require(VARNISH, "there is no varnishd")
    site.run("-c", WRITE.format(changed="First"))
    with varnish(tmp_path, FRONT, site.addresses[0]) as front, schedule(site.env, tmp_path):
        reader = site.reader(front)

        def ask(path: str) -> tuple[bool, str]:
            """Return whether Varnish had the answer, and the page."""
            answer, page = reader.get(0, path)
            assert answer.status == 200
            assert "Surrogate-Key" not in answer.headers
            assert answer.headers["Cache-Control"] == "public, no-cache"
            return len(answer.headers["X-Varnish"].split()) == 2, page

        # What was changed before has been told twice by then.
        time.sleep(AFTER[0] + AFTER[1] + 2)
        for path in ("/blog/changed/", "/blog/left/"):
            ask(path)
            was_there, _page = ask(path)
            assert was_there
        assert "First" in ask("/blog/changed/")[1]
        site.run("-c", WRITE.format(changed="Second"))
        time.sleep(0.8)
        assert "Second" in ask("/blog/changed/")[1]
        assert ask("/blog/left/")[0]
        # Who is known gets a page made for them.
        answer, _page = site.reader(front).get(0, "/admin/login/")
        assert len(answer.headers["X-Varnish"].split()) == 1


def test_while_the_database_is_gone_readers_get_what_is_kept_and_afterwards_all_is_well(site: Site) -> None:
    if "DATABASE_URL" not in site.env:
        pytest.skip("SQLite is no server that could be gone")
    before = site.get("/blog/")
    with outage(site.env["DATABASE_URL"]):
        for _time in range(3):
            assert site.get("/blog/") == before
            # So that each looks, and finds that it cannot know of changes.
            time.sleep(0.6)
        answer, page = site.reader().get(0, "/products/")
        assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
        assert "We cannot answer for a moment" in page
        answer, said = site.reader().get(1, "/readyz")
        assert (answer.status, "database" in said) == (503, True)
    time.sleep(1)
    assert "Products" in site.get("/products/")[0][1]
    assert site.reader().get(1, "/readyz")[0].status == 200
    assert all(server.poll() is None for server in site.servers)
    site.run("-c", WRITE.format(changed="Later"))
    time.sleep(0.6)
    assert all("Later" in page for _etag, page in site.get("/blog/changed/"))
