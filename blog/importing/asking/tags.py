"""Tags that are nearly equal to each other or to one this site has."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taggit.models import Tag

from .said import Said, plainly


@dataclass(frozen=True, slots=True)
class TagQuestion:
    """Are these one? `said` are the spellings that would become `means`; `articles` have one of them."""

    means: str
    said: tuple[str, ...]
    articles: int
    is_here: bool


def about_tags(said: Sequence[Said], decided: Mapping[str, str]) -> list[TagQuestion]:
    """Return the tags that could be one, each with the spelling of the site, or else the most frequent one."""
    counts = Counter(tag for article in said for tag in dict.fromkeys(article.tags))
    here: dict[str, set[str]] = defaultdict(set)
    for name in Tag.objects.values_list("name", flat=True) if counts else ():
        here[plainly(name)].add(name)
    spellings: dict[str, list[str]] = defaultdict(list)
    for tag in counts:
        spellings[plainly(tag)].append(tag)
    return [
        question
        for plain, tags in sorted(spellings.items())
        if plain and (question := _question(tags, here.get(plain, set()), counts, decided))
    ]


def _question(
    tags: list[str], here: set[str], counts: Counter[str], decided: Mapping[str, str]
) -> TagQuestion | None:
    known = here or {decided[tag] for tag in tags if decided.get(tag, tag) not in (tag, "")}
    tags = [tag for tag in tags if decided.get(tag) != tag]
    if not tags:
        return None
    means = min(known or tags, key=lambda tag: (-counts[tag], tag))
    # Of two spellings the site has itself, both may stay.
    open_ones = tuple(sorted(tag for tag in tags if tag not in decided and tag not in known and tag != means))
    if not open_ones:
        return None
    return TagQuestion(means, open_ones, sum(counts[tag] for tag in open_ones), bool(here))
