"""What all tests of the command start from."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from products.tests.factories import make_product

from .text import TEXT


@pytest.fixture
def product():
    return make_product(title="Leaf Iron™", handle="leaf-iron")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "iron.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys):
    """Import files and return the one JSON object the command prints, with its exit status."""

    def run(*files: Path, **options):
        capsys.readouterr()
        status = 0
        try:
            call_command("import_article", *map(str, files), json=True, **options)
        except SystemExit as stop:
            status = stop.code
        captured = capsys.readouterr()
        return json.loads(captured.out)["articles"], status

    return run
