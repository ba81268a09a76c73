import time
import tracemalloc

import pytest

from products.catalogue import import_catalogue
from products.models import ProductPage

from .shop_exports import write_export

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root"), pytest.mark.slow]


def rows(number, prefix, price="19.90"):
    return [
        {
            "Handle": f"{prefix}-{n}",
            "Title": f"Drops {n}™",
            "Body (HTML)": f"<p>For <strong>bones</strong>, number {n}.</p><ul><li>One</li><li>Two</li></ul>",
            "Variant SKU": f"{prefix}-SKU-{n}",
            "Variant Price": price,
            "SEO Description": f"What number {n} is for.",
        }
        for n in range(number)
    ]


def seconds(path):
    began = time.perf_counter()
    report = import_catalogue(path)
    assert not report.has_errors
    return time.perf_counter() - began


@pytest.mark.timed
def test_a_long_catalogue_takes_no_longer_a_product_than_a_short_one(tmp_path):
    short = seconds(write_export(tmp_path, *rows(150, "short"), name="short.csv")) / 150
    long_one = write_export(tmp_path, *rows(600, "long"), name="long.csv")
    long = seconds(long_one) / 600
    assert long < short * 1.5
    # On an idle machine 10 ms; 12 ms make 10,000 products in two minutes.
    assert long < 0.06
    assert seconds(long_one) / 600 < long / 3
    assert seconds(write_export(tmp_path, *rows(600, "long", price="21"))) / 600 < long * 1.2
    assert ProductPage.objects.count() == 750


def test_a_long_catalogue_needs_little_memory(tmp_path):
    path = write_export(tmp_path, *rows(300, "long"))
    tracemalloc.start()
    import_catalogue(path)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # 10,000 products in 500 MB, of which the program itself takes 150.
    assert peak < 300 * 35_000
