"""Content of the block editor: HTML between comments that say which block it is.

https://developer.wordpress.org/block-editor/getting-started/fundamentals/markup-representation-block/
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from blog.importing.readers.wordpress.autop import with_paragraphs
from blog.importing.readers.wordpress.scanning import Kind, comments
from blog.importing.readers.wordpress.telling import Telling

_COMMENT = re.compile(
    r"<!--\s+(?P<close>/)?wp:(?P<name>[a-z][\w/-]{0,100})\s+(?P<json>\{.*\}\s+)?(?P<void>/)?-->", re.DOTALL
)
# Blocks without words, or whose words are in the HTML around them.
_SILENT = frozenset(["more", "nextpage", "separator", "spacer", "footnotes", "block", "pattern"])
_WORDS = (
    "label",
    "buttonText",
    "placeholder",
    "title",
    "content",
    "text",
    "url",
    "service",
    "caption",
    "linkText",
)
_DEEPEST = 3
_MOST_SIGNS = 15_000_000


def has_blocks(content: str) -> bool:
    """Whether content was written in the block editor."""
    return "<!-- wp:" in content


def with_reusable(content: str, blocks: Mapping[str, str], telling: Telling, depth: int = 0) -> str:
    """Content in which references to reusable blocks are what these say."""
    if '"ref"' not in content or depth >= _DEEPEST:
        return content
    parts: list[str] = []
    size = len(content)
    for kind, token in comments(content):
        block = _block(token) if kind is Kind.COMMENT else None
        if block and block.name in ("block", "core/block") and block.is_void:
            ref = str(block.attributes.get("ref", ""))
            if ref in blocks and size + len(blocks[ref]) <= _MOST_SIGNS:
                size += len(blocks[ref])
                parts.append(with_reusable(blocks[ref], blocks, telling, depth + 1))
                continue
            telling.note(f"It shows the reusable block {ref}, which is not in the export.")
        parts.append(token)
    return "".join(parts)


def without_comments(content: str, footnotes: str, telling: Telling) -> str:
    """The HTML of content of the block editor, with its footnotes where it shows them.

    What was written between blocks, in the classic editor, gets its paragraphs; blocks that WordPress fills when it
    shows them are told.
    """
    parts: list[str] = []
    loose: list[str] = []
    depth = 0
    for kind, token in comments(content):
        block = _block(token) if kind is Kind.COMMENT else None
        if block is None:
            (parts if depth else loose).append("" if kind is Kind.COMMENT else token)
            continue
        parts += _classic(loose)
        loose = []
        if block.is_void:
            parts.append(_void(block, footnotes, telling))
        elif block.name in ("freeform", "core/freeform"):
            # What is in it was written in the classic editor.
            continue
        else:
            depth = max(depth + (-1 if block.is_end else 1), 0)
            parts.append("\n")
    return "".join((*parts, *_classic(loose)))


@dataclass(frozen=True, slots=True)
class _Block:
    name: str
    attributes: Mapping[str, Any]
    is_end: bool
    is_void: bool


def _block(comment: str) -> _Block | None:
    found = _COMMENT.fullmatch(comment)
    if found is None:
        return None
    try:
        attributes = json.loads(found["json"]) if found["json"] else {}
    except (ValueError, RecursionError):
        attributes = {}
    attributes = attributes if isinstance(attributes, dict) else {}
    return _Block(found["name"], attributes, found["close"] is not None, found["void"] is not None)


def _classic(loose: list[str]) -> Iterator[str]:
    text = "".join(loose)
    if text.strip():
        yield text if "<p" in text else with_paragraphs(text)


def _void(block: _Block, footnotes: str, telling: Telling) -> str:
    name = block.name.removeprefix("core/")
    if name == "footnotes":
        return footnotes
    if name not in _SILENT:
        values = (block.attributes.get(key) for key in _WORDS)
        words = " ".join(value for value in values if isinstance(value, str))
        telling.aside(
            "a block that WordPress fills when it shows it", f"{name}: {words}" if words else name, "blocks"
        )
    return "\n"
