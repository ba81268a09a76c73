"""Puts into a site's database what is measured: `python fill.py FOLDER`, the customer's files, which may be missing.

A long article made here with products, pictures and links of its own, one with many facts, the customer's article, and
an empty page. Prints where they are as JSON: `{"name": "/address/"}`.
"""

import contextlib
import json
import sys
from io import StringIO
from pathlib import Path

import django
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = "vitamin-k2-and-d3.txt"
EMPTY = "/empty/"


def main(samples: Path) -> None:
    """Fill the database and print the addresses."""
    django.setup()
    from wagtail.models import Page

    from blog.tests.factories import callout, make_article
    from qnwellness.home.models import HomePage
    from qnwellness.tests import test_budgets as budgets

    products = budgets.build_products()
    linked = [make_article(title=f"Linked {number}") for number in range(budgets.PARAGRAPHS)]
    for number in range(3):
        make_article(
            callout(products[0]), title=f"Read next {number}", hero=budgets.make_picture(60 + number)
        )
    long_one = budgets.make_long_article(products, linked, "Sixty blocks")
    stating = budgets.make_stating_article(products, linked)
    HomePage.objects.get().add_child(instance=Page(title="Empty", slug=EMPTY.strip("/")))
    addresses = {"article, 60 blocks": long_one.get_url(), "article, 60 facts": stating.get_url()}
    if (samples / SAMPLE).is_file():
        addresses["the customer's article"] = _imported(samples / SAMPLE)
    addresses |= {
        "journal": "/blog/",
        "topic": "/blog/tags/sleep/",
        "product": products[0].get_url(),
        "products": "/products/",
        "home": "/",
        "search": "/search/?q=words",
        "empty": EMPTY,
    }
    print(json.dumps(addresses))


def _imported(file: Path) -> str:
    from blog.models import ArticlePage

    with contextlib.redirect_stdout(StringIO()) as said:
        call_command("import_article", str(file), publish=True, json=True)
    (report,) = json.loads(said.getvalue())["articles"]
    return ArticlePage.objects.get(pk=report["page_id"]).get_url()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]))
