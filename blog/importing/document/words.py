"""The words of an inline HTML fragment."""

import html as entities
import re

# A tag never contains another "<", which keeps the search linear on text made of them.
_TAG = re.compile(r"<[^<>]*>")


def plain_text(html: str) -> str:
    """The words of an inline HTML fragment, without tags and with white space normalised."""
    return " ".join(entities.unescape(_TAG.sub("", html)).split())
