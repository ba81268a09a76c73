"""Which element is read by what."""

from blog.importing.markup.boxes import read_box
from blog.importing.markup.contents import titled_whole
from blog.importing.markup.embeds import read_choice, read_form, read_player
from blog.importing.markup.figures import read_caption, read_figure
from blog.importing.markup.headings import read_heading
from blog.importing.markup.inline import Run
from blog.importing.markup.joining import joined
from blog.importing.markup.kinds import HEADINGS, LISTS, PLAYERS
from blog.importing.markup.lines import end_line
from blog.importing.markup.lists import read_list
from blog.importing.markup.looks import Style, styled
from blog.importing.markup.notes import read_notes
from blog.importing.markup.pictures import read_picture, read_without_scripts
from blog.importing.markup.questions import read_definitions, read_details, read_marked
from blog.importing.markup.quotes import read_quote
from blog.importing.markup.reading import Handler, Reading, Rules
from blog.importing.markup.tables import read_table
from blog.importing.markup.tree import HEADING, MORE_THAN_WORDS, Node
from blog.importing.markup.word_lists import read_item


def _read_nav(reading: Reading, node: Node, style: Style) -> bool:
    """A box of links: if it is a contents list, the line above it is its title."""
    if node.holds & MORE_THAN_WORDS & ~HEADING:
        return False
    reading.put(*titled_whole(reading.inside(node, style)))
    return True


def _read_q(reading: Reading, node: Node, style: Style) -> bool:
    """Words in marks of quotation, which browsers draw."""
    reading.add(Run("“", style))
    reading.read(node, style)
    reading.add(Run("”", style))
    return True


def _read_typed(reading: Reading, node: Node, style: Style) -> bool:
    """Words whose lines end where they were typed to end."""
    for inner in list(node.walk()):
        lines: list[Node | str] = []
        for child in inner.children:
            parts = child.split("\n") if isinstance(child, str) else []
            for at, part in enumerate(parts):
                lines += [Node("br", {}), part] if at else [part]
            lines += [child] if isinstance(child, Node) else []
        inner.children = lines
    reading.read(node, styled(node, style))
    return True


def _read_term(reading: Reading, node: Node, style: Style) -> bool:
    """A term or a legend: a title by its looks."""
    reading.read(node, style._replace(bold=True))
    return True


def _read_meant(reading: Reading, node: Node, style: Style) -> bool:
    """A box that is something by its attributes."""
    if node.get("role").casefold() == "heading":
        return read_heading(reading, node, style)
    if "itemtype" in node.attributes and read_marked(reading, node, style):
        return True
    return _is_caption(node) and read_caption(reading, node, style)


def _read_item(reading: Reading, node: Node, style: Style) -> bool:
    """An item that stands in no list, or in one that is the box of sections."""
    if read_notes(reading, node, style) or _read_meant(reading, node, style):
        return True
    return read_box(reading, node, style)


def _read_list(reading: Reading, node: Node, style: Style) -> bool:
    return read_notes(reading, node, style) or read_list(reading, node, style)


def _read_paragraph(reading: Reading, node: Node, style: Style) -> bool:
    if read_notes(reading, node, style) or read_item(reading, node, style):
        return True
    return _is_caption(node) and read_caption(reading, node, style)


def _is_caption(node: Node) -> bool:
    return any(name.endswith("caption") or "caption-text" in name for name in node.classes) and not node.holds


_PHRASES: dict[str, Handler] = {
    "img": read_picture,
    "q": _read_q,
    "form": read_form,
    "select": read_choice,
    "textarea": read_choice,
    "noscript": read_without_scripts,
    **dict.fromkeys(PLAYERS, read_player),
}
RULES = Rules(
    all={
        **_PHRASES,
        **dict.fromkeys(HEADINGS, read_heading),
        **dict.fromkeys(LISTS, _read_list),
        **dict.fromkeys(("div", "section", "article", "aside", "main", "center", "li", "a"), _read_item),
        **dict.fromkeys(("pre", "listing", "xmp"), _read_typed),
        "p": _read_paragraph,
        "nav": _read_nav,
        "figure": read_figure,
        "figcaption": read_caption,
        "blockquote": read_quote,
        "table": read_table,
        "details": read_details,
        "dl": read_definitions,
        **dict.fromkeys(("dt", "legend", "summary"), _read_term),
    },
    phrases=_PHRASES,
    end_line=end_line,
    join=joined,
)
