"""Runs of words in one look -> inline HTML that is well formed and no longer than it must be."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape
from typing import NamedTuple

from blog.importing.markup.looks import PLAIN, Style

# The text of a run that is a line break.
BREAK = "\u2028"
_NBSP = "\u00a0"
# Never shown, and in the way of whoever searches a word: zero-width spaces, soft hyphens, marks of direction, controls.
_UNSHOWN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff\ud800-\udfff]+"
)
_SPACE = re.compile(r"[\s\u00a0]+")
# What a text shows that was made from the text of another page: the reference instead of its sign.
_TWICE = re.compile(
    r"&(?:amp|nbsp|trade|reg|copy|quot|apos|[lr][sd]quo|[mn]dash|hellip|deg|times|frac12|bull|middot|euro|pound"
    r"|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6});"
)


class Run(NamedTuple):
    """Words that look alike."""

    text: str
    style: Style = PLAIN


def inline_html(runs: Iterable[Run]) -> str:
    """The runs as HTML: white space collapsed, spaces outside of what is bold or linked, neighbours joined."""
    return html_of(spaced(runs))


def html_of(runs: Iterable[Run]) -> str:
    """Runs that are spaced already as HTML."""
    parts: list[str] = []
    tags: list[tuple[str, str]] = []
    for run in _joined(runs):
        wanted = _tags(run.style)
        same = 0
        while same < min(len(tags), len(wanted)) and tags[same] == wanted[same]:
            same += 1
        parts += [f"</{tag}>" for tag, _attributes in reversed(tags[same:])]
        parts += [f"<{tag}{attributes}>" for tag, attributes in wanted[same:]]
        tags = wanted
        parts.append("<br>" if run.text == BREAK else escape(run.text, quote=False))
    parts += [f"</{tag}>" for tag, _attributes in reversed(tags)]
    return "".join(parts)


def inline_text(runs: Iterable[Run]) -> str:
    """The words of runs, without any look."""
    return text_of(spaced(runs))


def text_of(runs: Iterable[Run]) -> str:
    """The words of runs that are spaced already."""
    return "".join(" " if run.text == BREAK else run.text for run in runs)


def has_words(runs: Iterable[Run]) -> bool:
    """Whether runs show anything."""
    return any(_UNSHOWN.sub("", run.text).strip() for run in runs)


def words_of(text: str) -> str:
    """Words as they are shown: without what is never shown, with single spaces."""
    return " ".join(_shown(text).split())


def spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs with white space as it is shown: `BREAK` is a line break, everything else single spaces, none at the
    edges, and those between two looks in neither unless both have it."""
    pending: Style | None = None
    breaks = 0
    before: Style | None = None
    for run in runs:
        if run.text == BREAK:
            breaks += before is not None
            continue
        text = _collapsed(_shown(run.text))
        core = text.strip(" ")
        if before is not None and text[:1] == " " and pending is None:
            pending = run.style
        if not core:
            continue
        if before is not None and breaks:
            yield Run(BREAK, _shared(before, run.style))
        elif before is not None and pending is not None:
            yield Run(" ", _shared(before, run.style))
        yield Run(core, run.style)
        before, breaks = run.style, 0
        pending = run.style if text[-1] == " " else None


def _shown(text: str) -> str:
    text = _UNSHOWN.sub("", text)
    return _TWICE.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def _collapsed(text: str) -> str:
    return _SPACE.sub(lambda found: _space(text, found), text)


def _space(text: str, found: re.Match[str]) -> str:
    """A single no-break space stays where it holds a number and its unit, or a sign, together."""
    if found[0] != _NBSP:
        return " "
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    holds = before.isdigit() or after.isdigit() or after in tuple(":;!?%»") or before == "«"
    return _NBSP if before and after and holds else " "


def _shared(one: Style, other: Style) -> Style:
    return Style(
        one.bold and other.bold,
        one.italic and other.italic,
        one.raised if one.raised == other.raised else "",
        one.href if one.href == other.href else "",
        one.note if one.note == other.note else "",
    )


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    texts: list[str] = []
    style = PLAIN
    for run in runs:
        if texts and (run.style != style or run.text == BREAK):
            yield Run("".join(texts), style)
            texts = []
        if run.text == BREAK:
            yield run
            continue
        texts.append(run.text)
        style = run.style
    if texts:
        yield Run("".join(texts), style)


def _tags(style: Style) -> list[tuple[str, str]]:
    tags = []
    if style.note:
        tags.append(("a", f' linktype="footnote" id="{escape(style.note)}"'))
    elif style.href:
        tags.append(("a", f' href="{escape(style.href)}"'))
    if style.bold:
        tags.append(("strong", ""))
    if style.italic:
        tags.append(("em", ""))
    if style.raised:
        tags.append((style.raised, ""))
    return tags


def all_bold(runs: Sequence[Run]) -> bool:
    """Whether every word of runs is bold."""
    return all(run.style.bold for run in runs if run.text.strip())
