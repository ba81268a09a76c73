"""What the figures of a sentence are amounts of. For English; says nothing rather than guess."""

import re
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
        names = {name for run in self._runs for name in run}
        others = {self._text[name.start : name.end].casefold() for name in names if name.nutrient is None}
        if others & {"vitamin a", "vitamin e", "retinol", "beta-carotene"}:
            return _NOBODY
        if any(name.nutrient == "vitamin D" for name in names) or self._subject() == "vitamin D":
            return "vitamin D", ""
        return _NOBODY

    def _named(self, start: int, end: int, unit: str) -> Owner:
        to_substance = _TO_SUBSTANCE.match(self._text, end)
        if to_substance:
            for run in self._runs:
                if run[0].start == to_substance.end() and len(run) == 1:
                    return run[0].nutrient, run[0].salt
        if unit != "%" and self._is_of_something_else(end):
            return _NOBODY
        before = [run for run in self._runs if run[-1].end <= start]
        if before:
            return self._of_run(before[-1], start)
        after = [run for run in self._runs if run[0].start >= end]
        if after:
            return (after[0][0].nutrient, "") if len(after[0]) == 1 else _NOBODY
        return self._subject(), ""

    def _is_of_something_else(self, end: int) -> bool:
        if _OF.match(self._text, end):
            return True
        noun = _NOUN.match(self._text, end)
        return noun is not None and noun["noun"].casefold() not in _NO_SUBSTANCE

    def _of_run(self, run: list[Named], start: int) -> Owner:
        """Return the owner among the substances named last: of several, by their order if there are as many figures."""
        if len({named.nutrient for named in run}) == 1:
            return run[-1].nutrient, run[-1].salt
        following = [other for other in self._runs if other[0].start > run[-1].end]
        end = following[0][0].start if following else len(self._text)
        figures = [figure[0] for figure in self._figures if run[-1].end <= figure[0] < end]
        return (run[figures.index(start)].nutrient, "") if len(figures) == len(run) else _NOBODY

    def _subject(self) -> str | None:
        names = {named.nutrient for named in named_in(self._around)}
        return names.pop() if len(names) == 1 else None
