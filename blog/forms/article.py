"""The form editors fill in about an article, with the addresses of its headings."""

from functools import cached_property
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlockValidationError, StreamValue, StructBlockValidationError

from ..outline import Clash, Heading, Holding, Kept, asks_for, build_outline, renewed
from ..reading import heading
from .upkeep import UpkeepForm

CLASH_MESSAGES = {
    Holding.CURRENT: _("“%(anchor)s” is already the address of “%(heading)s”. Choose another."),
    Holding.ALIAS: _("“%(anchor)s” is already an older address of “%(heading)s”. Choose another."),
    Holding.WISH: _("“%(anchor)s” is what “%(heading)s” is to be called. Choose another."),
}

_LATE = _(
    "Somebody had called a heading “%(meanwhile)s” since you opened this page. Published, yours is its address: "
    "“%(now)s”. Links to “%(meanwhile)s” lead to it as well."
)


class ArticlePageForm(UpkeepForm):
    """An article's form shows the address each heading has now, whichever version of the article it opens.

    The form remembers what it showed (`anchor_was`), so that only what an editor typed over it counts.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "body" in self.fields:
            self.initial["body"] = self._with_addresses(self.instance.body)

    @cached_property
    def _kept(self) -> list[Kept]:
        return self.instance.kept_anchors()

    def clean_body(self) -> StreamValue:
        """Return the body with every block under an id of its own, and addresses as they will be kept.

        Raises StreamBlockValidationError at each heading whose typed address another heading has or had.
        """
        body = self.cleaned_data["body"]
        _tell_apart(body)
        children = {index: child for index, child in enumerate(body) if child.block_type == "heading"}
        found = [heading({"id": child.id, "value": child.value}) for child in children.values()]
        found = self._heard(found)
        settled = build_outline(found, self._kept).settled
        if settled.clashes:
            raise StreamBlockValidationError(_clash_errors(settled.clashes, found, list(children)))
        for child, one in zip(children.values(), found, strict=True):
            child.value.update(_addresses(one, settled.before[one.block_id]))
        return body

    def _heard(self, found: list[Heading]) -> list[Heading]:
        """Return headings as sent, with what was typed over an address somebody has replaced meanwhile.

        It is heard and not refused: an error would keep a form from being saved by itself, and no link is lost.
        """
        before = build_outline(found, self._kept).settled.before
        heard = [renewed(one, before[one.block_id]) for one in found]
        self.notices += [
            _LATE % {"now": one.wish, "meanwhile": new.wish_over}
            for one, new in zip(found, heard, strict=True)
            if one is not new
        ]
        return heard

    def _with_addresses(self, body: StreamValue) -> StreamValue:
        """Return a body as the form shows it: one query if it has a heading."""
        raw = list(body.raw_data)
        found = {index: heading(item) for index, item in enumerate(raw) if item["type"] == "heading"}
        if not found:
            return body
        before = build_outline(found.values(), self._kept).settled.before
        for index, one in found.items():
            value = {**raw[index]["value"], **_addresses(one, before[one.block_id])}
            raw[index] = {**raw[index], "value": value}
        return body.stream_block.to_python(raw)


def _addresses(one: Heading, current: str) -> dict[str, str]:
    """Return what the form says: the current address, or what was typed over it and still waits for publishing."""
    return {"anchor": asks_for(one, current) or current, "anchor_was": current}


def _clash_errors(
    clashes: tuple[Clash, ...], found: list[Heading], indexes: list[int]
) -> dict[int, StructBlockValidationError]:
    places = {one.block_id: (index, one.text) for index, one in zip(indexes, found, strict=True)}
    errors = {}
    for clash in clashes:
        message = CLASH_MESSAGES[clash.holding] % {"anchor": clash.anchor, "heading": places[clash.holder][1]}
        errors[places[clash.block_id][0]] = StructBlockValidationError({"anchor": ValidationError(message)})
    return errors


def _tell_apart(body: StreamValue) -> None:
    """Give a new id to a block that has none, or that of a block before it."""
    seen: set[str] = set()
    for child in body:
        if not child.id or child.id in seen:
            child.id = str(uuid4())
        seen.add(child.id)
