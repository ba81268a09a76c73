"""Which of the joined stylesheets of an article holds what its blocks and panels need. Pure."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

# Shows an infographic that is stored elsewhere, whose panels cannot be read from here.
BORROWED = "borrowed_infographic"


def stylesheet_for(
    body: Iterable[Mapping[str, Any]], name: str, stylesheets: Mapping[str, Collection[str]]
) -> str:
    """Return the first stylesheet, `name` or one whose name goes on with a hyphen, that dresses all of a stored body.

    A block or panel is dressed by the component with its name, if there is one. What nobody knows before it is
    loaded gets the last stylesheet, which has everything.
    """
    items = list(body)
    kinds = {item["type"] for item in items}
    figures = [item["value"] for item in items if item["type"] == "infographic"]
    kinds |= {panel["type"] for figure in figures for panel in figure.get("panels") or ()}
    sheets = {key: set(parts) for key, parts in stylesheets.items() if f"{key}-".startswith(f"{name}-")}
    if BORROWED in kinds:
        return list(sheets)[-1]
    wanted = {f"blog/css/{kind}.css" for kind in kinds} & set().union(*sheets.values())
    return next(sheet for sheet, parts in sheets.items() if wanted <= parts)
