"""What a figure is about, as far as its words tell: whether two of them can speak of the same thing. For English."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .stems import stems

# What a figure holds for. Two figures that hold for different things do not contradict each other.
_CONDITIONS = {
    "women": r"\b(?:wom[ae]n|females?)\b",
    "men": r"(?<![-\w])(?:m[ae]n|males?)\b",
    "children": r"\b(?:child(?:ren)?|infants?|bab(?:y|ies)|toddlers?|teen(?:ager)?s?|adolescents?|kids|boys|girls)\b",
    "pregnancy": r"\b(?:pregnan\w+|breast-?feeding|lactat\w+|nursing)\b",
    "older": r"\b(?:older|elderly|seniors?|menopaus\w+|post-?menopaus\w+"
    r"|(?:over|above|from|after)\s(?:the\sage\sof\s|age\s)?[5-9]\d(?!\s?%|,?\d)|[5-9]\d\s?\+|[5-9]\d\sand\s(?:over|older))",
    "limit": r"\b(?:upper|limits?|maxim\w+|ceilings?|tolerable|UL|never\sexceed|toxic\w*|overdos\w+)\b",
    "allowance": r"\b(?:RDA|RDI|NRV|DV|allowances?|reference|adequate\sintake|recommended\s(?:daily|dietary|intake))\b",
    "authority": r"\b(?:EFSA|NIH|IOM|Institute\sof\sMedicine|European?|American|WHO|HSA|FDA|NHS)\b",
    "content": r"\b(?:provid\w+|contain\w*|holds?|holding|brings?|deliver\w*|portion|serving|capsules?|tablets?"
    r"|softgels?|cups?|glass|bottle|label|ounces?|teaspoons?|tablespoons?|slices?|per\s100)\b",
    "study": r"\b(?:trials?|stud(?:y|ies)|participants?|volunteers?|placebo|researchers?)\b",
    "rest": r"\b(?:half|store[ds]?|resides?|reserve)\b",
    "week": r"\b(?:week(?:ly|s)?|month(?:ly|s)?|fortnight\w*)\b",
}
_CONDITION = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _CONDITIONS.items()}
_LACK = re.compile(
    r"\b(?:without|defici\w+|insufficien\w+|inadequate|lack\w*|too little"
    r"|low(?:er)?\s(?:levels?|vitamin|status|intake))\b",
    re.IGNORECASE,
)
_ENOUGH = re.compile(
    r"\b(?:enough|sufficient|adequate|replete|optimal|good\s(?:levels?|status))\b", re.IGNORECASE
)
_DAILY = re.compile(
    r"\b(?:daily|(?:a|per|each|every|one)[\s\u00a0](?:day|night|morning|evening)|once a day|intakes?)\b|/\s?d(?:ay)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text is about.

    `words` are the stems of its content words, `conditions` name what it holds for. `status` is "lack" or "enough"
    where it says that there is too little or enough of something; `is_daily` where it speaks of a day's amount.
    """

    words: frozenset[str]
    conditions: frozenset[str]
    status: str = ""
    is_daily: bool = False

    def fits(self, other: "Topic") -> bool:
        """Tell whether both hold for the same. Enough of something is what is meant where nothing is said of it."""
        return self.conditions == other.conditions and (self.status == "lack") == (other.status == "lack")

    def shared(self, other: "Topic") -> frozenset[str]:
        """Return the stems both have."""
        return self.words & other.words


@lru_cache(maxsize=4096)
def topic_of(clause: str, sentence: str = "") -> Topic:
    """Return what a clause is about. Its sentence, where given, lends it words, but not what it holds for."""
    conditions = frozenset(name for name, pattern in _CONDITION.items() if pattern.search(clause))
    status = "lack" if _LACK.search(clause) else "enough" if _ENOUGH.search(clause) else ""
    is_daily = _DAILY.search(sentence or clause) is not None
    return Topic(stems(f"{clause} {sentence}"), conditions, status, is_daily)
