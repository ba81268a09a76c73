"""How many times a day somebody takes an amount: "twice daily", "two capsules of 2,500 IU each". For English.

An amount that is only parted over the day ("5,000 IU in two doses") is the day's own. It would rather miss one than
multiply what is a day's amount already.
"""

import re

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|[1-9])"
# Of "one or two" the higher counts, as the higher end of a range does.
_COUNT = rf"(?<![\w.,])(?:{_NUMBER}\s?(?:to|or|-|–)\s?)?(?P<count>{_NUMBER})"
_DAY = r"(?:daily|nightly|(?:a|per|each|every|in\sa)\sday)\b"
_FORM = r"(?:capsule|tablet|softgel|pill|gumm(?:y|ie)|drop|spray|scoop|sachet|serving|dose|portion)s?\b"
_PLACE = r"(?:(?:in\sthe|every|each|at|with)\s)?"

# The first of these behind an amount says how often it is taken.
_OFTEN = re.compile(
    rf"(?P<twice>\btwice\s{_DAY})|(?P<thrice>\bthrice\s{_DAY})|{_COUNT}\s?(?:times|[x×])\s{_DAY}"
    r"|\b(?:every|each)\s(?P<hours>4|6|8|12|four|six|eight|twelve)\shours\b"
    rf"|\b(?P<both>{_PLACE}(?:morning|breakfast)\sand\s{_PLACE}(?:evening|night|dinner|supper|bedtime)\b)"
    r"|\b(?P<meals>(?:with|at|before|after)\s(?:every|each)\smeal\b)"
    rf"|\b(?P<once>(?:once\s)?{_DAY})",
    re.IGNORECASE,
)
_IN_HOURS = {"4": 6, "four": 6, "6": 4, "six": 4, "8": 3, "eight": 3, "12": 2, "twelve": 2}
_IN_WORDS = {"twice": 2, "thrice": 3, "both": 2, "meals": 3, "once": 1}
# Said before an amount it has to open the sentence: in "who eat fish twice a day" it is said of something else.
_OPENS = re.compile(r"[\s\W]*(?:taken?\s)?", re.IGNORECASE)

_PIECES_OF = re.compile(
    rf"{_COUNT}\s(?:[\w-]+\s){{0,2}}{_FORM}(?:\s{_DAY})?,?\s\(?(?:of|each(?:\s(?:of|with|providing|containing|holding))?)\s$"
    rf"|{_COUNT.replace('count', 'crossed')}\s?[x×]\s$",
    re.IGNORECASE,
)
_PIECES = re.compile(rf"{_COUNT}\s(?:[\w-]+\s){{0,2}}{_FORM}", re.IGNORECASE)
_BARE_COUNT = re.compile(rf"{_COUNT}\s$", re.IGNORECASE)
_FORM_FOLLOWS = re.compile(rf"[\s-](?:(?:vitamin\s)?[\w-]+\s)?{_FORM}", re.IGNORECASE)
_EACH = re.compile(rf"\s?(?:each\b(?!\sday)|apiece\b|(?:per|/|in\seach)\s?{_FORM})", re.IGNORECASE)
_PARTED = re.compile(
    r"\b(?:divided|split|spread|in\stotal|in\sall|altogether|total)\b"
    rf"|\b(?:in|as|over|into)\s{_NUMBER}\s(?:\w+\s)?(?:dos|portion|serving|capsule|tablet|softgel|part)",
    re.IGNORECASE,
)
_TURN = re.compile(r";\s|\s[–—]\s|\s(?:while|whereas|but|although)\s", re.IGNORECASE)
# How far around an amount is read.
_ROOM = 120


def times_a_day(sentence: str, figure: tuple[int, int], *, after: int, before: int, beside: str = "") -> int:
    """Return how many times a day an amount is taken, 1 where that is not said.

    `figure` is where it stands in its sentence, `after` where the amount before it ends (0 without one) and `before`
    where the next of the same begins (the length of the sentence without one). `beside` is what else its row says.
    """
    start, end = figure
    lead = sentence[max(after, start - _ROOM) : start]
    rest = _TURN.split(sentence[end : min(before, end + _ROOM)])[0]
    if _PARTED.search(rest) or _PARTED.search(lead):
        return 1
    often = _often(rest)
    if often is None and not after:
        often = _opening(sentence[:start])
    if often is None and beside and not _PARTED.search(beside):
        often = _often(beside)
    return (often or 1) * _pieces(lead, rest)


def _often(text: str) -> int | None:
    match = _OFTEN.search(text)
    return _count(match) if match else None


def _opening(before: str) -> int | None:
    opening = _OPENS.match(before)
    match = _OFTEN.match(before, opening.end() if opening else 0)
    return _count(match) if match else None


def _pieces(lead: str, rest: str) -> int:
    """Return how many capsules of an amount are spoken of: "two capsules of", "two 500 mg capsules", "500 mg each"."""
    match = _PIECES_OF.search(lead)
    if match is None and _FORM_FOLLOWS.match(rest):
        match = _BARE_COUNT.search(lead)
    if match is None and _EACH.match(rest):
        match = _PIECES.search(lead) or _PIECES.search(rest)
    return _count(match) if match else 1


def _count(match: re.Match[str]) -> int:
    said = {name: words for name, words in match.groupdict().items() if words}
    if "hours" in said:
        return _IN_HOURS[said["hours"].casefold()]
    for name in ("count", "crossed"):
        if name in said:
            return _NUMBERS.get(said[name].casefold()) or int(said[name])
    return next((_IN_WORDS[name] for name in said if name in _IN_WORDS), 1)
