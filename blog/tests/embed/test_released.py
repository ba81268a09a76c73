"""A version of the element that shops name together with its hash never changes."""

import gzip
from pathlib import Path

import pytest

from blog.embed.released import RELEASES, SOURCE, NotReleased, integrity_of, newest, read, release, releases

# What a shop's page pays for the list, compressed as a server does it by default.
MOST_BYTES = 4096


@pytest.mark.parametrize("version", list(releases()))
def test_a_released_version_is_what_it_was(version: str) -> None:
    assert integrity_of(releases()[version].content) == releases()[version].integrity


def test_every_file_among_the_releases_is_listed() -> None:
    assert {path.stem for path in RELEASES.glob("*.js")} == set(releases())


def test_the_newest_version_is_the_source() -> None:
    assert newest().content == SOURCE.read_bytes(), "release it: manage.py release_element <version>"


def test_the_element_weighs_no_more_than_promised() -> None:
    assert len(gzip.compress(SOURCE.read_bytes(), 6)) <= MOST_BYTES


class TestReleasing:
    @pytest.fixture
    def source(self, tmp_path: Path) -> Path:
        path = tmp_path / "element.js"
        path.write_text("one", encoding="utf-8")
        return path

    def test_versions_follow_each_other_and_the_old_ones_stay(self, source: Path, tmp_path: Path) -> None:
        folder = tmp_path / "releases"
        release("1.0.0", source=source, folder=folder)
        source.write_text("two", encoding="utf-8")
        release("1.10.0", source=source, folder=folder)
        source.write_text("three", encoding="utf-8")
        with pytest.raises(NotReleased, match=r"1\.9\.0 is not above 1\.10\.0"):
            release("1.9.0", source=source, folder=folder)
        assert [(one.version, one.content) for one in read(folder).values()] == [
            ("1.0.0", b"one"),
            ("1.10.0", b"two"),
        ]

    @pytest.mark.parametrize("version", ["1", "1.0", "v1.0.0", "01.0.0", "1.0.0.0", "../../x", "1.0.0\n"])
    def test_what_is_no_version_is_refused(self, version: str, source: Path, tmp_path: Path) -> None:
        with pytest.raises(NotReleased, match="is no version"):
            release(version, source=source, folder=tmp_path / "releases")
        assert not (tmp_path / "releases").exists()

    def test_a_version_that_changes_nothing_is_refused(self, source: Path, tmp_path: Path) -> None:
        release("1.0.0", source=source, folder=tmp_path)
        with pytest.raises(NotReleased, match=r"Nothing has changed since 1\.0\.0"):
            release("1.0.1", source=source, folder=tmp_path)
