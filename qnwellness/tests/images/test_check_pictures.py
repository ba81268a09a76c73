"""The command that finds files without a picture and pictures without a file."""

import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from products.tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def check(**options) -> tuple[str, int]:
    output, status = StringIO(), 0
    try:
        call_command("check_pictures", stdout=output, **options)
    except SystemExit as stop:
        status = stop.code
    return output.getvalue(), status


def left_behind(media: Path, folder: str, *, hours: float = 2) -> Path:
    path = media / folder / "left.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left")
    before = time.time() - hours * 3600
    os.utime(path, (before, before))
    return path


def test_finds_nothing_where_all_is_well(media):
    make_image().get_rendition("width-10")
    assert check() == ("Every file has its picture, and every picture its file.\n", 0)


@pytest.mark.parametrize("folder", ["original_images", "images"])
def test_lists_files_without_a_picture_and_deletes_them_when_asked(media, folder):
    image = make_image()
    path = left_behind(media, folder)
    said, status = check()
    assert (f"{folder}/left.png" in said, status, path.exists()) == (True, 1, True)
    said, status = check(repair=True)
    assert (status, path.exists(), Path(image.file.path).exists()) == (0, False, True)


def test_leaves_what_may_be_in_the_making(media):
    left_behind(media, "original_images", hours=0.5)
    assert check()[1] == 0


def test_tells_of_pictures_without_a_file(media):
    image = make_image()
    Path(image.file.path).unlink()
    said, status = check(repair=True)
    assert (image.title in said, status) == (True, 1)
