"""The words of a text as they are looked for: one rule for what is indexed, asked for and marked. Pure.

Search engines of databases differ in how they fold accents, treat plurals and split scripts without spaces. They
are given words that are settled already, so that they agree.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Beyond this many a question is no question; each costs the database a lookup.
MOST_ASKED = 16

# Scripts written without spaces: kana, Han, Thai, Lao, Burmese, Khmer. They are read two signs at a time.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Vowel signs and accents belong to their letters, although they are no letters themselves.
_SIGNS = "".join(
    re.escape(chr(code)) for code in range(0x300, 0x10000) if unicodedata.category(chr(code))[0] == "M"
)
_LETTER = rf"(?![{_UNSPACED}])[^\W_]"
_WORD = re.compile(rf"[{_UNSPACED}]+|{_LETTER}(?:{_LETTER}|[{_SIGNS}]|['’](?=[^\W\d_]))*")
_ONLY_UNSPACED = re.compile(f"[{_UNSPACED}]+")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTERS = re.compile("[^\\W_]")

# English words that stand in nearly every text. Another language's are only looked for in vain.
_COMMON = """
a about an and are as at be by can do does for from has have how i in is it its me my of on or our that the their
these they this to was we what when which who why will with you your
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands in a text, as it is looked for."""

    start: int
    end: int
    term: str


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; a text without spaces between words as pairs of signs."""
    for match in _WORD.finditer(text):
        start, found = match.start(), match.group()
        if _ONLY_UNSPACED.fullmatch(found):
            for offset in range(max(1, len(found) - 1)):
                pair = found[offset : offset + 2]
                yield Word(start + offset, start + offset + len(pair), _fold(pair))
        elif term := _stem(_fold(found)):
            yield Word(start, match.end(), term)


def terms(text: str) -> list[str]:
    """Return the words of a text as they are looked for, in order."""
    return [word.term for word in words_in(text)]


def indexed(texts: Iterable[str]) -> str:
    """Return what a search engine stores of some texts: their words, and single signs of unspaced scripts."""
    found: list[str] = []
    for text in texts:
        found += terms(text)
        found += [_fold(sign) for run in _ONLY_UNSPACED.findall(text) if len(run) > 1 for sign in run]
    return " ".join(term for term in found if _LETTERS.search(term))


def asked(question: str) -> list[str]:
    """Return the words of a question, each once, without those that stand in every text unless it has no others."""
    found = list(dict.fromkeys(terms(question)))
    telling = [term for term in found if term not in _COMMON_TERMS]
    return (telling or found)[:MOST_ASKED]


def folded(text: str) -> str:
    """Return the words of a text as one string, to compare whole names by."""
    return " ".join(terms(text))


def _fold(word: str) -> str:
    plain = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", word)).casefold()
    return unicodedata.normalize("NFC", plain.replace("'", "").replace("’", ""))


def _stem(term: str) -> str:
    """Take an English plural back to its singular.

    Harman, "How effective is suffixing?", Journal of the American Society for Information Science 42 (1991): the
    S stemmer, the mildest one.
    """
    if len(term) < 4 or not term.isascii() or not term.endswith("s"):
        return term
    if term.endswith("ies") and not term.endswith(("eies", "aies")):
        return f"{term[:-3]}y"
    return term if term.endswith(("us", "ss")) else term[:-1]


_COMMON_TERMS = frozenset(map(_stem, _COMMON.split()))
