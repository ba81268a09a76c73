"""Which nutrients an article is about, from its stored body; which ones an ingredient is. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from qnwellness.nutrition.naming import named_in
from qnwellness.nutrition.nutrients import NUTRIENTS

# The other vitamins and minerals, by the names they have in texts and on labels (Regulation (EU) No 1169/2011, annex
# XIII, part A, and the forms of Regulation (EC) No 1170/2009).
_OTHERS: dict[str, tuple[str, ...]] = {
    "vitamin A": ("vitamin A", "retinol", "retinyl", "beta-carotene"),
    "vitamin E": ("vitamin E", "tocopherol", "tocopheryl"),
    "vitamin B1": ("vitamin B1", "thiamin", "thiamine"),
    "vitamin B2": ("vitamin B2", "riboflavin"),
    "vitamin B3": ("vitamin B3", "niacin", "niacinamide", "nicotinamide", "nicotinic acid"),
    "vitamin B5": ("vitamin B5", "pantothenic acid", "pantothenate"),
    "vitamin B6": ("vitamin B6", "pyridoxine", "pyridoxal"),
    "vitamin B12": ("vitamin B12", "cobalamin", "methylcobalamin", "cyanocobalamin"),
    "folate": ("folate", "folic acid", "methylfolate", "vitamin B9"),
    "biotin": ("biotin", "vitamin B7"),
    "iron": ("iron", "ferrous", "ferric"),
    "iodine": ("iodine", "iodide"),
    "selenium": ("selenium", "selenite", "selenate", "selenomethionine"),
    "copper": ("copper", "cupric"),
    "chromium": ("chromium", "chromic"),
    "potassium": ("potassium",),
    "phosphorus": ("phosphorus",),
    "molybdenum": ("molybdenum",),
    "choline": ("choline",),
}
_ALSO = {
    "vitamin C": ("ascorbate", "ascorbyl"),
    "vitamin D": ("calciferol",),
    "vitamin K": ("menaquinone-7",),
}
_KEYS = {
    alias.casefold(): name
    for table in (_OTHERS, _ALSO)
    for name, aliases in table.items()
    for alias in aliases
}
_OTHER_NAME = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_KEYS, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
)
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
# An article that only has headings to tell by is about what several of them name, or what one names and its text goes
# on to speak of.
_HEADINGS, _TIMES = 2, 3


def nutrients_in(text: str) -> tuple[str, ...]:
    """Return the vitamins and minerals a text names, in its order; a salt is named for its mineral."""
    return _nutrients_in(" ".join(text.translate(_SUBSCRIPTS).split()))


def names_of(nutrient: str) -> tuple[str, ...]:
    """Return the names a nutrient goes by in texts and on labels."""
    return tuple(
        dict.fromkeys(
            (nutrient, *(NUTRIENTS.get(nutrient, ())), *_OTHERS.get(nutrient, ()), *_ALSO.get(nutrient, ()))
        )
    )


def nutrients_of(title: str, raw: Iterable[Mapping[str, Any]], standfirst: str = "") -> tuple[str, ...]:
    """Return the nutrients an article is about, in its order. `raw` is the stored body.

    Those of its title and of its nutrient panels; where neither names any, those its headings and its standfirst
    name and its text speaks of again and again. What is named in passing is left out.
    """
    items = list(raw)
    told = [title, *_panel_titles(items)]
    if about := dict.fromkeys(name for text in told for name in nutrients_in(text)):
        return tuple(about)
    headings = [str(item["value"].get("text") or "") for item in items if item["type"] == "heading"]
    named = Counter(name for text in headings for name in set(nutrients_in(text)))
    candidates = dict.fromkeys(name for text in (standfirst, *headings) for name in nutrients_in(text))
    if not candidates:
        return ()
    text = " ".join(_texts(items)).casefold()
    return tuple(name for name in candidates if named[name] >= _HEADINGS or _times(name, text) >= _TIMES)


@lru_cache(maxsize=2048)
def _nutrients_in(text: str) -> tuple[str, ...]:
    found = [(one.start, one.nutrient) for one in named_in(text) if one.nutrient]
    found += [(match.start(), _KEYS[match[0].casefold()]) for match in _OTHER_NAME.finditer(text)]
    return tuple(dict.fromkeys(name for _start, name in sorted(found)))


def _times(nutrient: str, text: str) -> int:
    names = (name.casefold() for name in names_of(nutrient))
    # A longer name holds the shorter one: each is counted for itself, the most frequent is told.
    return max(text.count(name) for name in names)


def _panel_titles(items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for item in items:
        if item["type"] == "infographic":
            for panel in item["value"].get("panels", []):
                if panel["type"] == "nutrient":
                    yield str(panel["value"].get("title") or "")


def _texts(items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for item in items:
        if item["type"] == "text":
            yield str(item["value"] or "")
        elif item["type"] == "key_points":
            yield from (str(point.get("value") or "") for point in (item["value"] or {}).get("points", []))
