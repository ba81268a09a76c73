"""A line of a panel, from the editor's form."""

import pytest
from django.core.exceptions import ValidationError

from blog.infographics.line import LineBlock


def test_left_empty_in_the_form_is_stored_as_nothing() -> None:
    assert LineBlock().value_from_form('<p data-block-key="a1b2c"></p>').source == ""


def test_left_empty_in_the_form_is_asked_for_where_it_is_required() -> None:
    definition = LineBlock()
    with pytest.raises(ValidationError):
        definition.clean(definition.value_from_form('<p data-block-key="a1b2c"> </p>'))


def test_with_words_is_stored_as_written() -> None:
    written = '<p data-block-key="a1b2c">One &amp; two</p>'
    assert LineBlock().value_from_form(written).source == written
