"""Whether a text says that a doctor is to be asked or to watch over. For English.

A doctor who only recommends something is none: "Doctors often recommend 10,000 IU" claims more, and is watched by none.
"""

import re

_WHO = (
    r"(?:doctors?|physicians?|GPs?|health-?\s?care\s(?:provider|professional|practitioner|team)s?|pharmacists?"
    r"|dietiti?ans?|clinicians?|specialists?)\b"
)
_ONES_OWN = rf"(?:your|their|his|her)\s(?:own\s|family\s)?{_WHO}"
_SOMEBODY = rf"(?:(?:an?|the|your|their|his|her)\s(?:own\s|family\s|qualified\s)?){_WHO}"

_SUPERVISED = re.compile(
    r"\bmedical(?:ly)?\s(?:supervis\w+|advice|guidance|care|monitoring)\b"
    rf"|\b(?:supervision|guidance|care|direction|advice)\sof\s(?:{_SOMEBODY}|{_WHO})"
    rf"|\b{_WHO}[’']?s?[’']?\s(?:supervision|guidance|care|direction|advice|approval)\b"
    rf"|\b(?:ask\w*|consult\w*|(?:speak|talk)\w*\s(?:to|with)|check\w*\swith|discuss\w*(?:\s\w+)?\swith)"
    rf"\s(?:first\s(?:to|with)\s)?(?:{_SOMEBODY}|{_WHO})"
    rf"|\b(?:under|see|with|let|tell)\s{_SOMEBODY}"
    rf"|\b(?:unless|until|if|when|after)\s(?:\w+\s){{0,2}}{_SOMEBODY}"
    rf"|\bas\s(?:\w+\sby\s)?{_ONES_OWN}"
    rf"|\b(?:prescribed|supervised|monitored|directed)\sby\s(?:{_SOMEBODY}|{_WHO})"
    r"|\b(?:on|by|without\sa|with\sa)\sprescription\b|\b(?:unless|if|when|where|as|only)\sprescribed\b",
    re.IGNORECASE,
)


def is_supervised(text: str) -> bool:
    """Tell whether a text asks for a doctor, a pharmacist or somebody like them."""
    return _SUPERVISED.search(text) is not None
