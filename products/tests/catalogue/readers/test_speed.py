"""A large shop's catalogue, and texts made to be slow."""

import subprocess
import sys
import time

import pytest

from products.catalogue.readers import read

from ..merchant_feeds import DROPS, rss

# 10,000 products with three variants each, in a process of its own, whose memory nothing else has used.
LARGE = """
import resource, time
from products.catalogue.readers import {module} as module
from datetime import datetime, UTC
data = (({head!r}) + "".join({row!r}.replace("#N", str(n)).replace("#V", str(v)).replace("#T", "Good for bones. " * 60)
    for n in range(10_000) for v in range(3)) + {tail!r}).encode()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
found = module.{reader}.read(data, datetime.now(UTC))
assert len(found.products) == 10_000, len(found.products)
assert all(len(product.variants.value) == 3 for product in found.products)
print(time.perf_counter() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
SHOPIFY = (
    "Handle,Title,Body (HTML),Option1 Value,Variant SKU,Variant Price\n",
    "p-#N,P #N,#T,#V caps,S#N-#V,29.90\n",
    "",
)
RSS = (
    '<rss xmlns:g="http://base.google.com/ns/1.0"><channel>',
    "<item><g:id>S#N-#V</g:id><g:item_group_id>p-#N</g:item_group_id><title>P #N - #V</title>"
    "<description>#T</description><g:price>29.90 SGD</g:price></item>\n",
    "</channel></rss>",
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "reader", "parts"),
    [("shopify_csv", "READER", SHOPIFY), ("google_xml", "RSS", RSS)],
    ids=["shopify", "rss"],
)
def test_ten_thousand_products_are_read_in_seconds(module, reader, parts):
    head, row, tail = parts
    code = LARGE.format(module=module, reader=reader, head=head, row=row, tail=tail)
    setup = "import django; django.setup()\n"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    seconds, megabytes = (float(word) for word in done.stdout.split())
    assert seconds < 30
    assert megabytes < 250


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["&", "&amp;", "&a", "Ã", "<![CDATA[", "<b>", "\\n", '"', "<", "x ", "=", "http://x,", "1,", "[", " "],
)
def test_texts_of_one_kind_take_time_in_step_with_their_length(piece):
    def seconds(length):
        text = (piece * length)[:length]
        feeds = (
            rss({**DROPS, "title": text, "additional_image_link": text}),
            f"Handle,Title,Variant Price\na,{text.replace(chr(34), '')},{text[:99].replace(chr(34), '')}\n",
            f"ID,Type,SKU,Name,Published,Regular price,Short description\n1,simple,a,b,1,3,{text}\n",
        )
        start = time.process_time()
        for feed in feeds:
            read(feed.encode())
        return time.process_time() - start

    assert seconds(200_000) < max(0.3, 6 * seconds(50_000))
