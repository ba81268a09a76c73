"""How many results each narrowing would leave. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .question import ARTICLES, PRODUCTS, Question
from .ranking import Candidate, Tag

# More would be a list to read instead of a choice.
MOST_TAGS = 8


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how many of the found articles have it."""

    tag: Tag
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """The counts beside the filters. `everything` counts both kinds."""

    everything: int
    articles: int
    products: int
    tags: tuple[TagCount, ...]


def narrow(candidates: Sequence[Candidate], question: Question) -> list[Candidate]:
    """Return the candidates a question's filters leave."""
    return [
        candidate
        for candidate in candidates
        if question.kind in ("", candidate.kind)
        and (not question.tag or question.tag in {tag.slug for tag in candidate.tags})
    ]


def count_facets(candidates: Sequence[Candidate], question: Question) -> Facets:
    """Count what each filter leaves, every other one being as it is. The chosen tag is among the tags in any case."""
    kinds = Counter(candidate.kind for candidate in narrow(candidates, Question(tag=question.tag)))
    articles = narrow(candidates, Question(kind=ARTICLES))
    counts = Counter(tag for candidate in articles for tag in candidate.tags)
    by_count = sorted(counts.items(), key=lambda item: (item[0].slug != question.tag, -item[1], item[0].name))
    tags = tuple(TagCount(tag, count, tag.slug == question.tag) for tag, count in by_count[:MOST_TAGS])
    return Facets(sum(kinds.values()), kinds[ARTICLES], kinds[PRODUCTS], tags)
