"""Writes out what a stored block leaves unsaid.

A block that was stored before one of its parts existed, or that an import wrote, lacks what an editor's form always
adds: every part, with its default. Compared in full, both say the same.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from wagtail import blocks

Raw = dict[str, Any]


def completed(block: blocks.BaseStreamBlock, raw: Iterable[Raw]) -> list[Raw]:
    """Return a stored stream with every part its blocks have. Nothing is loaded; unknown blocks stay as they are."""
    return [{**item, "value": _value(block.child_blocks.get(item["type"]), item["value"])} for item in raw]


def _value(block: blocks.Block | None, value: Any) -> Any:
    if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        children = block.child_blocks.items()
        known = {
            name: _value(child, value[name]) if name in value else _default(child) for name, child in children
        }
        return {**value, **known}
    if isinstance(block, blocks.BaseStreamBlock) and isinstance(value, list):
        return completed(block, value)
    if isinstance(block, blocks.ListBlock) and isinstance(value, list):
        return [_item(block.child_block, item) for item in value]
    return value


def _item(block: blocks.Block, item: Any) -> Any:
    is_item = isinstance(item, dict) and {"type", "value"} <= set(item)
    return {**item, "value": _value(block, item["value"])} if is_item else item


def _default(block: blocks.Block) -> Any:
    default = block.get_prep_value(block.get_default())
    return str(default) if isinstance(default, Promise) else default
