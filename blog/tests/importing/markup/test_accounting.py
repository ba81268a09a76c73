"""Whatever HTML there is, each of its words is in an element or among what was set aside."""

import pytest
from hypothesis import given, settings

from blog.importing.markup import read_markup
from blog.tests.importing.markup.pages import pages, words_read, words_shown


@given(pages())
@settings(max_examples=100, deadline=None)
def test_every_word_is_in_an_element_or_set_aside(html: str) -> None:
    _account(html)


@pytest.mark.slow
@given(pages())
@settings(max_examples=800, deadline=None)
def test_every_word_of_many_pages_is_in_an_element_or_set_aside(html: str) -> None:
    _account(html)


def _account(html: str) -> None:
    shown, read = words_shown(html), words_read(read_markup(html))
    assert not shown - read, "these words were lost"
    assert not read - shown, "these words were made up or doubled"
