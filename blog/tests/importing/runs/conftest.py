"""What tests of runs start from: a private folder, and a way from uploads to drafts."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.importing.runs.applying import apply_slice
from blog.importing.runs.planning import plan_slice
from blog.importing.runs.reading import read_slice
from blog.importing.runs.starting import start
from blog.models import ImportRun
from blog.tests.factories import journal


@pytest.fixture(autouse=True)
def root(settings, tmp_path) -> Path:
    """Return the folder of what waits to be imported."""
    settings.IMPORTS_ROOT = tmp_path / "imports"
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.IMPORTS_ROOT


@pytest.fixture
def importer():
    return get_user_model().objects.create_user("iris", password="iris")


def upload(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def post(title: str, words: str = "It holds iron, and the gut takes it up slowly.") -> str:
    """Return a plain text of an article."""
    return f"{title}\n\n{words}\n\nWhere It Grows\n\nLentils and dark leaves grow in poor soil.\n"


def planned(user, *uploads, **options) -> ImportRun:
    """Return a run that is read and planned."""
    run = start(user, journal(), uploads, **options)
    while not read_slice(run):
        pass
    while not plan_slice(run):
        pass
    return run


def applied(run: ImportRun) -> ImportRun:
    while not apply_slice(run):
        pass
    return run
