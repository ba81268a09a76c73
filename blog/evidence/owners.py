"""What the figures of a sentence are amounts of. For English; says nothing rather than guess."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from qnwellness.nutrition.naming import Named, named_in

# Words that may stand between a figure and the substance it is an amount of: "1,000 mg a day of dietary calcium".
_TO_SUBSTANCE = re.compile(
    r"(?:\s(?:daily|a day|per day|each day|every day))?(?:\s(?:of|from|in))?"
    r"(?:\s(?:the|your|its|all|total|elemental|dietary|added|supplemental|supplementary|extra|pure|this|natural|active"
    r"|plant-based|fermented|high-dose|body[’']s)){0,2}\s",
    re.IGNORECASE,
)
_OF = re.compile(r"\sof\s(?!it\b|this\b|that\b|these\b|them\b|those\b|which\b)(?=\w)", re.IGNORECASE)
_NOUN = re.compile(r"\s(?P<noun>[^\W\d_][\w-]+)")
# What may follow an amount and is no substance. Everything else beside it is one, known here or not.
_FOLLOWING = """
    daily nightly weekly monthly per every each once twice in on for to from at by with without and or is are
    was were as than may can will would should if when which that who while but about before after during over
    under of the until through between among within because since so not also only or depending according plus
    taken used found given added total elemental capsule capsules tablet tablets softgel softgels dose doses
    serving servings portion range depends means meets seems works has have had does do helps supports increases
    raises
"""
_NO_SUBSTANCE = frozenset(_FOLLOWING.split())
_JOINED = re.compile(r"[\s,&+/]*(?:and|or|plus|with)?[\s,]*", re.IGNORECASE)
# What is counted in international units beside vitamin D.
_COUNTED_TOO = frozenset({"vitamin a", "vitamin e", "retinol", "beta-carotene"})
_NEVER = frozenset({"kg", "l", "ml", "kcal", "kJ", "CFU"})

Owner = tuple[str | None, str]
_NOBODY: Owner = (None, "")


class Owners:
    """Finds the owner of each figure of one sentence: a nutrient, and the words of its salt.

    `figures` are where they begin and end, with their unit; `around` is what the sentence is about where it does not
    say so.
    """

    def __init__(self, text: str, figures: Sequence[tuple[int, int, str]], around: str) -> None:
        self._text = text
        self._figures = figures
        self._around = around

    def all(self) -> list[Owner]:
        """Return the owners in the order of the figures."""
        return [self._owner(*figure) for figure in self._figures]

    @cached_property
    def _runs(self) -> list[list[Named]]:
        """Return the substances named, those together that stand in one enumeration: "vitamin D3 and K2"."""
        runs: list[list[Named]] = []
        for named in named_in(self._text):
            if runs and _JOINED.fullmatch(self._text, runs[-1][-1].end, named.start):
                runs[-1].append(named)
            else:
                runs.append([named])
        return runs

    def _owner(self, start: int, end: int, unit: str) -> Owner:
        if unit in _NEVER:
            return _NOBODY
        nutrient, salt = self._named(start, end, unit)
        if unit == "IU" and nutrient != "vitamin D":
            return self._owner_of_units()
        return nutrient, salt

    def _owner_of_units(self) -> Owner:
        """Return the owner of IU: of what the site knows, vitamin D alone is counted in them; so are A and E."""
        if self._names & _COUNTED_TOO:
            return _NOBODY
        return ("vitamin D", "") if self._names_vitamin_d or self._subject == "vitamin D" else _NOBODY

    @cached_property
    def _names_vitamin_d(self) -> bool:
        return any(named.nutrient == "vitamin D" for run in self._runs for named in run)

    @cached_property
    def _names(self) -> frozenset[str]:
        """Return the words of the other substances that are named."""
        others = (named for run in self._runs for named in run if named.nutrient is None)
        return frozenset(self._text[named.start : named.end].casefold() for named in others)

    @cached_property
    def _begins(self) -> list[int]:
        return [run[0].start for run in self._runs]

    @cached_property
    def _figures_begin(self) -> list[int]:
        return [figure[0] for figure in self._figures]

    def _named(self, start: int, end: int, unit: str) -> Owner:
        at = bisect_left(self._begins, end)
        following = self._runs[at] if at < len(self._runs) else None
        to_substance = _TO_SUBSTANCE.match(self._text, end)
        if following and to_substance and following[0].start == to_substance.end() and len(following) == 1:
            return following[0].nutrient, following[0].salt
        if unit != "%" and self._is_of_something_else(end):
            return _NOBODY
        if at and self._runs[at - 1][-1].end <= start:
            return self._of_run(at - 1, start)
        if following:
            return (following[0].nutrient, "") if len(following) == 1 else _NOBODY
        return self._subject, ""

    def _is_of_something_else(self, end: int) -> bool:
        if _OF.match(self._text, end):
            return True
        noun = _NOUN.match(self._text, end)
        return noun is not None and noun["noun"].casefold() not in _NO_SUBSTANCE

    def _of_run(self, number: int, start: int) -> Owner:
        """Return the owner among the substances named last: of several, by their order if there are as many figures."""
        run = self._runs[number]
        if len({named.nutrient for named in run}) == 1:
            return run[-1].nutrient, run[-1].salt
        first = bisect_left(self._figures_begin, run[-1].end)
        end = self._begins[number + 1] if number + 1 < len(self._runs) else len(self._text)
        last = bisect_left(self._figures_begin, end)
        place = bisect_left(self._figures_begin, start) - first
        return (run[place].nutrient, "") if last - first == len(run) else _NOBODY

    @cached_property
    def _subject(self) -> str | None:
        names = {named.nutrient for named in named_in(self._around)}
        return names.pop() if len(names) == 1 else None
