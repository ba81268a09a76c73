"""A heading as the outline sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body. `level` is 2, 3 or 4; a heading `contents_only` has no visible words.

    `contents_label` stands in the contents list instead of the text; a heading that is not `is_listed` has an anchor
    all the same. `wish` is the address in the editor's form, `wish_over` the one the form showed when it was opened.
    """

    block_id: str
    text: str
    level: int
    contents_only: bool = False
    contents_label: str = ""
    is_listed: bool = True
    wish: str = ""
    wish_over: str = ""
