"""Which nutrients an article is about, from its stored body. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from qnwellness.nutrition.naming import named_in


def nutrients_of(title: str, raw: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the nutrients an article is about, in its order: those its title, headings and nutrient panels name.

    `raw` is the stored body.
    """
    texts = [title]
    for item in raw:
        if item["type"] == "heading":
            texts.append(item["value"].get("text") or "")
        elif item["type"] == "infographic":
            panels = item["value"].get("panels", [])
            texts += [panel["value"].get("title") or "" for panel in panels if panel["type"] == "nutrient"]
    named = (named for text in texts for named in named_in(text))
    return tuple(dict.fromkeys(one.nutrient for one in named if one.nutrient))
