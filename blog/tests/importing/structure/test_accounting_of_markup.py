"""Whatever an article in HTML consists of, each word a reader sees comes out once for each time it is seen."""

import pytest
from hypothesis import HealthCheck, given, settings

from blog.importing.arranging import arrange
from blog.importing.document import ArrangedArticle, SourceArticle
from blog.importing.markup import read_markup
from blog.tests.importing.accounting import counted, seen
from blog.tests.importing.catalogue import NAMES
from blog.tests.importing.generated import Piece, articles

TITLE = "Evenings by the sea"


def arranged(piece: Piece) -> ArrangedArticle:
    markup = read_markup(piece.html)
    source = SourceArticle("x", "0", markup.elements, title=TITLE, set_aside=markup.set_aside)
    return arrange(source, NAMES)


def check(piece: Piece) -> None:
    article = arranged(piece)
    source, result = piece.words + counted([TITLE]), seen(article)
    lost, gained = source - result, result - source
    # Numbers of headings and marks of footnotes are shown again by what they number.
    lost = {word: count for word, count in lost.items() if any(map(str.isalpha, word))}
    assert (lost, dict(gained)) == ({}, {}), article


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_no_word_is_lost_or_doubled(piece: Piece) -> None:
    check(piece)


@pytest.mark.slow
@settings(max_examples=800, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles())
def test_no_word_is_lost_or_doubled_in_many_articles(piece: Piece) -> None:
    check(piece)
