"""Page furniture at the edges of a copied text: links back, share and print lines, comments, navigation."""

import re
from dataclasses import replace

from blog.importing.document import ListElement, Paragraph, SetAside, plain_text
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
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
_LONGEST = 60


def rule(draft: Draft) -> Draft:
    """Set aside the furniture before the title and after the last words; anywhere, links to the top and dividers."""
    items, aside = list(draft.items), list(draft.set_aside)
    first = 0
    while first < len(items) - 1 and (reason := _opening_reason(items[first])):
        aside.append(_aside(items[first], reason))
        first += 1
    last = len(items)
    closing: list[SetAside] = []
    while last > first + 1 and (reason := _closing_reason(items[last - 1])):
        last -= 1
        closing.append(_aside(items[last], reason))
    kept: list[Item] = []
    for item in items[first:last]:
        reason = _reason_anywhere(item)
        if reason:
            aside.append(_aside(item, reason))
        else:
            kept.append(item)
    return replace(draft, items=tuple(kept), set_aside=(*aside, *reversed(closing)))


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
    if not wording or not isinstance(item, Paragraph) or item.text.endswith((".", ",", ";", ":")):
        return ""
    if _NEIGHBOUR.match(item.text):
        return "a link to another page"
    return next((reason for pattern, reason in _CLOSING if pattern.fullmatch(wording)), "")


def _wording(item: Item) -> str:
    return key(item.text) if isinstance(item, Paragraph) and len(item.html) <= _LONGEST else ""


def _aside(item: Item, reason: str) -> SetAside:
    text = (
        " ".join(map(plain_text, item.items)) if isinstance(item, ListElement) else getattr(item, "text", "")
    )
    return SetAside(line=item.line, text=text, reason=reason)
