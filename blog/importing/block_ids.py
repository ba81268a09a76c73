"""Keeps the ids of blocks an update leaves in place, so that anchors, comments and links keep their targets. Pure."""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

Raw = dict[str, Any]


def keep_ids(new: Sequence[Raw], old: Sequence[Raw]) -> list[Raw]:
    """Return `new` with the ids of matching blocks of `old`.

    Equal blocks match first; between them, blocks of one type match in order, as a block whose words were
    changed. Items of lists and panels inside matched blocks are treated the same way.
    """
    kept = list(new)
    for new_index, old_index in _pairs(new, old):
        kept[new_index] = _with_id(new[new_index], old[old_index])
    return kept


def _pairs(new: Sequence[Raw], old: Sequence[Raw]) -> list[tuple[int, int]]:
    matcher = SequenceMatcher(
        None, [_key(item) for item in old], [_key(item) for item in new], autojunk=False
    )
    pairs: list[tuple[int, int]] = []
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(new_start, new_end), range(old_start, old_end), strict=True)
        elif tag == "replace":
            pairs += _changed(new, old, range(new_start, new_end), range(old_start, old_end))
    return pairs


def _changed(
    new: Sequence[Raw], old: Sequence[Raw], new_range: range, old_range: range
) -> list[tuple[int, int]]:
    """Pair blocks of one type in order within a stretch that differs."""
    pairs, free = [], list(old_range)
    for index in new_range:
        match = next((candidate for candidate in free if old[candidate]["type"] == new[index]["type"]), None)
        if match is not None:
            pairs.append((index, match))
            free = [candidate for candidate in free if candidate > match]
    return pairs


def _with_id(new: Raw, old: Raw) -> Raw:
    return {**new, "value": _inner(new["value"], old["value"]), "id": old.get("id") or new["id"]}


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
    return json.dumps([item["type"], _without_ids(item["value"])], sort_keys=True, ensure_ascii=False)


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(part) for key, part in value.items() if key != "id"}
    return [_without_ids(part) for part in value] if isinstance(value, list) else value
