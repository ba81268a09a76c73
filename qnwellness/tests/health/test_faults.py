"""Disks that are full, and machines that don't answer: readers get their pages, editors a clear word."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from PIL import Image
from wagtail.models import Workflow

from blog.tests.factories import heading, make_article
from qnwellness.images.models import SiteImage
from qnwellness.tests.made_site import make_site, run
from qnwellness.tests.test_budgets import make_picture
from qnwellness.tests.test_start import user_of


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse to write beyond so many bytes of a file, in the middle of it, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture(autouse=True)
def sheets_are_there(db):
    """In production they are collected before anything is served."""
    render_to_string("503.html")


@pytest.fixture
def editor(client):
    client.force_login(user_of("Editors"))
    client.raise_request_exception = False
    return client


def picture_file() -> SimpleUploadedFile:
    file = BytesIO()
    Image.effect_noise((400, 300), 80).convert("RGB").save(file, "PNG")
    return SimpleUploadedFile("noise.png", file.getvalue(), "image/png")


@pytest.mark.django_db
class TestADiskForUploadsThatIsFull:
    def test_refuses_a_picture_in_plain_words_and_keeps_nothing_of_it(self, editor, settings, tmp_path: Path):
        settings.MEDIA_ROOT = tmp_path
        fields = {"title": "Noise", "tags": "", "decorative": "on", "alt_text": "", "credit": ""}
        with files_no_larger_than(5_000):
            response = editor.post("/admin/images/add/", {**fields, "file": picture_file()})
        assert response.status_code == 503
        assert "There is no room left to save this" in response.content.decode()
        assert response.headers["Retry-After"]
        assert not SiteImage.objects.exists()
        response = editor.post("/admin/images/add/", {**fields, "file": picture_file()})
        assert response.status_code == 302
        assert SiteImage.objects.get().file.size > 5_000

    def test_leaves_readers_their_pages(self, client, settings, tmp_path: Path):
        settings.MEDIA_ROOT = tmp_path
        client.get(make_article(heading("A"), title="Before").url)
        article = make_article(heading("A"), hero=make_picture(1))
        # Smaller than any picture: none can be cut to size, and none had been.
        with files_no_larger_than(10):
            response = client.get(article.url)
        assert response.status_code == 200
        assert response.content.decode().count("<h1") == 1
        assert "srcset" in client.get(article.url).content.decode()


# In a site with a file of its own: a transaction that SQLite has given up cannot be a part of a test's.
FULL = """
import django; django.setup()
from contextlib import contextmanager
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import rich_text
from blog.models import ArticlePage
from blog.tests.editor.form import posted
from blog.tests.factories import heading, journal, make_article
from qnwellness.tests.test_budgets import make_picture

@contextmanager
def no_room():
    with connection.cursor() as cursor:
        most = cursor.execute("PRAGMA max_page_count").fetchone()[0]
        used = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {used}")
        yield
        cursor.execute(f"PRAGMA max_page_count = {most}")

asks = {"HTTP_HOST": "shop.example", "HTTP_X_FORWARDED_PROTO": "https", "raise_request_exception": False}
editor, reader = Client(**asks), Client(**asks)
editor.force_login(get_user_model().objects.create_superuser("editor", "", "of-this-test-only-7331"))
article = make_article(heading("A"), title="Kept")
pictured = make_article(heading("B"), title="Pictured", hero=make_picture(1))
path, other = (page.get_url() for page in (article, pictured))
assert editor.get(path).status_code == 200
lost = posted(("text", rich_text("<p>" + "Words of it. " * 20_000 + "</p>")), title="Lost", slug="lost")
held = Page.objects.count(), Revision.objects.count()
address = f"/admin/pages/add/blog/articlepage/{journal().pk}/"
with no_room():
    refused = editor.post(address, lost)
    assert reader.get(path).status_code == 200
    # None of its sizes has been made, and none can be noted.
    assert reader.get(other).status_code == 200
assert refused.status_code == 503, refused.status_code
assert "There is no room left to save this" in refused.content.decode()
assert (Page.objects.count(), Revision.objects.count()) == held
assert set(ArticlePage.objects.values_list("title", flat=True)) == {"Kept", "Pictured"}
assert not any(Page.find_problems())
assert editor.post(address, lost).status_code == 302
assert ArticlePage.objects.filter(slug="lost").exists()
assert "srcset" in Client(**asks).get(other).content.decode()
"""


@pytest.mark.slow
def test_a_database_that_is_full_says_so_to_editors_and_leaves_readers_their_pages(tmp_path_factory):
    run(make_site(tmp_path_factory, tmp_path_factory.mktemp("full")), "-c", FULL)


@pytest.mark.django_db
class TestMailThatCannotBeSent:
    @pytest.mark.timed
    def test_holds_up_nobody(self, editor, settings, caplog):
        assert settings.EMAIL_TIMEOUT <= 2
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        article = make_article(heading("A"))
        reviewer = user_of("Reviewers")
        reviewer.email = "reviewer@shop.example"
        reviewer.save()
        article.save_revision()
        begun = time.monotonic()
        Workflow.objects.get().start(article, get_user_model().objects.get(username="editors"))
        assert time.monotonic() - begun < 5
        assert article.current_workflow_state
        assert "Connection refused" in caplog.text
        assert editor.get(article.url).status_code == 200
