"""Names of authors: people as "Family, Given", organisations as they are called."""

# Words a person's name does not hold, so that a comma beside them is part of an organisation's name.
_OF_ORGANISATIONS = {"of", "and", "for", "on", "the", "in", "&"}
_SUFFIXES = {"Jr", "Sr", "2nd", "3rd", "II", "III", "IV"}
_LONGEST_INITIALS = 5


def parts(name: str) -> tuple[str, str] | None:
    """Return (family name, given names) of a person, or None for an organisation."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma or not family or not given or _OF_ORGANISATIONS & set(name.replace(",", " ").split()):
        return None
    return family, given


def is_in_medical_form(name: str) -> bool:
    """Tell whether this is a person as medical journals write it: "Knapen MH", "Smith JA Jr"."""
    *family, initials = _without_suffix(name.split())[0] or [""]
    letters = initials.replace("-", "")
    return bool(family) and letters.isalpha() and letters.isupper() and len(letters) <= _LONGEST_INITIALS


def from_medical_form(name: str) -> str:
    """Return "Knapen, M. H." for "Knapen MH"; other names as they are."""
    if not is_in_medical_form(name):
        return name.strip()
    (*family, initials), suffix = _without_suffix(name.split())
    given = " ".join(f"{letter}." for letter in initials if letter != "-")
    return f"{' '.join(family)}, {' '.join([given, *suffix])}"


def from_first_name_first(name: str) -> str:
    """Return "Family, Given" for "Given Family"; a small word before the family name belongs to it."""
    words = name.split()
    if "," in name or len(words) < 2:
        return " ".join(words)
    start = len(words) - 1
    while start > 1 and words[start - 1][0].islower():
        start -= 1
    return f"{' '.join(words[start:])}, {' '.join(words[:start])}"


def _without_suffix(words: list[str]) -> tuple[list[str], list[str]]:
    """Return a name's words without "Jr" and the like, and that word."""
    if len(words) > 2 and words[-1].rstrip(".") in _SUFFIXES:
        return words[:-1], [words[-1].rstrip(".")]
    return words, []
