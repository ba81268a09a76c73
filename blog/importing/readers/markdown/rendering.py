"""Markdown -> HTML, by markdown-it. Whatever HTML is in it is cleaned by who reads the result."""

import re
from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

# Looking for what a bracket or a star belongs to takes time by the square of the length; no paragraph is as long.
_LONGEST_BLOCK = 12_000
# The same for who opens more brackets than a text has.
_MOST_OPENERS = 400
_ID = re.compile(
    r"[ \t]*\{(?:[^{}\n]{0,100}[ \t])?#([\w:.-]{1,150})[^{}\n]{0,100}\}[ \t]*$|[ \t]*\{\.[^{}\n]{1,100}\}$"
)
_TASK = re.compile(r"\[([ xX])\] +(?=\S)")
_LINKED = re.compile(r"\]\(#([^)\s]{1,200})|href=[\"']?#([^\"'\s>]{1,200})")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def render(text: str) -> tuple[str, tuple[str, ...]]:
    """The HTML of a text: tables, footnotes, definitions, headings with their ids, tasks as ticked or empty boxes; and
    the names of the footnotes no mark leads to, which are paragraphs in it."""
    loose: list[str] = []
    linked = frozenset(a or b for a, b in _LINKED.findall(text))
    return str(_MARKDOWN.render(text, {"linked": linked, "loose": loose})), tuple(loose)


def _made() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
    markdown.use(footnote_plugin, inline=False).use(deflist_plugin)
    markdown.core.ruler.before("inline", "headings", _name_headings)
    markdown.core.ruler.before("inline", "tasks", _tick)
    markdown.core.ruler.before("inline", "long", _keep_plain)
    markdown.core.ruler.before("footnote_tail", "loose", _keep_loose)
    return markdown


def _name_headings(state: StateCore) -> None:
    """Give headings the ids they say, and those the text itself links to by the slug GitHub makes of them."""
    linked: frozenset[str] = state.env.get("linked", frozenset())
    seen: Counter[str] = Counter()
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open" or inline.type != "inline":
            continue
        found = _ID.search(inline.content[-400:])
        if found:
            inline.content = inline.content[: len(inline.content) - len(found[0])]
        slug = _slug(inline.content)
        number = seen[slug]
        seen[slug] += 1
        name = found[1] if found and found[1] else f"{slug}-{number}" if number else slug
        if (found and found[1]) or name in linked:
            opening.attrSet("id", name)


def _slug(text: str) -> str:
    words = re.sub(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)", r"\1", text).replace("*", "").replace("\\", "")
    return _NOT_IN_SLUG.sub("", words.strip().casefold()).replace(" ", "-")


def _tick(state: StateCore) -> None:
    for before, opening, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if before.type == "list_item_open" and opening.type == "paragraph_open":
            found = _TASK.match(inline.content)
            if found:
                inline.content = ("☐ " if found[1] == " " else "☑ ") + inline.content[found.end() :]


def _keep_plain(state: StateCore) -> None:
    """Have a block that is longer than any paragraph, or full of openers, be its words as they are."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        openers = sum(map(token.content.count, "[<`"))
        if len(token.content) > _LONGEST_BLOCK or openers > _MOST_OPENERS:
            token.type = "text"


def _keep_loose(state: StateCore) -> None:
    """Have footnotes that would not be shown, as no mark leads to them or to this one of that name, be paragraphs."""
    marked: dict[str, int] = state.env.get("footnotes", {}).get("refs", {})
    seen: set[str] = set()
    stays = False
    kept = []
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            label = str(token.meta["label"])
            stays = label in seen or marked.get(f":{label}", -1) < 0
            seen.add(label)
            if stays:
                state.env["loose"].append(label)
        if not (stays and token.type in ("footnote_reference_open", "footnote_reference_close")):
            kept.append(token)
    state.tokens = kept


_MARKDOWN = _made()
