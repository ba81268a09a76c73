"""Finds the nutrients and other substances a text names."""

import re
from dataclasses import dataclass

from qnwellness.nutrition.nutrients import NUTRIENTS

# Substances this site has no intakes of. An amount beside one of them is not an amount of a nutrient named elsewhere.
OTHER_SUBSTANCES: tuple[str, ...] = (
    *("vitamin A", "vitamin E", "retinol", "beta-carotene", "biotin", "niacin", "niacinamide", "thiamine"),
    *("folate", "folic acid", "choline", "iron", "iodine", "selenium", "copper", "chromium", "potassium"),
    *("sodium", "salt", "phosphorus", "boron", "silica", "fluoride", "omega-3", "omega-3s", "omega 3"),
    *("EPA", "DHA", "fish oil", "cod liver oil", "turmeric", "curcumin", "curcuminoids", "piperine"),
    *("black pepper", "ginger", "garlic", "glucosamine", "chondroitin", "MSM", "boswellia", "collagen"),
    *("hyaluronic acid", "protein", "fibre", "fiber", "sugar", "sugars", "fat", "caffeine", "alcohol"),
    *("creatine", "melatonin", "ashwagandha", "CoQ10", "coenzyme Q10", "quercetin", "resveratrol"),
    *("glycine", "lysine", "tryptophan", "theanine", "L-theanine", "probiotics", "warfarin", "aspirin"),
)

# What a mineral or a vitamin is bound to in a supplement. The amount of such a salt is not that of its element.
_SALTS = (
    "aspartate|carbonate|citrate|malate|citrate malate|gluconate|glycinate|bisglycinate|diglycinate|oxide|chloride"
    "|lactate|phosphate|sulphate|sulfate|picolinate|acetate|threonate|taurate|orotate|pidolate|ascorbate"
    "|hydroxide|monomethionine|hydroxyapatite|methionine"
)
_DIGITS = {"0": "[0₀]", "1": "[1₁]", "2": "[2₂]", "3": "[3₃]", "4": "[4₄]", "7": "[7₇]"}


@dataclass(frozen=True, slots=True)
class Named:
    """A substance a text names at `start` to `end`.

    `nutrient` is its key in `nutrients.NUTRIENTS`, or None for another substance. `salt` holds its words where it is
    a salt: "calcium L-aspartate".
    """

    nutrient: str | None
    start: int
    end: int
    salt: str = ""


def named_in(text: str) -> tuple[Named, ...]:
    """Return every substance a text names, in order."""
    return tuple(_named(match) for match in _NAME.finditer(text))


def nutrients_in(text: str) -> frozenset[str]:
    """Return the nutrients a text names, without the other substances."""
    return frozenset(named.nutrient for named in named_in(text) if named.nutrient)


def _named(match: re.Match[str]) -> Named:
    nutrient = _BY_NAME.get(_key(match["name"]))
    salt = match[0] if match["salt"] and nutrient else ""
    return Named(nutrient, match.start(), match.end(), salt)


def _key(name: str) -> str:
    subscripts = str.maketrans("₀₁₂₃₄₇", "012347")
    return " ".join(name.casefold().translate(subscripts).replace("vitamins ", "vitamin ").split())


def _pattern(name: str) -> str:
    letters = (_DIGITS.get(letter, re.escape(letter)) for letter in name)
    return "".join(letters).replace(r"\ ", r"[\s\u00a0]").replace("vitamin", "vitamins?")


_BY_NAME = {name.casefold(): nutrient for nutrient, names in NUTRIENTS.items() for name in names}
_NAMES = sorted([*(name for names in NUTRIENTS.values() for name in names), *OTHER_SUBSTANCES], key=len)
_NAME = re.compile(
    rf"(?<![\w-])(?P<name>{'|'.join(map(_pattern, reversed(_NAMES)))}|vitamins?[\s\u00a0]B[\d₁₂₃₆₉]{{0,2}})"
    rf"(?P<salt>[\s\u00a0](?:L-|D-)?(?:{_SALTS}))?(?!\w)",
    re.IGNORECASE,
)
