"""The words a reader of this project made of a file, and those anybody saw in its source."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from bs4 import BeautifulSoup, Comment

from blog.importing.document import SourceArticle, plain_text

_WORD = re.compile(r"[^\W_]+")
_NO_WORDS = frozenset(("address", "key", "fragment", "anchors", "line", "place", "reason"))
_UNSEEN = ("script", "style", "template", "head")


def words(text: str) -> Counter[str]:
    """How often each word is in a text."""
    return Counter(_WORD.findall(text))


def shown(html: str) -> Counter[str]:
    """The words a browser shows of HTML: its text, and the alternative texts of pictures."""
    soup = BeautifulSoup(html, "html.parser")
    for gone in soup(_UNSEEN):
        gone.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for picture in soup("img"):
        picture.replace_with(f" {picture.get('alt', '')} ")
    return words(soup.get_text(" "))


def read(article: SourceArticle) -> Counter[str]:
    """The words of an article's elements and of what was set aside."""
    return words(" ".join(_strings((*article.elements, *article.set_aside))))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        # Words that are parted by nothing but a tag are parted in the source, too.
        yield plain_text(re.sub(r"<[^<>]+>", " ", value))
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in _NO_WORDS:
                yield from _strings(getattr(value, part.name))
