"""Nothing that runs or reaches out comes through, and what comes out is what the sanitiser lets stay."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape

import pytest
from hypothesis import given, settings

from blog.importing.document import plain_text
from blog.importing.markup import Markup, read_markup
from blog.tests.importing.markup.pages import pages
from blog.tests.importing.markup.payloads import PAYLOADS
from qnwellness.content.html import clean

_ALLOWED = re.compile(
    r"</?(?:strong|em|sup|sub|a|p|ul|ol|li|br)>|<a (?:href|linktype=\"footnote\" id)=\"[^\"<>]*\">"
)


def htmls(value: object) -> Iterator[str]:
    """Every inline HTML of elements."""
    if isinstance(value, tuple):
        for part in value:
            yield from htmls(part)
    elif is_dataclass(value):
        for field in fields(value):
            part = getattr(value, field.name)
            if field.name in ("html", "answer") and isinstance(part, str):
                yield part
            elif field.name in ("items", "rows"):
                yield from (cell for row in part for cell in (row if isinstance(row, tuple) else (row,)))
            else:
                yield from htmls(part)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_comes_through(payload: str) -> None:
    markup = read_markup(f"<p>before</p>{payload}<p>after</p>")
    found = list(htmls(markup.elements))
    tags = {tag for html in found for tag in re.findall(r"<[^<>]*>", html)}
    for tag in tags:
        assert re.fullmatch(
            r"</?(?:strong|em|sup|sub|a|p|ul|ol|li|br)>|<a (?:href|linktype=\"footnote\" id)=\"[^\"<>]*\">",
            tag,
        )
        assert "script:" not in unescape(tag).casefold()
    _is_clean(markup)


@given(pages())
@settings(max_examples=60, deadline=None)
def test_the_sanitiser_takes_nothing_away(source: str) -> None:
    _is_clean(read_markup(source))


def _is_clean(markup: Markup) -> None:
    for html in htmls(markup.elements):
        once = clean(html)
        assert clean(once) == once
        assert plain_text(once) == plain_text(html)
        assert sorted(re.findall(r"</?[a-z]+", once)) == sorted(re.findall(r"</?[a-z]+", html))
