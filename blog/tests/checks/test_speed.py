"""Looking at the figures of a long article takes no time an editor would notice."""

import time

import pytest

from blog.checks.findings import find
from blog.checks.passages import read_passages
from blog.evidence.doses import excesses
from blog.evidence.drift import against_facts, differences, equal_to_facts
from blog.evidence.placed import KnownFact, placed_figures
from blog.evidence.repeated import repeated
from blog.models import ArticlePage
from blog.tests.evidence.passages import fact
from blog.tests.factories import block, heading, infographic, text

from .stated import stating

pytestmark = pytest.mark.slow

SENTENCE = (
    "Without adequate vitamin D, people absorb 10-15% of dietary calcium compared to {}-{}% with sufficient levels, "
    "and most adults benefit from {},000-5,000 IU of it daily, as a study of {} women in 2013 found."
)
# Seconds for 2,000 words and 300 facts. A slow machine gets three times as long as the limit that is promised.
LIMIT = 0.3


def long_article() -> list:
    """Return 2,000 words with some 180 figures: far more than an article has."""
    sentences = [SENTENCE.format(20 + n, 41 + n, 1 + n % 4, 100 + n) for n in range(62)]
    blocks = [text(f"<p>{' '.join(sentences[at : at + 3])}</p>") for at in range(0, 62, 3)]
    rows = [
        block("item", {"substance": "Vitamin D3", "amount": f"{n},000–5,000 IU daily", "note": ""})
        for n in (1, 2)
    ]
    panel = block("dosage", {"title": "Daily amounts", "doses": rows, "citations": []})
    return [heading("Vitamin D"), infographic(panel), *blocks]


def many_facts() -> dict[int, KnownFact]:
    return {
        pk: fact(f"Calcium absorbed by group {pk}", str(pk), str(pk + 5), pk=pk, nutrient="calcium")
        for pk in range(1, 301)
    }


def test_a_long_article_on_a_site_with_many_facts_is_read_at_once():
    stream, raw, facts = ArticlePage._meta.get_field("body").stream_block, long_article(), many_facts()

    def look() -> None:
        placed = placed_figures(read_passages("body", stream, raw), facts)
        assert len(placed) > 150
        repeated(placed)
        differences(placed)
        excesses(placed)
        equal_to_facts(placed, list(facts.values()))
        against_facts(placed, list(facts.values()))

    look()
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        look()
        times.append(time.perf_counter() - begun)
    assert min(times) < LIMIT


def test_time_grows_with_the_length_at_most_as_fast_as_figures_can_be_compared():
    stream, raw = ArticlePage._meta.get_field("body").stream_block, long_article()
    passages = tuple(read_passages("body", stream, raw))

    def seconds(times: int) -> float:
        article = stating(*passages * times)
        begun = time.perf_counter()
        find(article)
        return time.perf_counter() - begun

    assert seconds(2) < 10 * max(seconds(1), 0.02)
