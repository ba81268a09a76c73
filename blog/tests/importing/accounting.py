"""Counting words on both sides of an import."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from bs4 import BeautifulSoup

from blog.importing.document import ArrangedArticle, Heading, ProductCallout, Question, Text, plain_text

_WORD = re.compile(r"[^\W_]+")
_NUMBER_AT_AN_EDGE = re.compile(r"(?m)^\s*\d|\d\s*$")


def unaccounted(text: str, article: ArrangedArticle) -> tuple[Counter[str], Counter[str]]:
    """The words a text lost, and those it gained, on the way into an arranged article.

    Numbers of lists, headings and contents pages are shown again by what they number, so that many bare figures may be
    missing; none may be added.
    """
    source, result = Counter(_WORD.findall(text)), Counter(_words(article))
    lost, gained = source - result, result - source
    bare = Counter({word: count for word, count in lost.items() if not any(map(str.isalpha, word))})
    if bare.total() <= 4 * len(_NUMBER_AT_AN_EDGE.findall(text)):
        lost -= bare
    return lost, gained


def _words(article: ArrangedArticle) -> Iterator[str]:
    named_after_file = any(warning.startswith("No title found") for warning in article.warnings)
    texts = [] if named_after_file else [article.title]
    texts += [article.hero.name] if article.hero else []
    texts += [article.contents_title, *(entry.text for entry in article.contents)]
    texts += [aside.text for aside in article.set_aside]
    for block in article.blocks:
        if isinstance(block, Text):
            texts.append(BeautifulSoup(block.html, "html.parser").get_text(" "))
        elif not (isinstance(block, Heading) and block.contents_only):
            texts += _strings(block)
    for text in texts:
        yield from _WORD.findall(text)


def _strings(value: object) -> Iterator[str]:
    """Every text a block holds, except names that are not the article's own words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value) and not isinstance(value, ProductCallout):
        for part in fields(value):
            if part.name != "handle":
                yield from _strings(getattr(value, part.name))


# What blocks hold that no reader of the source saw as words.
_UNSEEN = frozenset(("handle", "name", "address", "link", "unit"))
# Reasons for which addresses, names and tags are set aside instead of words.
_NO_WORDS = (
    "the link of",
    "an empty heading",
    "a link that has no place",
    "a picture nobody sees",
    "a picture without words",
)


def counted(texts: Iterable[str]) -> Counter[str]:
    """The words of some texts, with how often each is in them."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def seen(article: ArrangedArticle, title: bool = True) -> Counter[str]:
    """Every word of an arranged article that a reader of its source saw, and how often: in the title (if the source
    shows it), the blocks, the contents list, the footnotes and what was set aside."""
    texts = [article.title] if title else []
    texts += [article.contents_title, *(entry.text for entry in article.contents)]
    texts += [aside.text for aside in article.set_aside if not aside.reason.startswith(_NO_WORDS)]
    texts += [note.text for note in article.footnotes]
    for block in article.blocks:
        match block:
            case Text():
                texts.append(_shown(block.html))
            case Question():
                texts += [block.question, _shown(block.answer)]
            case Heading():
                texts += [] if block.contents_only else [block.text]
            case _:
                texts += map(plain_text, _seen_strings(block))
    return counted(texts)


def _shown(html: str) -> str:
    return BeautifulSoup(re.sub(r"<br[^<>]*>|</(?:p|li)>|<(?:ul|ol)>", " ", html), "html.parser").get_text()


def _seen_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _seen_strings(part)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in _UNSEEN:
                yield from _seen_strings(getattr(value, part.name))
