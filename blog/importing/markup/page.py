"""A whole page around an article: where the article is, and what everything else is."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from blog.importing.markup.furniture import is_article, is_body, is_byline, is_main, is_standfirst, reason_of
from blog.importing.markup.kinds import HEADINGS, UNSEEN
from blog.importing.markup.tree import HEADING, PICTURE, Node

# A text that says it is the article's has this share of all prose at least; the element around it has more.
_LEAST_BODY, _LEAST_REGION = 0.2, 0.4
# What holds nearly all that its parent does is looked into; so much prose is no furniture, whatever it is called.
_NEARLY_ALL, _MOST_FURNITURE = 0.7, 0.4
_LONGEST_LEGEND = 200
_BESIDE = "beside the article"
_PLAIN = frozenset(
    ("p", "ul", "ol", "dl", "blockquote", "figure", "table", "pre", *(HEADINGS.keys() - {"h1"}))
)
# What may stand within the text of an article and is yet none of it.
_NEVER_TEXT = frozenset(
    (
        *("share buttons", "a newsletter form", "comments", "related articles", "links to other pages"),
        *("a link back", "a notice about cookies", "tags", "the cart", "a pop-up"),
    )
)


def asides_of(root: Node) -> dict[int, str]:
    """The reasons of everything on a page that is not its article, by the identity of the elements; nothing for HTML
    that is no page. Words beside elements get one of their own."""
    nodes = list(root.walk())
    if not _is_page(nodes):
        return {}
    page = _page_of(nodes)
    return {**dict(_around(page)), **dict(_within_core(page))}


@dataclass(frozen=True, slots=True)
class _Page:
    """A page: its furniture with the reasons, the text of the article, what is around it and its title."""

    root: Node
    furniture: Mapping[int, str]
    core: Node
    says_so: bool
    region: Node
    title: Node | None


def _is_page(nodes: Sequence[Node]) -> bool:
    names = {node.name for node in nodes}
    return "body" in names or ("footer" in names and not names.isdisjoint(("main", "nav")))


def _page_of(nodes: Sequence[Node]) -> _Page:
    prose = _prose(nodes, {})
    marked = _ancestors(node for node in nodes if node.name == "h1" or is_article(node) or is_body(node))
    most = prose[id(nodes[0])] * _MOST_FURNITURE
    furniture = {
        id(node): reason
        for node in nodes
        if (reason := reason_of(node)) and not (id(node) in marked and prose[id(node)] > most)
    }
    prose = _prose(nodes, furniture)
    free = list(_outside(nodes, furniture))
    body = _largest(filter(is_body, free), prose, prose[id(nodes[0])] * _LEAST_BODY)
    region = _region(free, nodes[0], prose, body)
    core = body or _densest(region, prose)
    return _Page(nodes[0], furniture, core, body is not None, region, _title(nodes, core, region, furniture))


def _region(free: Sequence[Node], root: Node, prose: Mapping[int, int], body: Node | None) -> Node:
    """The element around title, pictures and text of the article."""
    around = body.parent if body else None
    while around is not None:
        if is_article(around) or is_main(around):
            return around
        around = around.parent
    if body is not None:
        return body
    least = prose[id(root)] * _LEAST_REGION
    named = _largest(filter(is_article, free), prose, least) or _largest(filter(is_main, free), prose, least)
    return named or next((node for node in free if node.name == "body"), root)


def _largest(nodes: Iterator[Node], prose: Mapping[int, int], least: float) -> Node | None:
    """The element with most prose, the outermost of equal ones."""
    return max(
        (node for node in nodes if prose[id(node)] >= max(least, 1)),
        key=lambda node: prose[id(node)],
        default=None,
    )


def _densest(region: Node, prose: Mapping[int, int]) -> Node:
    """Down from an element to where its paragraphs stand side by side."""
    node = region
    while True:
        inner = node.elements()
        if is_article(node) or any(child.name in _PLAIN and prose[id(child)] for child in inner):
            return node
        best = max(inner, key=lambda child: prose[id(child)], default=None)
        if best is None or prose[id(best)] < prose[id(node)] * _NEARLY_ALL or not best.is_block:
            return node
        node = best


def _title(nodes: Sequence[Node], core: Node, region: Node, furniture: Mapping[int, str]) -> Node | None:
    """The last heading of the first level before the text, if it is not in a menu."""
    found: Node | None = None
    inside = _ancestors([core])
    for node in nodes:
        if node is core:
            break
        if (
            (node.name == "h1" or node.get("itemprop") == "headline")
            and id(node) not in inside
            and node.text(200).strip()
        ):
            reasons = [furniture[id(around)] for around in _up(node) if id(around) in furniture]
            if all(reason == "the page's header" for reason in reasons):
                found = node
    return found


def _around(page: _Page) -> Iterator[tuple[int, str]]:
    """Everything beside the text; before it, within its region, title, pictures and the standfirst stay."""
    if page.core is page.root:
        return
    path = _ancestors([page.core, *([page.title] if page.title else [])])
    pending = [(page.root, page.root is page.region)]
    core_path = _ancestors([page.core])
    while pending:
        parent, in_region = pending.pop()
        after_core = False
        for child in _as_nodes(parent):
            if child is page.core or child is page.title:
                after_core = after_core or child is page.core
                continue
            if id(child) in path:
                pending.append((child, in_region or child is page.region))
                after_core = after_core or id(child) in core_path
            elif child.name not in UNSEEN and not (in_region and not after_core and _leads_in(child, page)):
                yield id(child), page.furniture.get(id(child)) or _reason_beside(child)


def _reason_beside(node: Node) -> str:
    return "the byline and the date" if is_byline(node) else _BESIDE


def _leads_in(node: Node, page: _Page) -> bool:
    """Whether an element belongs to what stands between the title and the text: a picture, the standfirst."""
    if id(node) in page.furniture or is_byline(node):
        return False
    is_picture = node.holds & PICTURE or node.name in ("img", "picture", "figure")
    if is_picture and len(node.text(_LONGEST_LEGEND * 2).strip()) <= _LONGEST_LEGEND:
        return True
    return is_standfirst(node) or (node.name in _PLAIN and not page.says_so)


def _within_core(page: _Page) -> Iterator[tuple[int, str]]:
    """What stands within the text and is none of it."""
    pending = [page.core]
    while pending:
        for child in pending.pop().elements():
            reason = page.furniture.get(id(child), "")
            if page.says_so and reason not in _NEVER_TEXT:
                reason = ""
            elif child.name == "aside" or (reason == "the page's header" and child.holds & HEADING):
                reason = reason if reason in _NEVER_TEXT else ""
            elif not reason and not page.says_so and is_byline(child):
                reason = "the byline and the date"
            if reason:
                yield id(child), reason
            else:
                pending.append(child)


def _prose(nodes: Sequence[Node], furniture: Collection[int]) -> dict[int, int]:
    """How many signs of words outside of links each element holds."""
    prose: dict[int, int] = {}
    for node in reversed(nodes):
        size = sum(
            len(" ".join(child.split())) if isinstance(child, str) else prose[id(child)]
            for child in node.children
        )
        none = node.name == "a" or node.name in UNSEEN or id(node) in furniture
        prose[id(node)] = 0 if none else size
    return prose


def _outside(nodes: Sequence[Node], furniture: Collection[int]) -> Iterator[Node]:
    """The elements that stand in no furniture."""
    inside: set[int] = set()
    for node in nodes:
        if id(node) in furniture or id(node.parent) in inside:
            inside.add(id(node))
        else:
            yield node


def _up(node: Node) -> Iterator[Node]:
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def _ancestors(nodes: "Iterator[Node] | Sequence[Node]") -> set[int]:
    """Everything around these elements, and they themselves."""
    found: set[int] = set()
    for node in nodes:
        for around in _up(node):
            if id(around) in found:
                break
            found.add(id(around))
    return found


def _as_nodes(parent: Node) -> list[Node]:
    """What is in an element, as elements; words get one of their own."""
    for at, child in enumerate(parent.children):
        if isinstance(child, str) and child.strip():
            box = Node("span", {}, parent)
            box.children = [child]
            parent.children[at] = box
    return parent.elements()
