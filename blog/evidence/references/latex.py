"""The LaTeX that stands in BibTeX values, as plain text."""

import re
import unicodedata

# An accent's command and the combining character it stands for.
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "c": "\u0327",
    "k": "\u0328",
    "d": "\u0323",
}
_LETTERS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "i",
    "j": "j",
    "textendash": "–",
    "textemdash": "—",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "mu": "µ",
    "omega": "ω",
    "texttrademark": "™",
    "textregistered": "®",
}
_ACCENTED = re.compile(
    r"""\\([`'^~="."])\s*\{?\s*\\?([^\W\d_])\}?"""
    r"""|\\([uvHckdr])(?:\s*\{\\?([^\W\d_])\}|\s+([^\W\d_]))"""
)
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*|\\(.)", re.DOTALL)


def plain(value: str) -> str:
    """Return a BibTeX value as text: accents and signs resolved, braces and unknown commands dropped."""
    text = _COMMAND.sub(_sign, _ACCENTED.sub(_accented, value))
    text = re.sub(r"[{}$]", "", text).replace("~", " ")
    return unicodedata.normalize("NFC", text.replace("---", "—").replace("--", "–"))


def _accented(match: "re.Match[str]") -> str:
    accent, letter = match[1] or match[3], match[2] or match[4] or match[5]
    return letter + _ACCENTS[accent]


def _sign(match: "re.Match[str]") -> str:
    word, sign = match.groups()
    return _LETTERS.get(word, "") if word else ("" if sign in "()[]" else sign)
