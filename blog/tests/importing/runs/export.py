"""An export of a shop's blog, made up: articles with a contents list, links to each other, pictures and products."""

import json
from collections.abc import Iterable, Mapping
from typing import Any


def export(articles: Iterable[Mapping[str, Any]]) -> str:
    """Return the answer of the shop's GraphQL interface with these articles."""
    return json.dumps({"data": {"articles": {"nodes": list(articles)}}}, ensure_ascii=False)


def article(
    number: int, *, sections: int = 3, picture: str = "", of: int = 0, more: str = "", blog: str = "notes"
) -> dict[str, Any]:
    """Return an article that links to the one after it, of as many as there are in its blog."""
    following = (number + 1) % of if of else number + 1
    parts = "".join(_section(number, part) for part in range(sections))
    contents = "".join(
        f'<li><a href="#part-{part}">Part {part} of {number}</a></li>' for part in range(sections)
    )
    image = f'<p><img src="{picture}" alt="A leaf"></p>' if picture else ""
    body = (
        f"<p>Minerals of plants, note {number}. {more}</p><ul>{contents}</ul>{image}{parts}"
        f'<p>Go on with <a href="/blogs/{blog}/{blog}-{following}">the next note</a>.</p>'
    )
    return {
        "title": f"Note {number} on minerals",
        "handle": f"{blog}-{number}",
        "body": body,
        "blog": {"handle": blog},
        "author": {"name": f"Ada {number % 3}"},
        "tags": ["minerals", f"tag {number % 5}"],
        "publishedAt": "2024-03-05T09:00:00Z",
        "isPublished": True,
    }


def _section(number: int, part: int) -> str:
    return (
        f'<h2 id="part-{part}">Part {part} of {number}</h2><p>Lentils hold iron in section {part}, and '
        f'<a href="/products/leaf-iron">Leaf Iron</a> adds some of it.</p><ul><li>First of {part}</li>'
        f"<li>Second of {part}</li></ul><p>The gut takes it up slowly, and lemon helps with it.</p>"
    )
