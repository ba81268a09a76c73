"""Templates are short, and carry neither styles nor scripts of their own."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from .files import TEMPLATES, name, sources

LONGEST = 60
INLINE = re.compile(
    r"""
    <style\b
    | \sstyle\s*=
    | \son[a-z]+\s*=\s*["']                      # event handlers
    | javascript:
    | <script\b(?![^>]*\bsrc\s*=)(?![^>]*\btype\s*=\s*["']?application/(ld\+)?json)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def inline(text: str) -> list[str]:
    """Return the inline styles and scripts of a template."""
    return [match.group().strip() for match in INLINE.finditer(text)]


@pytest.mark.parametrize(
    "text",
    [
        "<style>p { color: red }</style>",
        '<p style="color: red">',
        '<button onclick="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
        '<a href="javascript:go()">',
    ],
)
def test_inline_styles_and_scripts_are_noticed(text: str) -> None:
    assert inline(text)


@pytest.mark.parametrize(
    "text",
    [
        '<script type="module" src="{% static "x.js" %}"></script>',
        '<script type="application/ld+json">{}</script>',
        '<link rel="stylesheet" href="x.css">',
        '<p class="style">',
        '<p data-on="a" lang="en">',
    ],
)
def test_files_and_data_are_left_alone(text: str) -> None:
    assert not inline(text)


def test_no_template_carries_inline_styles_or_scripts() -> None:
    found = {name(path): inline(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {path: places for path, places in found.items() if places} == {}


def test_no_template_is_long() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in TEMPLATES}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_every_template_lies_in_the_one_room_for_them() -> None:
    assert [name(path) for path in sources(".html")] == []


def test_every_stylesheet_a_page_lists_exists() -> None:
    listed = {path for paths in settings.STYLESHEETS.values() for path in paths}
    assert sorted(path for path in listed if not finders.find(path)) == []


def test_every_stylesheet_is_loaded_by_something() -> None:
    listed = {path for paths in settings.STYLESHEETS.values() for path in paths}
    code = "".join(path.read_text(encoding="utf-8") for path in [*sources(".py"), *TEMPLATES])
    written = {path.as_posix().partition("/static/")[2] for path in sources(".css")}
    assert sorted(path for path in written - listed if f'"{path}"' not in code) == []
