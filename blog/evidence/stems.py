"""The content words of a text, cut so that different forms of a word are one. For English."""

import re

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Letters of a word that are compared: enough to tell words apart, few enough to see "absorb" in "absorption".
_STEM = 5

_LITTLE = """
    a about above adequate adult adults after all also although amount amounts an and any approximately are
    around as at be because been being benefit benefits between bodies body both but by can capsule capsules
    case cases come comes common commonly could daily day days did do does dosage dose doses each either enough
    even every few figure figures find for form found from general generally get gets give given has have having
    health healthy help helps her his how however if in include including into is it its itself just keep kind
    known less level levels like likely made main make makes many may mcg mean means mg might more most much
    must need needed needs new no normal not of often on once one only or other others our over part people per
    percent person point portion portions preferred range ranges rather recommend recommended result results
    roughly same say says see serving servings several she should show shown shows similar since so some still
    such sufficient supplement supplemental supplementation supplements support supports tablet tablets take
    taken takes taking than that the their them then there these they this those through to too twice two
    typical typically under until up upon us use used using usual usually value values very via vitamin vitamins
    was way we well were what when where whether which while who whole whose will with within without would year
    years you your
"""
_SAYS_NOTHING = frozenset(_LITTLE.split())

# Different words for one thing.
_SAME = {
    **dict.fromkeys(("absor", "uptak", "bioav", "assim"), "absorb"),
    **dict.fromkeys(("intes", "gut", "guts", "bowel"), "gut"),
    **dict.fromkeys(("diet", "dieta", "food", "foods", "meal", "meals", "eat", "eaten"), "diet"),
    **dict.fromkeys(("bone", "bones", "skele"), "bone"),
    **dict.fromkeys(("densi", "bmd"), "density"),
    **dict.fromkeys(("risk", "risks"), "risk"),
    **dict.fromkeys(("fract",), "fracture"),
    **dict.fromkeys(("woman", "women", "femal"), "women"),
    **dict.fromkeys(("man", "men", "male", "males"), "men"),
    **dict.fromkeys(("defic", "insuf", "lack", "lacki", "lacks"), "lack"),
}
_TAKEN_UP = re.compile(r"\b(?:takes?|taking|taken|took)\sup\b|\bup(?=take\b)", re.IGNORECASE)


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    words = (word.casefold() for word in _WORD.findall(_TAKEN_UP.sub("absorb", text)))
    return frozenset(_stem(word) for word in words if len(word) > 2 and word not in _SAYS_NOTHING)


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return _SAME.get(word[:_STEM], word[:_STEM])
