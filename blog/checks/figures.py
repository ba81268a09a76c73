"""Reads the figures of articles under review, those of facts as they are today."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..evidence.placed import KnownFact, placed_figures
from ..models import ArticlePage, Fact
from .article import ArticleUnderReview, Target
from .passages import read_passages

_COMPARED = ("low", "high", "unit", "statement", "nutrient", "qualifier", "population")


def with_figures(
    articles: Iterable[ArticleUnderReview], pages: Sequence[ArticlePage]
) -> list[ArticleUnderReview]:
    """Return articles with what they state and with the facts of the site. One query, however many there are."""
    passages = [
        tuple(read_passages("body", page.body.stream_block, list(page.body.raw_data))) for page in pages
    ]
    corrections = [
        tuple(read_passages("corrections", page.corrections.stream_block, list(page.corrections.raw_data)))
        for page in pages
    ]
    facts = known_facts() if any(passages) else {}
    return [
        replace(
            article,
            passages=read,
            figures=placed_figures(read, facts),
            facts=facts,
            targets={
                **article.targets,
                **{("fact", str(pk)): Target(fact.statement) for pk, fact in facts.items()},
            },
            corrections=" ".join(passage.text for passage in corrected),
        )
        for article, read, corrected in zip(articles, passages, corrections, strict=True)
    ]


def known_facts() -> dict[int, KnownFact]:
    """Return every fact of the site as it is compared, by id. One query."""
    return {fact.pk: _known(fact) for fact in Fact.objects.order_by().only(*_COMPARED)}


def _known(fact: Fact) -> KnownFact:
    return KnownFact(
        fact.pk, fact.figure, fact.statement, fact.nutrient or None, fact.qualifier, fact.population
    )
