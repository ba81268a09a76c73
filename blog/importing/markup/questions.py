"""Questions with their answers, as far as markup tells them: unfolding boxes, marked data, lists of definitions."""

from collections.abc import Sequence
from html import escape
from itertools import islice

from blog.importing.document import (
    ContentsElement,
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    QuestionElement,
)
from blog.importing.markup.inline import inline_html, inline_text
from blog.importing.markup.lines import BOLD, figures_of, runs_of
from blog.importing.markup.looks import PLAIN, Style
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import HEADING, MORE_THAN_WORDS, QUESTION, Node

_LONGEST_QUESTION = 250
_MOST_LOOKED_AT = 500


def read_details(reading: Reading, node: Node, style: Style) -> bool:
    """What unfolds: its summary is the question."""
    summary = next((child for child in node.elements() if child.name == "summary"), None)
    if summary is None:
        return False
    rest = Node("div", {})
    rest.children = [child for child in node.children if child is not summary]
    _put_asked(reading, _one_line(reading, summary), rest, node.holds)
    return True


def read_marked(reading: Reading, node: Node, style: Style) -> bool:
    """An element that says itself that it is a question (schema.org), its name and its accepted answer in it."""
    if not node.get("itemtype").casefold().rstrip("/").endswith("schema.org/question"):
        return False
    inner = islice(node.walk(), _MOST_LOOKED_AT)
    name = next((child for child in inner if child.get("itemprop").casefold() == "name"), None)
    if name is None or name is node:
        return False
    question = _one_line(reading, name)
    if name.parent is not None:
        name.parent.children.remove(name)
    _put_asked(reading, question, node, node.holds & ~HEADING)
    return True


def read_definitions(reading: Reading, node: Node, style: Style) -> bool:
    """A list of terms: of questions, or of points that begin with what they are about."""
    pairs = _pairs(node)
    if pairs is None:
        return False
    if node.holds & QUESTION:
        return False
    asks = sum(1 for terms, _said in pairs if terms and terms[-1].text().strip().endswith("?"))
    if asks * 2 >= len(pairs):
        for terms, said in pairs:
            _put_pair(reading, terms, said)
        return True
    items = [_point(reading, terms, said, style) for terms, said in pairs]
    if items := [item for item in items if item]:
        reading.put(ListElement(tuple(items), ordered=False))
    return True


def put_question(reading: Reading, question: str, answer: Sequence[Element]) -> None:
    """A question and its answer; an answer that holds more than words stands under its question as a title."""
    if len(answer) == 1 and isinstance(answer[0], ContentsElement) and not answer[0].title:
        reading.put(ContentsElement(answer[0].links, question))
        return
    html = _answer(answer)
    if question and html and len(question) <= _LONGEST_QUESTION:
        for element in answer:
            reading.lead_here(getattr(element, "anchors", ()))
        reading.put(QuestionElement(question, html))
        return
    if question:
        reading.put(HeadingElement(question, BOLD))
    reading.put(*answer)


def _put_asked(reading: Reading, question: str, answer: Node, holds: int) -> None:
    """A question and what is in the box of its answer, which is read into it only if it can be."""
    if not holds & MORE_THAN_WORDS:
        put_question(reading, question, reading.inside(answer, PLAIN))
        return
    if question:
        reading.put(HeadingElement(question, BOLD))
    reading.read(answer, PLAIN)
    reading.end_line()


def _answer(elements: Sequence[Element]) -> str:
    """Elements as HTML of paragraphs and lists; empty if there is more among them."""
    parts: list[str] = []
    for element in elements:
        if isinstance(element, Paragraph):
            parts.append(f"<p>{element.html}</p>")
        elif isinstance(element, HeadingElement) and element.level == BOLD:
            parts.append(f"<p><strong>{escape(element.text, quote=False)}</strong></p>")
        elif isinstance(element, ListElement) and not element.depths:
            tag = "ol" if element.ordered else "ul"
            parts.append(f"<{tag}>{''.join(f'<li>{item}</li>' for item in element.items)}</{tag}>")
        else:
            return ""
    return "".join(parts)


def _one_line(reading: Reading, node: Node) -> str:
    pieces = reading.line_of(node)
    for figure in figures_of(pieces):
        reading.put(figure)
    return inline_text(runs_of(pieces))


def _pairs(node: Node) -> list[tuple[list[Node], list[Node]]] | None:
    """The terms of a list with what is said of them; None if it holds anything else."""
    pairs: list[tuple[list[Node], list[Node]]] = []
    pending = list(reversed(node.children))
    while pending:
        child = pending.pop()
        if isinstance(child, str):
            if child.strip():
                return None
        elif child.name == "div":
            pending += reversed(child.children)
        elif child.name == "dt":
            if not pairs or pairs[-1][1]:
                pairs.append(([], []))
            pairs[-1][0].append(child)
        elif child.name == "dd" and pairs:
            pairs[-1][1].append(child)
        elif child.name not in ("script", "template", "style"):
            return None
    return pairs


def _put_pair(reading: Reading, terms: list[Node], said: list[Node]) -> None:
    box = Node("div", {})
    box.children = list(said)
    question = " ".join(filter(None, (_one_line(reading, term) for term in terms)))
    put_question(reading, question, reading.inside(box, PLAIN))


def _point(reading: Reading, terms: list[Node], said: list[Node], style: Style) -> str:
    names = " ".join(filter(None, (_one_line(reading, term) for term in terms)))
    texts: list[str] = []
    for node in said:
        pieces = reading.line_of(node, style)
        reading.put(*figures_of(pieces))
        texts.append(inline_html(runs_of(pieces)))
    title = f"<strong>{escape(names, quote=False)}</strong>" if names else ""
    return " ".join(filter(None, (title, *texts)))
