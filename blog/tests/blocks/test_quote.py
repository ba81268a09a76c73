"""Quotations."""

import pytest

from blog.tests.factories import block

from .reading import article_of, words

pytestmark = pytest.mark.django_db


def quoted(**fields):
    return article_of(block("quote", {"text": "Bone is never still.", **fields})).select_one(".quote")


def test_a_quotation_says_who_said_it_and_leads_to_where():
    figure = quoted(attribution="Ada Lim", source="Physiology", address="https://example.org/p")
    assert words(figure.figcaption).replace(" ,", ",") == "Ada Lim, Physiology"
    assert figure.cite.a["href"] == figure.blockquote["cite"] == "https://example.org/p"


def test_a_source_without_an_address_is_named():
    assert words(quoted(source="Physiology").figcaption) == "Physiology"


def test_an_address_alone_is_shown():
    assert words(quoted(address="https://example.org/p").cite.a) == "https://example.org/p"


def test_a_quotation_as_the_import_stores_it_is_shown():
    assert words(quoted(attribution="Ada Lim, Physiology").figcaption) == "Ada Lim, Physiology"


def test_a_quotation_of_nobody_has_no_empty_line():
    assert not quoted().select("figcaption")
