"""Two servers that share a database: what is published on one is fresh on the other within a second."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from qnwellness.tests.browser.serving import free_port

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]
FOREIGN = ("ALLOWED_HOSTS", "DATABASE_URL", "DATA_DIR", "REDIS_URL", "SITE_URL", "TIME_ZONE")
HOST = "shop.example"
# In a third process, as a schedule or a command would do it.
WRITE = """
import django; django.setup()
from blog.tests.factories import heading, make_article
from blog.models import ArticlePage
for slug, title in [("changed", {changed!r}), ("left", {left!r})]:
    article = ArticlePage.objects.filter(slug=slug).first()
    if article is None:
        make_article(heading("A"), title=title, slug=slug)
    elif article.title != title:
        article.title = title
        article.save_revision().publish()
"""


class Site:
    """A site as in production, served by two processes."""

    def __init__(self, folder: Path) -> None:
        self.env = {name: value for name, value in os.environ.items() if name not in FOREIGN} | {
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "qnwellness.settings.production",
            "SECRET_KEY": "of-this-test-only-0123456789-abcdefghijklmnopqrstuvwxyz",
            "SITE_URL": f"https://{HOST}",
        }
        self.run("manage.py", "migrate", "--verbosity", "0")
        self.run("manage.py", "set_site_address")
        self.run("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
        self.servers: list[subprocess.Popen] = []
        self.addresses: list[str] = []
        for number in range(2):
            self.serve(folder / f"server-{number}.log")

    def run(self, *command: str) -> None:
        done = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=self.env, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr

    def serve(self, log: Path) -> None:
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "qnwellness.wsgi"]
        with log.open("w") as output:
            server = subprocess.Popen(command, cwd=ROOT, env=self.env, stdout=output, stderr=output)
        self.servers.append(server)
        self.addresses.append(f"http://127.0.0.1:{port}")
        until = time.monotonic() + 60
        while time.monotonic() < until and server.poll() is None:
            try:
                self._ask(f"{self.addresses[-1]}/healthz")
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(log.read_text())

    def write(self, changed: str, left: str = "Left alone") -> None:
        """Have both articles with these titles, published by a process of its own."""
        self.run("-c", WRITE.format(changed=changed, left=left))

    def get(self, path: str) -> list[tuple[str, str]]:
        """Return what each server says at a path: its ETag, and the page."""
        return [self._ask(f"{address}{path}") for address in self.addresses]

    def _ask(self, address: str) -> tuple[str, str]:
        asked = Request(address, headers={"Host": HOST, "X-Forwarded-Proto": "https"})  # noqa: S310 - our own server
        with urlopen(asked, timeout=30) as answer:  # noqa: S310
            return answer.headers["ETag"], answer.read().decode()

    def stop(self) -> None:
        for server in self.servers:
            server.terminate()
        for server in self.servers:
            server.wait(20)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.stop()


def test_what_one_process_publishes_all_others_show_within_a_second(site: Site) -> None:
    site.write("Before")
    paths = ["/blog/changed/", "/blog/"]
    for path in paths:
        assert all("Before" in page for _etag, page in site.get(path))
    left = site.get("/blog/left/")
    site.write("After")
    # The process that wrote took longer to end than this; the limit holds for a slow machine as well.
    time.sleep(0.6)
    for path in paths:
        assert all("After" in page and "Before" not in page for _etag, page in site.get(path))
    assert site.get("/blog/left/") == left
