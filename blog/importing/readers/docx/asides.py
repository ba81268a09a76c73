"""Words of a document that stand beside its text: comments, headers and footers, diagrams, notes nobody marks."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from blog.importing.readers.docx.names import texts, w, words_in
from blog.importing.readers.docx.told import Told

_ABOUT = 80
_MOST_AT_ONCE = 20
# A page number, with the words around it.
_PAGE_WORDS = frozenset(("page", "of", "seite", "von", "sur", "de"))


def tell_comments(told: Told, comments: Element | None, body: Element) -> None:
    """Each comment with who wrote it and the words it is about."""
    if comments is None:
        return
    about = _commented(body)
    for comment in comments.findall(w("comment")):
        author = " ".join((comment.get(w("author")) or "").split())
        text = words_in(comment)
        on = about.get(comment.get(w("id"), ""), "")
        place = f"on “{on[:_ABOUT]}”" if on else ""
        told.aside(text, f"a comment by {author}" if author else "a comment", place)


def tell_edge(told: Told, part: Element, what: str) -> None:
    """The words above or below each page, unless they only number it."""
    text = words_in(part)
    words = [word for word in text.casefold().split() if not word.isdecimal() and word not in _PAGE_WORDS]
    if any(any(map(str.isalpha, word)) for word in words) and all(a.text != text for a in told.set_aside):
        told.aside(text, f"the {what} of each page")


def tell_unmarked(told: Told, notes: Element | None, marked: frozenset[str]) -> None:
    """Notes no mark in the text leads to."""
    for note in () if notes is None else notes:
        if note.get(w("type")) in (None, "normal") and note.get(w("id")) not in marked:
            told.aside(words_in(note), "a note without a mark in the text")


def marks_in(root: Element, name: str) -> frozenset[str]:
    """The ids of the notes that marks of this name lead to."""
    return frozenset(mark.get(w("id"), "") for mark in root.iter(w(name)))


def _commented(body: Element) -> dict[str, str]:
    open_ones: set[str] = set()
    found: dict[str, list[str]] = {}
    for part in body.iter():
        if part.tag == w("commentRangeStart") and len(open_ones) < _MOST_AT_ONCE:
            open_ones.add(part.get(w("id"), ""))
        elif part.tag == w("commentRangeEnd"):
            open_ones.discard(part.get(w("id"), ""))
        elif part.tag == w("t") and open_ones:
            for key in open_ones:
                found.setdefault(key, [])
                if len(found[key]) <= _ABOUT:
                    found[key].append(part.text or "")
    return {key: " ".join("".join(words).split()) for key, words in found.items()}


def drawn_words(root: Element) -> Iterator[str]:
    """The words of a diagram, one entry a line."""
    for paragraph in root.iter():
        if paragraph.tag.endswith("}p") and (text := " ".join("".join(texts(paragraph)).split())):
            yield text
