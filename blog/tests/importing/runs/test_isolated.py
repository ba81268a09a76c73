"""Reading in a process of its own."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from blog.importing import isolated, readers
from blog.importing.document import Paragraph, Rejected, SourceArticle
from blog.importing.isolated import read_isolated
from blog.importing.readers import Reader, Unreadable, file_of_bytes
from blog.models import ImportRun

FILE = file_of_bytes(b"some words\nand more", "a.txt")
MB = 1_000_000


def articles(number: int = 3) -> Iterator[SourceArticle | Rejected]:
    for n in range(number):
        yield SourceArticle(f"{n}", "h", (Paragraph(f"Words {n}"),), title=f"T {n}")


@pytest.fixture
def reader(monkeypatch) -> Callable[[Callable], None]:
    """Have everything read by this function."""

    def use(read: Callable) -> None:
        monkeypatch.setattr(readers, "READERS", (Reader("x", "x", lambda head: True, read),))

    return use


def children() -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if f"\nPPid:\t{os.getpid()}\n" in status.read_text():
                found.append(int(status.parent.name))
        except OSError:
            continue
    return found


class TestWhatIsRead:
    def test_is_what_the_reader_says(self, reader):
        rejected = Rejected("row 3", "no title", "key")
        reader(lambda file, source: iter([*articles(), rejected]))
        assert list(read_isolated(FILE, source="a")) == [*articles(), rejected]
        assert children() == []

    def test_begins_where_it_was_left(self, reader):
        reader(lambda file, source: articles(5))
        assert list(read_isolated(FILE, source="a", skip=3)) == list(articles(5))[3:]
        assert list(read_isolated(FILE, source="a", skip=5)) == []

    def test_is_read_by_another_process(self, reader):
        reader(lambda file, source: iter([SourceArticle(str(os.getpid()), "h", ())]))
        (article,) = read_isolated(FILE, source="a")
        assert article.source != str(os.getpid())

    def test_comes_one_by_one_and_says_how_far_it_is(self, reader):
        def read(file, source):
            with file.open() as stream:
                for number, article in enumerate(articles()):
                    stream.read(number + 1)
                    yield article

        reader(read)
        told = []
        assert len(list(read_isolated(FILE, source="a", on_bytes=told.append))) == 3
        assert told == [1, 3, 6]

    @pytest.mark.timed
    def test_of_many_articles_no_more_than_a_few_are_in_memory(self, reader):
        long = SourceArticle("a", "h", (Paragraph("word " * 20_000),))
        reader(lambda file, source: (long for _ in range(10_000)))
        found = read_isolated(FILE, source="a")
        begun = time.monotonic()
        next(found)
        found.close()
        assert time.monotonic() - begun < 1
        assert children() == []

    def test_is_the_same_where_no_process_can_be_made(self, reader, monkeypatch):
        monkeypatch.setattr(isolated, "_CAN_FORK", False)
        reader(lambda file, source: articles())
        assert list(read_isolated(FILE, source="a", skip=1)) == list(articles())[1:]


def unreadable(file, source):
    raise Unreadable("Nothing for us.")


def broken(file, source):
    raise ZeroDivisionError("ours")


def endless(file, source):
    while True:
        pass


def large(file, source):
    return iter([SourceArticle("x" * (2_000 * MB), "h", ())])


def crashing(file, source):
    os.kill(os.getpid(), signal.SIGKILL)


HOSTILE = [
    (unreadable, "Nothing for us."),
    (broken, "ZeroDivisionError"),
    (large, "memory"),
    (crashing, "cannot be read"),
    (endless, "1 seconds"),
]


@pytest.mark.parametrize(("hostile", "words"), HOSTILE, ids=[one.__name__ for one, _ in HOSTILE])
class TestWhatCannotBeRead:
    @pytest.fixture(autouse=True)
    def _little_time(self, monkeypatch):
        monkeypatch.setattr(isolated, "SECONDS", 1)

    @pytest.mark.timed
    def test_says_why_in_little_time(self, reader, hostile, words):
        reader(hostile)
        begun = time.monotonic()
        with pytest.raises(Unreadable, match=words):
            list(read_isolated(FILE, source="a"))
        assert time.monotonic() - begun < 20
        assert children() == []

    def test_keeps_the_articles_before_it_and_says_after_which(self, reader, hostile, words):
        def read(file, source):
            yield from articles(2)
            yield from hostile(file, source)

        reader(read)
        *before, last = read_isolated(FILE, source="a")
        assert before == list(articles(2))
        assert last.place == "after article 2"
        assert words in last.reason


def test_a_child_that_only_sleeps_is_ended(reader, monkeypatch):
    monkeypatch.setattr(isolated, "PATIENCE", 0)
    monkeypatch.setattr(isolated, "SECONDS", 1)
    reader(lambda file, source: iter([time.sleep(60)]))
    with pytest.raises(Unreadable):
        list(read_isolated(FILE, source="a"))
    assert children() == []


@pytest.mark.django_db
def test_the_connection_to_the_database_outlives_the_child(reader):
    reader(lambda file, source: articles())
    ImportRun.objects.count()
    for _ in range(3):
        list(read_isolated(FILE, source="a"))
        assert ImportRun.objects.count() == 0
    assert connection.is_usable()
