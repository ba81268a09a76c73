"""Measures what grows with the site, at several sizes, and compares."""

import os
import platform
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from statistics import median
from time import perf_counter

from django.core.management import call_command
from django.db import connection
from django.test import Client
from filling import fill, make_products
from table import lines

from blog.mentions.queries import related_articles
from blog.models import ArticlePage
from blog.tests.factories import make_article
from products.models import ProductPage
from qnwellness.answers.store import Store
from qnwellness.tests.test_budgets import build_products, make_long_article

REPORT = Path(__file__).resolve().parents[3] / "docs/bench-scale.txt"
SIZES = (1_000, 10_000, 100_000)
ROUNDS, FEW = 40, 24
# How many times as long each may take with the most articles as with the fewest. Of the others nothing is promised:
# lists of everything are counted and sorted anew once after each change, and kept.
PROMISED = {
    "list beside a product in all articles": 1.2,
    "list beside a product in eight": 1.2,
    "publishing 60 blocks": 1.3,
}
IMPORTED = """# Rye bread number {number}

Rye is a grain. Each of these words is of article {number}, and says how bread is made of it.

## How to bake it

Slowly, and with sourdough.
"""


def measure(folder: Path, part: float) -> int:
    """Fill, measure and print; return 1 if anything grows more than promised. `part` is of the articles."""
    Store.put = lambda *args: None
    made = make_products()
    parts = build_products()
    linked = [make_article(title=f"Linked {number}") for number in range(20)]
    article = make_long_article(parts, linked, "Sixty blocks")
    sizes = [int(size * part) for size in SIZES]
    times: dict[str, list[tuple[float, float]]] = {}
    done = 0
    for size in sizes:
        begun = perf_counter()
        fill(made, done, size)
        done = size
        print(f"{size:,} articles made in {perf_counter() - begun:.0f} s; measuring ...", flush=True)
        for name, (task, rounds) in _tasks(made, article, folder).items():
            times.setdefault(name, []).append(
                _milliseconds(task, rounds, lambda: ArticlePage.objects.get(pk=article.pk).body.raw_data)
            )
    return _report(sizes, times)


def _tasks(
    made: dict[str, ProductPage], article: ArticlePage, folder: Path
) -> dict[str, tuple[Callable[[], object], int]]:
    client = Client(SERVER_NAME="testserver")
    frequent, rare = (ProductPage.objects.get(pk=made[name].pk) for name in ("frequent", "rare"))

    def get(address: str) -> Callable[[], object]:
        def ask() -> None:
            response = client.get(address)
            if response.status_code != 200:
                raise RuntimeError(f"{address} answered {response.status_code}")

        return ask

    addresses = {
        "API, list of a product": "/api/v1/products/frequent/related-articles/",
        "API, articles, 20 of them": "/api/v1/articles/?limit=20",
        "product page": "/products/frequent/",
        "journal": "/blog/",
        "journal, page 20": "/blog/?page=20",
        "home": "/",
        "article, 60 blocks": article.get_url(),
        "search, a word of every tenth": "/search/?q=barley",
        "search, a word of one": "/search/?q=unique77",
        "feed": "/blog/feed/",
    }
    return {
        "list beside a product in all articles": (lambda: related_articles(frequent), 5 * ROUNDS),
        "list beside a product in eight": (lambda: related_articles(rare), 5 * ROUNDS),
        **{name: (get(address), ROUNDS) for name, address in addresses.items()},
        "publishing 60 blocks": (lambda: _publish(article), FEW),
        "importing a text": (lambda: _import(folder), FEW),
        "sitemap": (get("/sitemap.xml"), 3),
    }


def _publish(article: ArticlePage) -> None:
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    draft.standfirst = f"Said at {perf_counter()}"
    revision = draft.save_revision()
    revision.publish()
    # One more version would make the next publishing slower, whatever the size of the site.
    ArticlePage.objects.get(pk=article.pk).revisions.exclude(pk=revision.pk).delete()


def _import(folder: Path) -> None:
    number = int(perf_counter() * 1_000_000)
    file = folder / f"rye-{number}.md"
    file.write_text(IMPORTED.format(number=number), encoding="utf-8")
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        call_command("import_article", str(file), publish=True, json=True)


def _milliseconds(
    task: Callable[[], object], rounds: int, yardstick: Callable[[], object]
) -> tuple[float, float]:
    """Return the median time of a task, and that over the median of a yardstick taken in turn with it."""
    task()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for one, into in zip((task, yardstick), taken, strict=True):
            begun = perf_counter()
            one()
            into.append((perf_counter() - begun) * 1000)
    own, other = map(median, taken)
    return own, own / other


def _report(sizes: list[int], times: dict[str, list[tuple[float, float]]]) -> int:
    rows, broken = [], []
    for name, each in times.items():
        growth, most = each[-1][1] / each[0][1], PROMISED.get(name)
        rows.append((name, *(f"{one:.2f}" for one, _of_yardstick in each), f"{growth:.2f}", most or "-"))
        if most and growth > most:
            broken.append(f"{name} takes {growth:.2f} times as long; promised are at most {most}.")
    on = f"{os.cpu_count()} cores, Python {platform.python_version()}, {connection.vendor}"
    said = [
        f"`make bench-scale`, {datetime.now(UTC):%Y-%m-%d}: {on}. Medians in ms; everything is made anew."
    ]
    said += lines(
        "What grows with the articles", ("", *(f"{size:,}" for size in sizes), "times", "at most"), rows
    )
    said += ["", *(["Broken promises:", *broken] if broken else ["Every promise is kept."])]
    print("\n".join(said))
    if sizes[-1] == SIZES[-1]:
        REPORT.write_text("\n".join(said) + "\n")
    return 1 if broken else 0
