"""Makes of a document's text what the converter reads whole: it skips text boxes, fields, equations and more, shows
what is hidden, and knows headings by few names only."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from blog.importing.readers.docx.names import (
    BLIP,
    CHOICES,
    DRAWING,
    DRAWN,
    EMBED,
    LINK,
    MATHS,
    PICTURE,
    SHAPES,
    is_on,
    value,
    w,
    words_in,
)
from blog.importing.readers.docx.styles import Styles
from blog.importing.readers.docx.told import Told

# Words this much larger than the others were made to look like a heading.
_LARGER = 1.25
_LONGEST_HEADING = 150


class Preparing:
    """Goes through a part of a document once. `notes` are the notes there are, by the name of their mark."""

    def __init__(self, styles: Styles, told: Told, notes: dict[str, frozenset[str]]) -> None:
        self._styles = styles
        self._told = told
        self._notes = notes
        self._rules: Final[dict[str, Callable[[Element], list[Element]]]] = {
            w("del"): self._deleted,
            w("moveFrom"): self._deleted,
            w("ins"): self._inserted,
            w("moveTo"): self._inserted,
            w("r"): self._run,
            w("p"): self._paragraph,
            w("sdt"): self._control,
            w("drawing"): self._drawing,
            w("fldSimple"): list,
            w("dir"): list,
            w("bdo"): list,
            w("ruby"): list,
            w("rt"): list,
            w("rubyBase"): list,
            f"{CHOICES}AlternateContent": self._choice,
            f"{MATHS}oMath": self._equation,
            f"{MATHS}oMathPara": list,
            f"{SHAPES}textpath": self._drawn_words,
            w("footnoteReference"): self._mark,
            w("endnoteReference"): self._mark,
        }

    def prepare(self, root: Element) -> None:
        """Change a part in place."""
        root[:] = self._all(root)

    def _all(self, children: Iterable[Element]) -> list[Element]:
        return [kept for child in children for kept in self._one(child)]

    def _one(self, element: Element) -> list[Element]:
        if element.tag in (w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr"), w("sectPr")):
            return [element]
        if element.tag == f"{CHOICES}AlternateContent":
            return self._choice(element)
        element[:] = self._all(element)
        rule = self._rules.get(element.tag)
        return [element] if rule is None else rule(element)

    def _deleted(self, element: Element) -> list[Element]:
        self._told.counts["deleted"] += len(element) > 0
        return []

    def _inserted(self, element: Element) -> list[Element]:
        self._told.counts["inserted"] += len(element) > 0
        return list(element)

    def _run(self, run: Element) -> list[Element]:
        looks = run.find(w("rPr"))
        if is_on(looks, "vanish"):
            self._told.aside(words_in(run), "hidden in the document")
            return []
        if len(run) == (looks is not None):
            return []
        size = value(looks, "sz") or ""
        if looks is not None and size.isdecimal() and int(size[:4]) >= _LARGER * self._styles.size:
            looks.set("larger", "1")
        return [run]

    def _paragraph(self, paragraph: Element) -> list[Element]:
        if len(paragraph) == (paragraph.find(w("pPr")) is not None):
            return []
        style = value(paragraph, "pPr", "pStyle")
        if self._styles.contents_level(style):
            _without_page_number(paragraph)
            return [paragraph]
        level = self._styles.level(style)
        outline = value(paragraph, "pPr", "outlineLvl") or ""
        if outline in tuple("012345678"):
            level = min(int(outline) + 1, 6)
        if level and not _is_titled(self._styles.name(style)):
            _style(paragraph, f"Heading{level}")
        elif _is_large(paragraph):
            for run in paragraph.iter(w("r")):
                SubElement(_first(run, "rPr"), w("b"))
        return [paragraph]

    def _control(self, control: Element) -> list[Element]:
        if control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None:
            return [control]
        self._told.aside(words_in(control), "what a form of the document asks for")
        return []

    def _choice(self, element: Element) -> list[Element]:
        """What Word shows: text boxes and pictures of the choice, and what old programs show only for the rest."""
        choice = element.find(f"{CHOICES}Choice")
        if choice is not None and any(part.tag in (w("txbxContent"), BLIP, w("t")) for part in choice.iter()):
            return self._all(choice)
        instead = element.find(f"{CHOICES}Fallback")
        return [] if instead is None else self._all(instead)

    def _drawing(self, drawing: Element) -> list[Element]:
        """The pictures and the text boxes of a drawing, in the two forms the converter knows."""
        made = [_picture(drawing, blip) for blip in drawing.iter(BLIP) if not _is_in_box(drawing, blip)]
        boxes = list(_outermost(drawing, w("txbxContent")))
        if boxes:
            self._told.counts["boxes"] += len(boxes)
            made.append(Element(w("pict")))
            made[-1].extend(boxes)
        return made

    def _equation(self, equation: Element) -> list[Element]:
        self._told.counts["equations"] += 1
        return [_run_of("".join(part.text or "" for part in equation.iter(f"{MATHS}t")))]

    def _drawn_words(self, element: Element) -> list[Element]:
        box = Element(w("txbxContent"))
        SubElement(box, w("p")).append(_run_of(element.get("string", "")))
        return [box]

    def _mark(self, mark: Element) -> list[Element]:
        if mark.get(w("id")) in self._notes.get(mark.tag.rpartition("}")[2], frozenset()):
            return [mark]
        self._told.aside("*", "the mark of a note the document does not have")
        return []


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _is_in_box(drawing: Element, blip: Element) -> bool:
    return any(part is blip for box in _outermost(drawing, w("txbxContent")) for part in box.iter(BLIP))


def _picture(drawing: Element, blip: Element) -> Element:
    """A picture in the text, as the converter knows it: alone, with what describes it."""
    made = Element(w("drawing"))
    inline = SubElement(made, f"{DRAWING}inline")
    described = next(drawing.iter(f"{DRAWING}docPr"), None)
    if described is not None:
        inline.append(deepcopy(described))
    at = inline
    for name in (f"{DRAWN}graphic", f"{DRAWN}graphicData", f"{PICTURE}pic", f"{PICTURE}blipFill"):
        at = SubElement(at, name)
    source = blip.get(EMBED) or blip.get(LINK)
    SubElement(at, BLIP, {EMBED: source} if source else {})
    return made


def _is_titled(name: str) -> bool:
    return name in ("title", "subtitle")


def _is_large(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(w("r")) if words_in(run)]
    large = all((looks := run.find(w("rPr"))) is not None and looks.get("larger") for run in runs)
    return bool(runs) and large and len(words_in(paragraph)) <= _LONGEST_HEADING


def _first(element: Element, name: str) -> Element:
    found = element.find(w(name))
    if found is None:
        found = Element(w(name))
        element.insert(0, found)
    return found


def _style(paragraph: Element, style: str) -> None:
    properties = _first(paragraph, "pPr")
    _first(properties, "pStyle").set(w("val"), style)


def _without_page_number(paragraph: Element) -> None:
    """Take the last tab of a contents entry and the page behind it away."""
    parts = [(run, part) for run in paragraph.iter(w("r")) for part in run]
    tabs = [index for index, (_run, part) in enumerate(parts) if part.tag == w("tab")]
    if not tabs:
        return
    behind = parts[tabs[-1] :]
    page = "".join(part.text or "" for _run, part in behind if part.tag == w("t")).strip()
    if page.isdecimal() or set(page.casefold()) <= set("ivxlc"):
        for run, part in behind:
            if part.tag in (w("t"), w("tab")):
                run.remove(part)


def _run_of(text: str) -> Element:
    run = Element(w("r"))
    SubElement(run, w("t")).text = text
    return run
