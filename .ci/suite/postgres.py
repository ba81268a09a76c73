"""A PostgreSQL server of our own for one run of the tests."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

OWNER = "qnwellness"
SECONDS_TO_START = 30
# The data is thrown away: nothing has to survive a crash.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


class PostgresMissing(Exception):
    """No PostgreSQL server can be used or started on this machine."""


@contextmanager
def postgres(settings: Sequence[str] = FAST) -> Iterator[str]:
    """Yield the address of a database: DATABASE_URL_POSTGRES, or a server started here and ended afterwards.

    `settings` are what such a server is started with. Raises PostgresMissing when there is no server program, or it
    does not start.
    """
    if given := os.environ.get("DATABASE_URL_POSTGRES"):
        yield given
        return
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="qnwellness-pg-", ignore_cleanup_errors=True) as folder:
        account = _account(Path(folder))
        data = f"{folder}/data"
        made = subprocess.run(
            [
                programs / "initdb",
                "-D",
                data,
                "-U",
                OWNER,
                "--auth=trust",
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C",
            ],
            capture_output=True,
            text=True,
            cwd=folder,
            **account,
        )
        if made.returncode:
            raise PostgresMissing(f"initdb failed: {made.stderr.strip()}")
        server = _start(programs, folder, data, account, settings)
        try:
            _wait(programs, folder, server)
            # A Unix socket has no host name; where it lies is an option.
            yield f"postgres://{OWNER}@/postgres?host={folder}"
        finally:
            _stop(server)


def _programs() -> Path:
    debian = Path("/usr/lib/postgresql")
    folders = sorted(debian.glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    folders += [Path(on_path).resolve().parent] if on_path else []
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise PostgresMissing(
        "there is no PostgreSQL server; install it, or name a database in DATABASE_URL_POSTGRES"
    )


def _account(folder: Path) -> dict:
    """Return who runs the server: never root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(folder, entry.pw_uid, entry.pw_gid)
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise PostgresMissing("PostgreSQL refuses to run as root, and there is no other account for it")


def _start(
    programs: Path, folder: str, data: str, account: dict, settings: Sequence[str]
) -> subprocess.Popen:
    options = [
        part for setting in (*settings, f"unix_socket_directories={folder}") for part in ("-c", setting)
    ]
    with Path(folder, "log").open("w") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", data, *options],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            start_new_session=True,
            **account,
        )


def _wait(programs: Path, folder: str, server: subprocess.Popen) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        if subprocess.run([programs / "pg_isready", "-q", "-h", folder]).returncode == 0:
            return
        time.sleep(0.2)
    raise PostgresMissing(f"PostgreSQL did not start: {Path(folder, 'log').read_text().strip()}")


def _stop(server: subprocess.Popen) -> None:
    # Fast shutdown: open connections are closed.
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
