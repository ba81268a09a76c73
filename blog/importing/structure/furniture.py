"""Page furniture at the edges of a copied text: links back, share and print lines, comments, navigation, bylines, and
lists of other articles under the last words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from blog.importing.document import (
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    SetAside,
    plain_text,
)
from blog.importing.structure.byline import is_known_byline
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key

_LINKS_BACK = re.compile(
    r"(?:back|return) to (?:the |all |our )?(?:blog|blogs|articles?|posts?|news|journal|home|homepage|index|shop|top)"
)
_CLOSING = (
    (re.compile(r"(?:back|return) to \w+(?: \w+){0,3}"), "a link back"),
    (
        re.compile(
            r"share(?: \w+){0,4}|tweet|facebook|twitter|x|pinterest|linkedin|whatsapp|email|copy link"
        ),
        "a share link",
    ),
    (re.compile(r"print(?: \w+){0,3}"), "a print link"),
    (
        re.compile(r"(?:previous|next|older|newer)(?: (?:article|post|page|story|entry))?s?"),
        "a link to another page",
    ),
    (
        re.compile(r"(?:leave|post|write|add) a (?:comment|reply)|(?:\d+ |no )?comments?"),
        "a line about comments",
    ),
)
_LINKS_UP = re.compile(r"(?:back|return) to (?:the )?(?:top|contents|table of contents)(?: of page)?")
_NEIGHBOUR = re.compile(r"(?:previous|next|older|newer)(?: (?:article|post|story))?\s?[:«»←→]", re.IGNORECASE)
_DIVIDER = re.compile(r"[-–—=_*#~·•.\s]{3,}")
_OPENING = re.compile(r"skip to (?:main )?content|menu|search|log in|sign in|cart|home|toggle navigation")
_OTHERS = re.compile(
    r"(?:related|recommended|similar|more|recent|latest|other|popular|featured)(?: \w+){0,2}"
    r" (?:articles?|posts?|reading|stories|reads|blogs?|guides?)"
    r"|(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|read (?:next|more|also)|keep reading|up next"
    r"|further reading on (?:the|our) blog|more (?:like this|from (?:the|our) (?:blog|journal)))"
    r"|(?:related|recommended)(?: (?:articles?|posts?|reading|stories|reads|blogs?|guides?))?"
)
_LONGEST, _LONGEST_HTML = 60, 400
_OPENING_LINES, _OTHERS_LINES, _OTHERS_TEXT = 6, 40, 160


def rule(draft: Draft) -> Draft:
    """Set aside the furniture before the title and after the last words; anywhere, links to the top and dividers."""
    items, aside = list(draft.items), list(draft.set_aside)
    first = 0
    while first < len(items) - 1 and (reason := _opening_reason(items[first])):
        aside += _aside(items[first], reason)
        first += 1
    last = len(items)
    closing: list[SetAside] = []
    while last > first + 1:
        start, reason = _closing(items, first, last)
        if not reason:
            break
        closing = [part for item in items[start:last] for part in _aside(item, reason)] + closing
        last = start
    bylines = set(_bylines(draft, first, last))
    kept: list[Item] = []
    for index, item in enumerate(items[first:last], first):
        reason = "a byline" if index in bylines else _reason_anywhere(item)
        if reason:
            aside += _aside(item, reason)
        else:
            kept.append(item)
    return replace(draft, items=tuple(kept), set_aside=(*aside, *closing))


def _closing(items: Sequence[Item], first: int, last: int) -> tuple[int, str]:
    """Where the furniture that ends at `last` begins, and what it is; no reason if there is none."""
    if reason := _closing_reason(items[last - 1]):
        return last - 1, reason
    at = last - 1
    while at > first + 1 and last - at < _OTHERS_LINES and _could_lead_elsewhere(items[at]):
        if _OTHERS.fullmatch(_wording(items[at])):
            return at, "a list of other articles"
        at -= 1
    heads = at > first and isinstance(items[at], HeadingElement) and _OTHERS.fullmatch(_wording(items[at]))
    return (at, "a list of other articles") if heads and at < last - 1 else (last, "")


def _could_lead_elsewhere(item: Item) -> bool:
    """Whether an item could be in a list of other articles: a link, a picture, a title, a few words under it."""
    match item:
        case Paragraph():
            return "<a href=" in item.html or len(item.text) <= _OTHERS_TEXT
        case ListElement():
            return all("<a href=" in entry for entry in item.items)
        case HeadingElement():
            return not _OTHERS.fullmatch(_wording(item)) and item.level > 2
        case _:
            return isinstance(item, PictureElement)


def _bylines(draft: Draft, first: int, last: int) -> Iterator[int]:
    """The lines under the title that say what is known of the article anyway."""
    for index in range(first, min(last, first + _OPENING_LINES)):
        item = draft.items[index]
        if isinstance(item, Paragraph) and len(item.html) <= _LONGEST_HTML:
            if is_known_byline(item.text, draft.article):
                yield index
            elif Line(item).is_prose:
                return


def _reason_anywhere(item: Item) -> str:
    if not isinstance(item, Paragraph):
        return ""
    if _LINKS_UP.fullmatch(_wording(item)):
        return "a link back"
    return "a dividing line" if _DIVIDER.fullmatch(item.html) else ""


def _opening_reason(item: Item) -> str:
    wording = _wording(item)
    if _LINKS_BACK.fullmatch(wording):
        return "a link back"
    return "navigation" if _OPENING.fullmatch(wording) else ""


def _closing_reason(item: Item) -> str:
    if isinstance(item, ListElement):
        reasons = [_closing_reason(Paragraph(entry)) for entry in item.items[:20]]
        return reasons[0] if all(reasons) and len(item.items) <= 20 else ""
    wording = _wording(item)
    if (
        not wording
        or not isinstance(item, Paragraph | HeadingElement)
        or item.text.endswith((".", ",", ";", ":"))
    ):
        return ""
    if _NEIGHBOUR.match(item.text):
        return "a link to another page"
    return next((reason for pattern, reason in _CLOSING if pattern.fullmatch(wording)), "")


def _wording(item: Item) -> str:
    if isinstance(item, HeadingElement):
        return key(item.text) if len(item.text) <= _LONGEST else ""
    if not isinstance(item, Paragraph) or len(item.html) > _LONGEST_HTML:
        return ""
    text = item.text
    return key(text) if len(text) <= _LONGEST else ""


def _aside(item: Item, reason: str) -> list[SetAside]:
    match item:
        case ListElement():
            text = " ".join(map(plain_text, item.items))
        case PictureElement():
            text = " ".join(part for part in (item.alt or item.name, item.caption) if part)
        case _:
            text = str(getattr(item, "text", ""))
    return [SetAside(line=item.line, text=text, reason=reason)]
