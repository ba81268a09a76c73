"""How the time of an import grows, and what an export of any length takes."""

import gc
import resource
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from blog.importing import readers
from blog.importing.document import Paragraph, SourceArticle
from blog.importing.isolated import read_isolated
from blog.importing.readers import Reader, file_of_bytes
from blog.importing.run import Options, import_paths
from blog.models import ArticlePage
from blog.tests.factories import journal
from products.tests.factories import make_product

from .export import article, export

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

# A doubled size may take this many times as long.
MOST = 2.5
_names = count()


@pytest.fixture
def imported(tmp_path) -> Callable[..., float]:
    """Return what imports so many articles of so many sections, and tells the seconds of work that took."""

    def do(number: int, sections: int) -> float:
        blog = f"blog{next(_names)}"
        path = tmp_path / f"{blog}.json"
        path.write_text(export(article(n, sections=sections, of=number, blog=blog) for n in range(number)))
        gc.collect()
        begun = time.process_time()
        assert not [said.error for said in import_paths([path], Options(journal())) if said.error]
        return time.process_time() - begun

    return do


@pytest.mark.timed
def test_twice_as_many_articles_take_twice_as_long(imported):
    make_product(title="Leaf Iron", handle="leaf-iron")
    imported(2, 8)
    half, whole = imported(12, 8), imported(24, 8)
    assert whole / half < MOST
    assert ArticlePage.objects.count() == 38


@pytest.mark.timed
def test_an_article_twice_as_long_takes_twice_as_long(imported):
    make_product(title="Leaf Iron", handle="leaf-iron")
    imported(1, 40)
    half, whole = imported(1, 80), imported(1, 160)
    assert whole / half < MOST


def test_an_export_of_any_length_takes_little_memory(monkeypatch, tmp_path: Path):
    words = Paragraph("word " * 20_000)

    def many(file, source):
        return (SourceArticle(str(n), "h", (words,)) for n in range(2_000))

    monkeypatch.setattr(readers, "READERS", (Reader("x", "x", lambda head: True, many),))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _article in read_isolated(file_of_bytes(b"x", "x"), source="x")) == 2_000
    # In KB; the articles are 200 MB.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000
