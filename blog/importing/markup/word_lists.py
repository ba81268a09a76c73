"""Lists that Word writes as paragraphs: a sign, some spaces, the words; the level is in the style."""

import re

from blog.importing.markup.inline import Run, inline_html, inline_text
from blog.importing.markup.lines import runs_of
from blog.importing.markup.looks import Style, declarations, styled
from blog.importing.markup.reading import ListLine, Reading
from blog.importing.markup.tree import Node

_LEVEL = re.compile(r"\blevel([1-9])")
_GROUP = re.compile(r"\bl(\d{1,4})\b")
_LENGTH = re.compile(r"(-?[\d.]{1,8})\s*(pt|in|cm|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "px": 0.75}
# Word indents every level by half an inch.
_STEP = 36.0
# The signs of Word's own bullets in the fonts it draws them with, and numbers.
_SIGN = re.compile(r"(?:[·•o§Øü■▪–-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])(?=[\s\u00a0]|$)", re.IGNORECASE)
_BULLETS = frozenset("·•o§Øü■▪–-")


def read_item(reading: Reading, node: Node, style: Style) -> bool:
    """A paragraph that Word means as an item of a list."""
    looks = declarations(node)
    said = looks.get("mso-list", "")
    if said in ("", "none") and not any(name.startswith("msolistparagraph") for name in node.classes):
        return False
    runs = runs_of(reading.line_of(node, styled(node, style)))
    sign, runs = _without_sign(runs)
    if not sign and not _LEVEL.search(said):
        return False
    html = inline_html(runs)
    group = _GROUP.search(said)
    if html:
        ordered = bool(sign) and sign not in _BULLETS
        reading.put(ListLine(html, ordered, _depth(said, looks), group[1] if group else "word"))
    return True


def _depth(said: str, looks: dict[str, str]) -> int:
    if level := _LEVEL.search(said):
        return min(int(level[1]) - 1, 5)
    margin = _LENGTH.search(looks.get("margin-left", "") or looks.get("margin", "").rpartition(" ")[2])
    if margin is None:
        return 0
    try:
        points = float(margin[1]) * _POINTS[margin[2]]
    except ValueError:
        return 0
    return min(max(round(points / _STEP) - 1, 0), 5)


def _without_sign(runs: list[Run]) -> tuple[str, list[Run]]:
    """The sign a line begins with, and the runs after it."""
    found = _SIGN.match(inline_text(runs))
    if found is None:
        return "", runs
    left = len(found[0])
    rest: list[Run] = []
    for run in runs:
        text = run.text
        if left:
            text = text.lstrip()
            taken = min(left, len(text))
            left, text = left - taken, text[taken:]
        rest.append(run._replace(text=text))
    return found[0], rest
