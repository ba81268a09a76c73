"""Whole texts of several kinds, each with the structure it must be found to have in the file beside it."""

from pathlib import Path

import pytest

from blog.importing.arranging import arrange
from blog.importing.readers import read_data
from blog.tests.importing.accounting import unaccounted
from blog.tests.importing.catalogue import NAMES
from blog.tests.importing.outline import outline

TEXTS = sorted((Path(__file__).parents[1] / "texts").glob("*.txt"), key=lambda path: path.stem)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_found_to_have_its_structure(path: Path) -> None:
    (article,) = read_data(path.read_bytes(), source=path.name)
    assert outline(arrange(article, NAMES)) == path.with_suffix(".expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_keeps_every_word_once(path: Path) -> None:
    (article,) = read_data(path.read_bytes(), source=path.name)
    lost, gained = unaccounted(path.read_text(encoding="utf-8"), arrange(article, NAMES))
    assert (lost, gained) == ({}, {})
