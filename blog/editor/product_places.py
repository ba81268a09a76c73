"""A stored body -> the places at which it shows a product, each with the way to it. Loads nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail import blocks
from wagtail.rich_text.rewriters import extract_attrs

from qnwellness.content.references import reference_id

from ..facts.places import Leaf, leaves
from ..sentences import read_rich_text

KIND = "product"
# A stored mention. Links do not nest: one ends before the next begins.
_MENTION = re.compile(r'<a\b(?=[^<>]*\blinktype="product")[^<>]*+>((?:[^<]++|<(?!/?a\b))*+)</a>')
# Stand around the words of a mention while a text is read as plain text: no text holds them.
_OPEN, _CLOSE = "\ufffa", "\ufffb"
_MARKED = re.compile(rf"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


@dataclass(frozen=True, slots=True)
class ProductPlace:
    """A place at which a product is shown: a callout or call to action, or (`is_inline`) a sentence that names it.

    The sentence is `before`, `words`, `after`; elsewhere they are empty. `follows_name`: its words are the product's
    name. `section` is the heading above it, `labels` name the blocks around it, `path` leads to it in the form.
    """

    path: str
    section: str
    labels: tuple[str, ...]
    is_inline: bool = False
    follows_name: bool = False
    before: str = ""
    words: str = ""
    after: str = ""

    @property
    def where(self) -> str:
        """Return section and blocks as one line."""
        return " › ".join(filter(None, [self.section, *self.labels]))


def product_places(
    name: str, stream: blocks.StreamBlock, raw: Iterable[dict[str, Any]], product: int
) -> Iterator[ProductPlace]:
    """Yield every place of the stored field `name` at which the product with this id is shown, in order."""
    for leaf in leaves(name, stream, raw):
        if getattr(leaf.block, "reference_kind", None) == KIND:
            if reference_id(leaf.raw) == product:
                yield ProductPlace(leaf.path, leaf.section, leaf.labels)
        elif isinstance(leaf.block, blocks.RichTextBlock) and f'linktype="{KIND}"' in (leaf.raw or ""):
            yield from _sentences(leaf, product)


def _sentences(leaf: Leaf, product: int) -> Iterator[ProductPlace]:
    wordings: list[bool] = []

    def mark(link: re.Match[str]) -> str:
        attributes = extract_attrs(link[0].partition(">")[0])
        if reference_id(attributes.get("id")) != product:
            return link[1]
        wordings.append(attributes.get("text") == "name")
        return f"{_OPEN}{link[1]}{_CLOSE}"

    marked = _MENTION.sub(mark, leaf.raw)
    follows = iter(wordings)
    for sentence in (sentence.text for paragraph in read_rich_text(marked) for sentence in paragraph):
        for found in _MARKED.finditer(sentence):
            before, after = _plain(sentence[: found.start()]), _plain(sentence[found.end() :])
            yield ProductPlace(
                leaf.path,
                leaf.section,
                leaf.labels,
                is_inline=True,
                follows_name=next(follows, False),
                before=before,
                words=found[1],
                after=after,
            )


def _plain(text: str) -> str:
    return text.replace(_OPEN, "").replace(_CLOSE, "")
