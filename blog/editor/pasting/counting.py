"""How many of what was pasted, in one sentence."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_PARAGRAPH, _LIST = re.compile(r"<p[ >]"), re.compile(r"<[ou]l[ >]")


def said_of(raw: Iterable[dict[str, Any]]) -> str:
    """Return what blocks in their stored form hold: "Pasted: 3 headings, 12 paragraphs, 1 table."."""
    count: Counter[str] = Counter()
    for block in raw:
        if block["type"] == "text":
            count["paragraph"] += len(_PARAGRAPH.findall(block["value"]))
            count["list"] += len(_LIST.findall(block["value"]))
        else:
            count[
                block["type"] if block["type"] in ("heading", "table", "image", "infographic") else "other"
            ] += 1
    parts = [part.format(count=count[kind]) for kind, part in _parts(count) if count[kind]]
    return _("Pasted: {parts}.").format(parts=", ".join(parts))


def _parts(count: Counter[str]) -> list[tuple[str, str]]:
    return [
        ("heading", ngettext("{count} heading", "{count} headings", count["heading"])),
        ("paragraph", ngettext("{count} paragraph", "{count} paragraphs", count["paragraph"])),
        ("list", ngettext("{count} list", "{count} lists", count["list"])),
        ("table", ngettext("{count} table", "{count} tables", count["table"])),
        ("image", ngettext("{count} picture", "{count} pictures", count["image"])),
        ("infographic", ngettext("{count} infographic", "{count} infographics", count["infographic"])),
        ("other", ngettext("{count} other block", "{count} other blocks", count["other"])),
    ]
