"""What a page says of itself in its head, and in the attributes of its elements (Open Graph, microdata)."""

from collections import defaultdict
from dataclasses import dataclass, field

from blog.importing.markup.tree import Node

_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Head:
    """The values of `meta` elements by name, of `link` elements by what they are, and of elements that say by an
    attribute what they hold (`itemprop`, `rel`); each in order. `title` is that of the window."""

    title: str = ""
    metas: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    base: str = ""

    def meta(self, *names: str) -> str:
        """The first value any of these has, in this order."""
        return next((self.metas[name][0] for name in names if self.metas.get(name)), "")

    def link(self, name: str) -> str:
        """The address of the first link of this kind."""
        return next(iter(self.links.get(name, ())), "")

    def part(self, name: str) -> str:
        """What the first element of this name holds."""
        return next(iter(self.parts.get(name, ())), "")


def head_of(root: Node) -> Head:
    """What a page says of itself."""
    metas: dict[str, list[str]] = defaultdict(list)
    links: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, list[str]] = defaultdict(list)
    title = base = ""
    for node in root.walk():
        if node.name == "meta":
            _add(metas, node.get("property") or node.get("name"), node.get("content"))
            _add(parts, node.get("itemprop"), node.get("content"))
        elif node.name == "link":
            for kind in node.get("rel").split():
                _add(links, kind, node.get("href"))
        elif node.name == "title" and not title and not _is_drawn(node):
            title = " ".join("".join(child for child in node.children if isinstance(child, str)).split())[
                :_LONGEST
            ]
        elif node.name == "base":
            base = base or node.get("href").strip()
        else:
            _add_part(parts, node)
    return Head(title, metas, links, parts, base)


def _add_part(parts: dict[str, list[str]], node: Node) -> None:
    if node.name == "time" and node.get("datetime"):
        _add(parts, "time", node.get("datetime"))
    for name in ("itemprop", "rel"):
        for kind in node.get(name).split():
            if kind in ("author", "tag", "datePublished", "dateModified", "headline", "keywords"):
                _add(parts, kind, node.get("content") or node.get("datetime") or _words(node))


def _add(found: dict[str, list[str]], name: str, value: str) -> None:
    value = " ".join(value[: _LONGEST * 2].split())
    if name and value:
        found[name.strip().casefold()].append(value[:_LONGEST])


def _words(node: Node) -> str:
    return " ".join(node.text(_LONGEST).split())


def _is_drawn(node: Node) -> bool:
    """Whether a title is that of a drawing."""
    around = node.parent
    while around is not None:
        if around.name == "svg":
            return True
        around = around.parent
    return False
