"""Where a sentence turns to something else: what stands before says nothing of the figures behind. For English."""

import re

# These turn whatever stands around them.
_TURN = re.compile(
    r";\s|\s[–—]\s|,\swith\s|\s(?:vs\.?|versus|while|whereas|but|although)\s"
    r"|(?:\bas\s)?\b(?:compared|opposed)\s(?:to|with)\s|\s(?:against|instead\sof|rather\sthan)\s",
    re.IGNORECASE,
)
# A clause is not longer than this on either side of its figure: so that a row of a thousand figures is read once.
_REACH = 300
# These only part two figures from each other.
_PAUSE = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", re.IGNORECASE)


def clause_around(sentence: str, figure: tuple[int, int], after: int, before: int) -> tuple[int, int]:
    """Return where the clause of a figure begins and ends.

    `figure` is where the figure stands, `after` where the figure before it ends (0 without one) and `before` where
    the next one begins (the length of the sentence without one).
    """
    start, end = figure
    begin, finish = max(0, start - _REACH), min(len(sentence), end + _REACH)
    after, before = max(after, begin), min(before, finish)
    for turn in _TURN.finditer(sentence, begin, finish):
        if turn.end() <= start:
            begin = max(begin, turn.end())
        elif turn.start() >= end:
            finish = min(finish, turn.start())
    if after > max(0, start - _REACH):
        begin = max([begin, *(pause.end() for pause in _PAUSE.finditer(sentence, after, start))][:2])
    if before < min(len(sentence), end + _REACH):
        pauses = [pause.start() for pause in _PAUSE.finditer(sentence, end, before)]
        finish = min([finish, *pauses[-1:]])
    return begin, finish
