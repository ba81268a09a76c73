"""Nothing reaches a page unescaped, but for the places reviewed here."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from .files import TEMPLATES, name, sources

# Path -> how many times it may declare a text safe. Each was read by a second person, and says why beside the line.
REVIEWED = {
    "qnwellness/content/templatetags/content_tags.py": 2,
}
UNESCAPED = re.compile(
    r"""
    \|\s*safe(seq)?\b                            # template filters
    | autoescape\s+off
    | \b(mark_safe|SafeString|SafeText)\(        # Python
    | \b\w*(inner|Inner|outer)HTML\b             # scripts
    | insertAdjacentHTML | createContextualFragment | setHTMLUnsafe | document\.write
    """,
    re.VERBOSE,
)


def unescaped(text: str) -> list[str]:
    """Return the places of a text that put markup on a page as it is."""
    return [match.group() for match in UNESCAPED.finditer(text)]


def unreviewed(paths: Iterable[Path]) -> dict[str, list[str]]:
    found = {name(path): unescaped(path.read_text(encoding="utf-8")) for path in paths}
    return {path: places for path, places in found.items() if len(places) != REVIEWED.get(path, 0)}


@pytest.mark.parametrize(
    "text",
    [
        "{{ body|safe }}",
        "{{ body | safe }}",
        "{% autoescape off %}",
        "return mark_safe(html)",
        "element.innerHTML = text",
        "<p dangerouslySetInnerHTML={text}>",
        "element.insertAdjacentHTML('beforeend', text)",
    ],
)
def test_unescaped_output_is_noticed(text: str) -> None:
    assert unescaped(text)


@pytest.mark.parametrize(
    "text", ["{{ body|safely }}", "@require_safe", "from x import mark_safe", "it is safe"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert not unescaped(text)


def test_templates_escape_everything() -> None:
    assert unreviewed(TEMPLATES) == {}


def test_python_declares_nothing_safe_that_was_not_reviewed() -> None:
    assert unreviewed(sources(".py")) == {}


def test_scripts_write_text_and_never_markup() -> None:
    assert unreviewed(sources(".js")) == {}


def test_the_list_of_reviewed_places_names_files_that_exist() -> None:
    known = {name(path) for suffix in (".py", ".js") for path in sources(suffix)}
    assert set(REVIEWED) <= known | {name(path) for path in TEMPLATES}
