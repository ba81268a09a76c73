"""The site as `make run` serves it, on a port and with data of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from qnwellness.demo.users import ADMIN, USERS

from .serving import free_port, wait_until_it_answers

ROOT = Path(__file__).resolve().parents[3]
SECONDS_TO_ANSWER = 60
# The caller's own, and not meant for the site under test.
FOREIGN = ("ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL", "SECRET_KEY", "TIME_ZONE")


@dataclass(frozen=True)
class DemoSite:
    """A running site with the demo in it. Tests share it: one that needs pages untouched makes its own."""

    url: str
    env: dict[str, str]
    passwords: dict[str, str] = field(
        default_factory=lambda: {user.name: user.password for user in (*USERS, ADMIN)}
    )

    def manage(self, *arguments: str) -> str:
        """Run a management command on this site's data and return what it printed. Raises when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{' '.join(arguments)}:\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def log_in(self, page: Page, user: str) -> None:
        """Log a demo user in through the form: editor, reviewer, catalogue, importer or admin."""
        page.goto(f"{self.url}/admin/login/")
        page.locator("[name=username]").fill(user)
        page.locator("[name=password]").fill(self.passwords[user])
        page.locator("[name=password]").press("Enter")
        page.wait_for_url(f"{self.url}/admin/")


@contextmanager
def running(folder: Path) -> Iterator[DemoSite]:
    """Set a site up below `folder` and yield it while it is served."""
    port = free_port()
    env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    env |= {
        "DATA_DIR": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "qnwellness.settings.development",
        "DJANGO_RUNSERVER_HIDE_WARNING": "true",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    site = DemoSite(env["SITE_URL"], env)
    for command in (["migrate", "--verbosity", "0"], ["set_site_address"], ["build_demo"]):
        site.manage(*command)
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"],
            cwd=ROOT,
            env=env,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(f"{site.url}/readyz", server, Path(log.name), SECONDS_TO_ANSWER)
            yield site
        finally:
            server.terminate()
            server.wait(timeout=20)
