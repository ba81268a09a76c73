"""What pages cost, as ratios against yardsticks taken in the same run: `python .ci/bench/quick`.

Sets up a site of its own as production serves it, with SQLite, the demo and what `fill.py` adds. The yardsticks are an
empty page of Wagtail with the middleware `wagtail start` sets up, a view of Django's without any middleware, and a
file served by nginx. Prints tables and writes them to `docs/bench.txt`. The exit status is 1 where a promise is broken,
2 where a program is missing. Times are of one run on one machine: only ratios mean something elsewhere.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(ROOT / ".ci/measure")]

from load import bare, middle, ratio, static_file, under_load  # noqa: E402
from pages import fetch  # noqa: E402
from served import served  # noqa: E402
from table import lines  # noqa: E402

from qnwellness.tests.weight import BEYOND_THE_TEXT, STYLES_AND_SCRIPTS, weigh  # noqa: E402

REPORT = ROOT / "docs/bench.txt"
PROGRAMS = ("wrk", "nginx")
# The promises: queries of a page, how many times an empty page's time it takes, what part of a bare view's rate.
MOST_QUERIES, MOST_QUERIES_COLD, MOST_TIMES, LEAST_OF_BARE = 10, 20, 2.0, 0.9
KINDS = {
    "kept": "What a page says is kept, the whole page is not",
    "known": "The same for a reader who is logged in",
    "anew": "Made anew; sizes of pictures and addresses are remembered",
    "cold": "All caches empty",
}
QUERIES = {"kept": MOST_QUERIES, "known": MOST_QUERIES, "cold": MOST_QUERIES_COLD}
# Queries of ours while publishing, and what part of its time is ours.
MOST_QUERIES_PUBLISHING, MOST_OF_PUBLISHING = 12, 0.15
# Promised at least `LEAST_OF_BARE` of the view's rate; the others are for comparison.
WHOLE = ("article, kept", "article, kept, compressed", "list for a shop, kept")
BARE, STATIC = "bare view, the same bytes", "file by nginx, the same bytes"
LIST = "/api/v1/products/bone-essential/related-articles/?limit=3"


def main() -> int:
    """Measure, print, and return the exit status."""
    if missing := [name for name in PROGRAMS if not shutil.which(name)]:
        print(f"Not installed: {', '.join(missing)}. On Debian: apt install wrk nginx-light", file=sys.stderr)
        return 2
    said, broken = [_machine()], []
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        print("Setting up a site as production serves it ...", flush=True)
        addresses: dict[str, str] = {}
        site = running.enter_context(
            served(folder, "qnwellness.wsgi", lambda env: addresses.update(_fill(env)))
        )
        made = json.loads(_run("made.py", _production(folder, site), json.dumps(addresses)))
        said += _pages(made)
        broken += _dear(made)
        production = _production(folder, site) | {"TASKS": "database"}
        published = json.loads(_run("publishing.py", production, addresses["article, 60 blocks"]))
        said += _publishing(published)
        broken += _slow_publishing(published)
        said += _weights(site, addresses)
        table, slow = _loads(running, folder, site, addresses)
        said += table
        broken += slow
    said += ["", *(["Broken promises:", *broken] if broken else ["Every promise is kept."])]
    REPORT.write_text("\n".join(said) + "\n")
    print("\n".join(said))
    return 1 if broken else 0


def _machine() -> str:
    packages = ", ".join(f"{name} {version(name.lower())}" for name in ("Wagtail", "Django", "gunicorn"))
    on = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"`make bench`, {datetime.now(UTC):%Y-%m-%d}: {on}, SQLite, {packages}"


def _fill(env: dict[str, str]) -> dict[str, str]:
    samples = os.environ.get("SAMPLES_DIR") or str(ROOT.parent / "shared/samples")
    return json.loads(_run("fill.py", env, "", samples))


def _production(folder: Path, site: str) -> dict[str, str]:
    return os.environ | {
        "DATA_DIR": str(folder / "data"),
        "SITE_URL": site,
        "SECRET_KEY": "of-a-site-that-lasts-a-minute-" * 3,
        "DJANGO_SETTINGS_MODULE": "qnwellness.settings.production",
    }


def _run(script: str, env: dict[str, str], given: str, *arguments: str) -> str:
    command = [sys.executable, str(HERE / script), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=env, input=given, capture_output=True, text=True, timeout=600
    )
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def _pages(made: dict[str, dict[str, dict[str, float]]]) -> Iterator[str]:
    for kind, title in KINDS.items():
        rows = [
            (name, f["queries"], f"{f['ms']:.1f}", f"{f['empty']:.1f}", f"{f['times']:.2f}")
            for name, f in made[kind].items()
        ]
        yield from lines(title, ("page", "queries", "ms", "empty page, ms", "times"), rows)


def _dear(made: dict[str, dict[str, dict[str, float]]]) -> Iterator[str]:
    for kind, most in QUERIES.items():
        for name, figures in made[kind].items():
            if figures["queries"] > most:
                yield f"{KINDS[kind]}: {name} took {figures['queries']} queries; promised are at most {most}."
    for kind in ("kept", "known"):
        for name, figures in made[kind].items():
            if figures["times"] > MOST_TIMES:
                yield (
                    f"{KINDS[kind]}: {name} took {figures['times']:.2f} times as long as an empty page; "
                    f"promised are at most {MOST_TIMES}."
                )


def _publishing(figures: dict[str, float]) -> list[str]:
    share = figures["ours_ms"] / figures["ms"]
    rows = [
        ("publishing it", f"{figures['ms']:.1f}", f"{figures['queries']:.0f}", ""),
        ("of that ours", f"{figures['ours_ms']:.1f}", f"{figures['ours_queries']:.0f}", f"{share:.2f}"),
    ]
    head = ("article, 60 blocks", "ms", "queries", "share")
    return lines("Publishing, tasks being queued", head, rows)


def _slow_publishing(figures: dict[str, float]) -> Iterator[str]:
    share = figures["ours_ms"] / figures["ms"]
    if figures["ours_queries"] > MOST_QUERIES_PUBLISHING:
        yield f"Publishing asks {figures['ours_queries']:.0f} queries of ours; promised are {MOST_QUERIES_PUBLISHING}."
    if share > MOST_OF_PUBLISHING:
        yield f"Of publishing {share:.2f} is ours; promised are at most {MOST_OF_PUBLISHING}."


def _weights(site: str, addresses: dict[str, str]) -> list[str]:
    rows = []
    for name in (name for name in addresses if "article" in name):
        url = site + addresses[name]
        weight = weigh(url, fetch(url).decode(), fetch)
        shares = weight.styles_and_scripts / STYLES_AND_SCRIPTS, weight.beyond_text / BEYOND_THE_TEXT
        rows.append(
            (name, weight.styles_and_scripts, f"{shares[0]:.2f}", weight.beyond_text, f"{shares[1]:.2f}")
        )
    head = ("bytes after gzip", "CSS+JS", "of the budget", "all but the text", "of the budget")
    return lines("What they weigh; `make measure` has every kind of page", head, rows)


def _loads(
    running: ExitStack, folder: Path, site: str, addresses: dict[str, str]
) -> tuple[list[str], list[str]]:
    article = site + addresses["article, 60 blocks"]
    with urlopen(article, timeout=10) as answer:  # noqa: S310 - our own server
        content, etag = answer.read(), answer.headers["ETag"]
    asked = {
        WHOLE[0]: [article],
        WHOLE[1]: [article, "-H", "Accept-Encoding: gzip"],
        WHOLE[2]: [site + LIST],
        "article, known to who asks (304)": [article, "-H", f"If-None-Match: {etag}"],
        "empty page of Wagtail, our middleware": [site + addresses["empty"]],
        BARE: [running.enter_context(bare(folder, content))],
        STATIC: [running.enter_context(static_file(folder, content))],
    }
    loads = under_load(asked)
    rows, slow = [], []
    for name, some in loads.items():
        load, of_bare = middle(some), ratio(some, loads[BARE])
        of_static = ratio(some, loads[STATIC])
        rows.append(
            (
                name,
                f"{load.rate:.0f}",
                f"{load.median:.2f}",
                f"{load.p99:.1f}",
                f"{of_bare:.2f}",
                f"{of_static:.3f}",
            )
        )
        if name in WHOLE and of_bare < LEAST_OF_BARE:
            slow.append(
                f"{name}: {of_bare:.2f} of a bare view's rate; promised are at least {LEAST_OF_BARE}."
            )
    head = ("gunicorn, 2 workers, 8 at once", "a second", "median ms", "p99 ms", "of bare", "of nginx")
    return lines(f"Under load; the article has {len(content) / 1000:.0f} KB of HTML", head, rows), slow


if __name__ == "__main__":
    sys.exit(main())
