"""The facts of a site, ordered so that those a figure could speak of are found without a look at all others."""

from collections import Counter
from collections.abc import Iterable

from qnwellness.nutrition.figures import Figure, normals

from .placed import KnownFact, PlacedFigure
from .topics import Topic

# How much of what a fact says a sentence has to say to be about the same.
_MOST = 0.6

# What has to be equal for a sentence and a fact to be about the same at all.
_Condition = tuple[bool, frozenset[str], bool]


class FactIndex:
    """Facts by figure, and by what they are about. Both answers come in the order of the facts."""

    def __init__(self, facts: Iterable[KnownFact]) -> None:
        self._facts = tuple(facts)
        self._by_figure: dict[Figure, list[int]] = {}
        self._by_topic: dict[_Condition, _Topics] = {}
        self._about: dict[Topic, tuple[KnownFact, ...]] = {}
        for number, fact in enumerate(self._facts):
            for figure in normals(fact.figure, fact.nutrient or ""):
                self._by_figure.setdefault(figure, []).append(number)
            self._by_topic.setdefault(_condition(fact.topic), _Topics()).add(number, fact.topic)

    def with_figure(self, one: PlacedFigure) -> tuple[KnownFact, ...]:
        """Return the facts that may be the same quantity; whether IU are those of one nutrient is not looked at."""
        found = {number for figure in normals(one.figure) for number in self._by_figure.get(figure, ())}
        return tuple(self._facts[number] for number in sorted(found))

    def about(self, topic: Topic) -> tuple[KnownFact, ...]:
        """Return the facts that hold for the same as a sentence about `topic`, which says most of what they say."""
        if topic not in self._about:
            topics = self._by_topic.get(_condition(topic))
            numbers = topics.covered_by(topic) if topics else []
            self._about[topic] = tuple(self._facts[number] for number in numbers)
        return self._about[topic]


class _Topics:
    """Facts by the words they are about, those with the same words together."""

    def __init__(self) -> None:
        self._numbers: dict[frozenset[str], list[int]] = {}
        self._by_word: dict[str, list[frozenset[str]]] = {}

    def add(self, number: int, topic: Topic) -> None:
        if topic.words not in self._numbers:
            for word in topic.words:
                self._by_word.setdefault(word, []).append(topic.words)
        self._numbers.setdefault(topic.words, []).append(number)

    def covered_by(self, topic: Topic) -> list[int]:
        shared: Counter[frozenset[str]] = Counter()
        for word in topic.words:
            shared.update(self._by_word.get(word, ()))
        covered = [words for words, times in shared.items() if times >= _MOST * len(words)]
        return sorted(number for words in (*covered, frozenset()) for number in self._numbers.get(words, ()))


def covers(topic: Topic, fact: KnownFact) -> bool:
    """Tell whether a sentence says most of what the fact says; one that only names its nutrient is said by that."""
    words = fact.topic.words
    return not words or len(topic.shared(fact.topic)) >= _MOST * len(words)


def _condition(topic: Topic) -> _Condition:
    """Return what `Topic.fits` compares, and whether it speaks of a day."""
    return topic.is_daily, topic.conditions, topic.status == "lack"
