"""Which texts are Markdown: those with front matter, and those with several marks plain text has none of."""

import re

from qnwellness.content.files import without_mark

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n(?:.{0,2000}\n){0,200}?(?:\1|\.\.\.)[ \t]*(?:\n|$)")
_KEY = re.compile(r"^[\"']?[A-Za-z_][\w -]{0,40}[\"']?[ \t]*[:=]", re.MULTILINE)
# Each of these alone may stand in any text; a line that begins with "#" may be a hashtag or a number.
_MARKS = (
    re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\((?:https?:|/|#|\.|mailto:)[^)\s]{0,500}"),
    re.compile(r"!\[[^\]\n]{0,300}\][(\[]"),
    re.compile(r"^ {0,3}\|?(?: {0,5}:?-{2,40}:? {0,5}\|){1,40} {0,5}(?::?-{2,40}:?)? {0,5}$", re.MULTILINE),
    re.compile(r"^\[\^[^\]\s]{1,60}\]:", re.MULTILINE),
    re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]: {1,5}<?(?:https?:|/|#|data:)", re.MULTILINE),
    re.compile(r"^\S[^\n]{0,150}\n(?:={3,100}|-{3,100})[ \t]{0,5}\n", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\*\*[^\s*][^*\n]{0,200}\*\*"),
    re.compile(r"^> \S", re.MULTILINE),
)
_HEADING = _MARKS[0]
# What another format begins with.
_ELSE = ("<!doctype", "<html", "<?xml", "{", "<head", "<body")


def recognises(head: bytes) -> bool:
    """Whether a file begins like Markdown."""
    text = _text(head)
    if text.startswith(("---", "+++")) and front_matter(text)[0]:
        return True
    if text.casefold().startswith(_ELSE):
        return False
    return sum(mark.search(text) is not None for mark in _MARKS) > 1 or _has_headings(text)


def front_matter(text: str) -> tuple[str, str]:
    """The block of keys at the beginning of a text, empty if there is none, and the rest."""
    found = _FRONT.match(text)
    if found is None:
        return "", text
    block = found[0].strip()[3:].rstrip("-+.")
    # A rule at the beginning and another one somewhere below are no block.
    return (block, text[found.end() :]) if _KEY.search(block) else ("", text)


def _has_headings(text: str) -> bool:
    return len(_HEADING.findall(text)) > 1


def _text(head: bytes) -> str:
    mark, body = without_mark(head)
    text = body.decode(mark or "utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")
    return text.lstrip("\ufeff\n")
