"""The site as production serves it, with the demo in it, on a port and with data of its own."""

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qnwellness.tests.browser.serving import free_port, wait_until_it_answers

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SECONDS_TO_ANSWER = 120
# The caller's own, and not meant for the site that is measured.
FOREIGN = ("ALLOWED_HOSTS", "DATABASE_URL", "PYTHONPATH", "REDIS_URL", "TIME_ZONE")


@contextmanager
def served(
    folder: Path,
    application: str = "front:application",
    prepare: Callable[[dict[str, str]], None] = lambda env: None,
) -> Iterator[str]:
    """Yield the address of a site that is set up below `folder`. Raises RuntimeError when it cannot be.

    `application` is what gunicorn runs: by default with the compression a proxy in front of it does. `prepare` is
    called with development's environment before the site is served, and may put more into it than the demo.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    env |= {"DATA_DIR": str(folder / "data"), "SITE_URL": address, "SECRET_KEY": secrets.token_urlsafe(50)}
    # The demo belongs to development; everything else is production's.
    development = env | {"DJANGO_SETTINGS_MODULE": "qnwellness.settings.development"}
    for command in (["migrate", "--verbosity", "0"], ["set_site_address"], ["build_demo", "--quiet"]):
        _manage(command, development)
    prepare(development)
    env["DJANGO_SETTINGS_MODULE"] = "qnwellness.settings.production"
    _manage(["collectstatic", "--noinput", "--verbosity", "0"], env)
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            _server(port, application), cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            wait_until_it_answers(f"{address}/readyz", server, Path(log.name), SECONDS_TO_ANSWER)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _server(port: int, application: str) -> list[str]:
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    return [*gunicorn, "--pythonpath", str(HERE), application]


def _manage(arguments: list[str], env: dict[str, str]) -> None:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}")
