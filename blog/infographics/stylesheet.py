"""Which of the joined stylesheets of an article holds what its panels need. Pure."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

# Shows an infographic that is stored elsewhere, whose panels cannot be read from here.
BORROWED = "borrowed_infographic"


def stylesheet_for(
    body: Iterable[Mapping[str, Any]], name: str, stylesheets: Mapping[str, Collection[str]]
) -> str:
    """Return the name of the first stylesheet, `name` or one that begins so, that dresses every panel of a stored body.

    A panel is dressed by the component with its name. What nobody knows before it is loaded gets the last stylesheet,
    and so does a panel without a component: the others may do without, but not without the infographic around it.
    """
    figures = [item for item in body if item["type"] in ("infographic", BORROWED)]
    kinds = {item["type"] for item in figures}
    kinds |= {panel["type"] for item in figures for panel in item["value"].get("panels") or ()}
    sheets = [sheet for sheet in stylesheets if sheet == name or sheet.startswith(f"{name}-")]
    wanted = {f"blog/css/{kind}.css" for kind in kinds}
    return next((sheet for sheet in sheets if wanted <= set(stylesheets[sheet])), sheets[-1])
