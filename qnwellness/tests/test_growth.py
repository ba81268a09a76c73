"""What is read on public pages and while an editor types takes time in proportion to its length."""

import time
from collections.abc import Callable

import pytest

from blog.checks.article import ArticleUnderReview, Picture
from blog.checks.claims import makes_claim
from blog.checks.rich_links import links_in
from blog.checks.rules.broken_link import is_address
from blog.checks.rules.file_name_description import file_name_description
from blog.mentions.collect import collect
from blog.reading import words
from blog.sentences import read_plain_text, read_rich_text
from qnwellness.content.minify import minify_css, minify_html
from qnwellness.content.texts import as_shown

pytestmark = [pytest.mark.slow, pytest.mark.any_database]

CITATION = '<a linktype="source" id="5">'


def names_files(alt: str) -> object:
    return list(file_name_description(ArticleUnderReview(pictures=(Picture("p", alt=alt),))))


def links(html: str) -> object:
    return list(links_in(html, "p"))


def mentions(html: str) -> object:
    return collect([{"type": "text", "value": html, "id": "1"}])


def is_mailbox(name: str) -> object:
    return is_address(f"mailto:{name[0]}@{name}")


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return what reading a text takes at best, which is what a busy machine does not change."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        read(text)
        best = min(best, time.perf_counter() - start)
        if best > 5:
            break
    return best


@pytest.mark.timed
@pytest.mark.parametrize(
    ("read", "piece", "end"),
    [
        (names_files, "1", "!"),
        (names_files, "a-", " b"),
        (makes_claim, "5% of ", ""),
        (makes_claim, "more ", ""),
        (makes_claim, "a study (", ""),
        (makes_claim, "a study a ", ""),
        (makes_claim, "a study, , , ", ""),
        (makes_claim, "“", ""),
        (read_plain_text, ".", ""),
        (read_plain_text, ".” ) ", ""),
        (read_plain_text, "e.g. A ", ""),
        (read_rich_text, "<a ", ""),
        (read_rich_text, CITATION, ""),
        (read_rich_text, '<a linktype="source" ', ""),
        (read_rich_text, f"e.g. {CITATION}x</a> A ", ""),
        (words, CITATION, ""),
        (words, '<a linktype="source" ', ""),
        (as_shown, CITATION, ""),
        (as_shown, '<a linktype="source" ', ""),
        (mentions, "<a ", ""),
        (links, "<a ", ""),
        (links, "<a>", ""),
        (links, "<a a", "></a>"),
        (links, "a", "></a>"),
        (is_mailbox, ".", "@"),
        (minify_html, " ", "b"),
        (minify_html, " \n", "b"),
        (minify_css, " ", "b"),
        (minify_css, "/* a */", ""),
        (minify_css, ".a{b:c;} ", ""),
    ],
)
def test_eight_times_the_text_takes_in_proportion(
    read: Callable[[str], object], piece: str, end: str
) -> None:
    # In proportion is 8 times; a pattern that begins again at each place would take 64 times.
    small, large = (seconds(read, "a" + piece * (size // len(piece)) + end) for size in (4_000, 32_000))
    assert large < 24 * small + 0.05
