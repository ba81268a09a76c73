"""The words of an inline HTML fragment."""

import html as entities
import re

# A tag never contains another "<", which keeps the search linear on text made of them.
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\b[^<>]*>|</(?:p|li)>")


def plain_text(html: str) -> str:
    """The words of an inline HTML fragment, without tags and with white space normalised; a break parts words."""
    return " ".join(entities.unescape(_TAG.sub("", _BREAK.sub(" ", html))).split())
