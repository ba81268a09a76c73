"""Keeps the ids of blocks an update leaves in place, so that anchors, comments and links keep their targets. Pure."""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

Raw = dict[str, Any]

# What no source says of a heading: its address, and what the editor's form last showed.
ADDRESS = ("anchor", "anchor_was")


def keep_ids(new: Sequence[Raw], old: Sequence[Raw]) -> list[Raw]:
    """Return `new` with the ids of matching blocks of `old`.

    Equal blocks match first; between them, blocks of one type match in order, as a block whose words were
    changed. Items of lists and panels inside matched blocks are treated the same way. A heading keeps the address an
    editor gave it. Blocks of both are written out in full (see `completing`).
    """
    kept = list(new)
    pairs = _equal(new, old)
    pairs |= _changed(new, old, pairs)
    for new_index, old_index in pairs.items():
        kept[new_index] = _with_id(new[new_index], old[old_index])
    return kept


def _equal(new: Sequence[Raw], old: Sequence[Raw]) -> dict[int, int]:
    """Pair equal blocks: first those that kept their order, then those that were moved."""
    old_keys, new_keys = [_key(item) for item in old], [_key(item) for item in new]
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    pairs = {
        block.b + offset: block.a + offset
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }
    in_order = set(pairs.values())
    free: dict[str, list[int]] = {}
    for index, key in enumerate(old_keys):
        if index not in in_order:
            free.setdefault(key, []).append(index)
    for index, key in enumerate(new_keys):
        if index not in pairs and free.get(key):
            pairs[index] = free[key].pop(0)
    return pairs


def _changed(new: Sequence[Raw], old: Sequence[Raw], pairs: dict[int, int]) -> dict[int, int]:
    """Pair what is left by type, between the same neighbours and in order: a block whose words were changed."""
    taken, changed = set(pairs.values()), {}
    after = -1
    for index, item in enumerate(new):
        if index in pairs:
            after = pairs[index]
            continue
        candidate = after + 1
        while candidate < len(old) and candidate not in taken and old[candidate]["type"] != item["type"]:
            candidate += 1
        if candidate < len(old) and candidate not in taken:
            changed[index] = after = candidate
            taken.add(candidate)
    return changed


def _with_id(new: Raw, old: Raw) -> Raw:
    value = _inner(new["value"], old["value"])
    if new["type"] == "heading":
        value |= {part: old["value"][part] for part in ADDRESS if part in old["value"]}
    return {**new, "value": value, "id": old.get("id") or new["id"]}


def _inner(new: Any, old: Any) -> Any:
    if isinstance(new, dict) and isinstance(old, dict):
        return {key: _inner(value, old.get(key)) for key, value in new.items()}
    if _are_items(new) and _are_items(old):
        return keep_ids(new, old)
    return new


def _are_items(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, dict) and "type" in item and "value" in item for item in value
    )


def _key(item: Raw) -> str:
    value = _without_ids(item["value"])
    if item["type"] == "heading":
        value = {part: content for part, content in value.items() if part not in ADDRESS}
    return json.dumps([item["type"], value], sort_keys=True, ensure_ascii=False)


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(part) for key, part in value.items() if key != "id"}
    return [_without_ids(part) for part in value] if isinstance(value, list) else value
