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
from qnwellness.content.html import clean
from qnwellness.tests.content.test_html import PAYLOADS

_ALLOWED = re.compile(
    r"</?(?:strong|em|sup|sub|a|p|ul|ol|li|br)>|<a (?:href|linktype=\"footnote\" id)=\"[^\"<>]*\">"
)
MORE = (
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script><text>x</text></svg>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    '<a href="jAvAsCrIpT:alert(1)">x</a>',
    '<a href="&#x6A;avascript&colon;alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="java\u200bscript:alert(1)">x</a>',
    "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
    "<<script>alert(1)//<</script>",
    "<img src='data:text/html,<script>alert(1)</script>'>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<a href='https://x.example/\"onclick=alert(1) x=\"'>x</a>",
    "<sup><a href='#\"onclick=alert(1)\"'>1</a></sup><ol><li id='\"onclick=alert(1)\"'>note</li></ol>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><img src=x onerror=alert(1)></textarea>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "&amp;lt;script&amp;gt;alert(1)",
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


@pytest.mark.parametrize("payload", [*PAYLOADS, *MORE])
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
