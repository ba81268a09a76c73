"""The house is laid out as its map says, and holds what a visitor looks for."""

import ast
import tomllib
from pathlib import Path

import pytest

from .files import PACKAGES, ROOT, TEMPLATES, name, sources

DRAWERS = {"utils", "helpers", "common", "misc"}
TOP_LEVEL_PACKAGES = set(PACKAGES)


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "THIRD_PARTY.md",
        "docs/contributors.md",
        "docs/operators.md",
    ],
)
def test_has_the_documents_a_visitor_looks_for(document: str) -> None:
    assert (ROOT / document).stat().st_size > 200


def test_no_other_package_stands_beside_the_three() -> None:
    found = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert found == TOP_LEVEL_PACKAGES


def test_every_room_says_what_it_owns() -> None:
    rooms = [path for path in sources("__init__.py") if not {"commands", "templatetags"} & set(path.parts)]
    silent = [
        name(path) for path in rooms if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert [path for path in silent if not path.endswith("management/__init__.py")] == []


def test_no_room_is_a_drawer() -> None:
    parts = {name(path): {*path.parent.parts, path.stem} for path in sources(".py")}
    assert [path for path, names in parts.items() if DRAWERS & names] == []


def test_nothing_is_left_to_do_later() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    files = [*sources(".py"), *sources(".js"), *sources(".css"), *TEMPLATES]
    found = {name(path): path.read_text(encoding="utf-8") for path in files}
    assert [path for path, text in found.items() if any(mark in text for mark in marks)] == []


class TestPureRooms:
    def test_are_the_same_for_imports_and_types(self) -> None:
        settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
        contracts = {contract["id"]: contract for contract in settings["importlinter"]["contracts"]}
        rooms = [room.replace(".", "/") for room in contracts["pure"]["source_modules"]]
        typed = [path.removesuffix(".py") for path in settings["mypy"]["files"]]
        assert sorted(rooms) == sorted(typed)

    def test_exist(self) -> None:
        settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
        missing = [path for path in settings["mypy"]["files"] if not Path(ROOT, path).exists()]
        assert missing == []
