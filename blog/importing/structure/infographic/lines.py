"""The wording an infographic's panels share: labels, calls, logos. The only place where words count."""

import re

from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key

_LABEL = re.compile(r"(?P<label>[^:–—]{2,40}?)\s?(?::\s|\s[–—-]\s)(?P<rest>\S.*)")
_NAMES_SOURCES = re.compile(
    r"\b(?:sources?|found in|in (?:your )?foods?|from foods?|foods|where to (?:find|get) \w+)\b"
)
_BENEFITS = re.compile(r"\b(?:benefits?|advantages?|pros|rewards?)\b")
_SYNERGY = re.compile(
    r"\b(?:together|synerg\w*|partners?|partnership|combined|combining|combination|team|teamwork|duo|pair|pairing)\b"
)
_DOSAGE = re.compile(
    r"\b(?:dos\w+|how much|intakes?|daily|amounts?|guidelines?|recommended|per day|needs?)\b"
)
# Names of lists, not their contents: "Don'ts", "What to avoid", "Avoid these".
_DO = re.compile(
    r"(?:the )?(?:do|dos|do's|always|yes|(?:what|foods?|things) to (?:do|eat|choose|enjoy))(?: this| these)?"
)
_AVOID = re.compile(
    r"(?:the )?(?:don'?t'?s?|do not|never|avoid"
    r"|(?:what|foods?|things) (?:not to (?:do|eat)|to (?:avoid|limit|skip)))(?: do)?(?: this| these)?"
)
_CALLS = re.compile(
    r"(?:learn|shop|discover|explore|buy|find|see|view|read|order|get|try|visit|start|browse|join|book|meet|go|check"
    r"|download|compare|choose|take|add|subscribe|contact|ask|more)\b"
)
_STRONG_CALLS = re.compile(
    r"(?:learn (?:more|about)|read more|find out|see (?:the|our|all|how|what)|view|shop|buy|order|discover|explore"
    r"|browse|visit|more (?:about|on)|try it)\b"
)
_LOGO = re.compile(
    r"(?:[\w&'’.™®-]+ ){1,5}(?:logo|logotype)(?: image)?|logo(?: of)?(?: [\w&'’.™®-]+){1,5}", re.IGNORECASE
)


def sources_of(text: str) -> tuple[str, str] | None:
    """Label and rest of a line such as "Sources: ...", or None."""
    match = _LABEL.match(text)
    if match and _NAMES_SOURCES.search(key(match["label"])):
        return match["label"], match["rest"]
    return None


def label_of(text: str) -> tuple[str, str] | None:
    """Label and rest of any "Label: rest", or None."""
    match = _LABEL.match(text)
    return (match["label"], match["rest"]) if match else None


def speaks_of_benefits(text: str) -> bool:
    return _BENEFITS.search(key(text)) is not None


def speaks_of_synergy(text: str) -> bool:
    return _SYNERGY.search(key(text)) is not None


def speaks_of_dosage(text: str) -> bool:
    return _DOSAGE.search(key(text)) is not None


def names_what_to_do(text: str) -> bool:
    """Whether a text is the name of a list of what to do."""
    return _DO.fullmatch(key(text)) is not None


def names_what_to_avoid(text: str) -> bool:
    """Whether a text is the name of a list of what to leave."""
    return _AVOID.fullmatch(key(text)) is not None


def calls(line: Line) -> bool:
    """Whether a line asks to do something, as the label of a link does."""
    return _CALLS.match(key(line.text)) is not None or line.text.endswith(("→", "»", "›", ">"))


def calls_clearly(line: Line) -> bool:
    return _STRONG_CALLS.match(key(line.text)) is not None or line.text.endswith(("→", "»", "›", ">"))


def is_logo(line: Line) -> bool:
    """Whether a line is what stands in for a logo's picture in a copied text."""
    return line.is_words and line.words <= 6 and _LOGO.fullmatch(line.text) is not None
