"""Word documents: `package` opens them within limits, `preparing` makes whole what the converter would skip,
`converting` makes HTML of them, and what stands beside the text is told by `asides`."""

import base64
import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element as Tree

from blog.importing.document import BoxElement, Element, PictureElement, SourceArticle
from blog.importing.markup import read_markup
from blog.importing.readers.docx.asides import (
    drawn_words,
    marks_in,
    tell_comments,
    tell_edge,
    tell_unmarked,
)
from blog.importing.readers.docx.converting import Converted, convert
from blog.importing.readers.docx.names import w
from blog.importing.readers.docx.package import Package
from blog.importing.readers.docx.preparing import Preparing
from blog.importing.readers.docx.properties import Properties, properties_of
from blog.importing.readers.docx.recognising import recognises, refuse_others
from blog.importing.readers.docx.styles import styles_of
from blog.importing.readers.docx.titles import take_title
from blog.importing.readers.docx.told import Told
from blog.importing.readers.file import SourceFile
from blog.importing.readers.reader import Reader
from qnwellness.content.files import Unreadable

_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


def read(file: SourceFile, source: str) -> Iterator[SourceArticle]:
    """The one article in a Word document. Raises Unreadable, also for older kinds of documents, with what to do."""
    refuse_others(file.head())
    return iter((_article(Package(file.whole()), source),))


def _article(package: Package, source: str) -> SourceArticle:
    main = _main_part(package)
    told = Told()
    parts, linked = _prepared(package, main, told)
    converted = convert(package, parts, linked)
    told.counts["pictures"] += converted.unshown
    said = properties_of(package.tree("docProps/core.xml"))
    markup = read_markup(converted.html)
    elements = tuple(_with_pictures(markup.elements, converted))
    if not (elements or told.title):
        raise Unreadable("The document is empty.")
    return SourceArticle(
        source=source,
        content_hash=_content_hash(converted, told, said),
        elements=elements,
        title=told.title or None,
        standfirst=told.subtitle or None,
        authors=said.authors,
        tags=said.tags,
        seo_description=said.description or None,
        updated=said.modified,
        set_aside=(*told.set_aside, *markup.set_aside),
        notes=(*told.notes(), *_notes_of(said, told)),
    )


def _main_part(package: Package) -> str:
    """The name of the part with the text. Raises Unreadable for an archive that has none."""
    found = _relations(package, "_rels/.rels", "").get("officeDocument", [])
    names = [name for name in (*found, "word/document.xml") if name in package]
    if not names:
        raise Unreadable("The file is no Word document: it has no text part.")
    return names[0]


def _prepared(package: Package, main: str, told: Told) -> tuple[dict[str, Tree], dict[str, str]]:
    """The parts the converter reads, changed for it, and the pictures that are elsewhere."""
    folder, name = posixpath.split(main)
    links = f"{folder}/_rels/{name}.rels"
    related = _relations(package, links, folder)

    def part(kind: str) -> str:
        return next(iter(related.get(kind, [])), f"{folder}/{kind}.xml")

    parts = {
        key: tree for key in (main, *map(part, _NOTES.values())) if (tree := package.tree(key)) is not None
    }
    body = parts[main]
    tell_comments(told, package.tree(part("comments")), body)
    notes = {mark: _ids(parts.get(part(kind))) for mark, kind in _NOTES.items()}
    styles = styles_of(package.tree(part("styles")))
    for tree in parts.values():
        Preparing(styles, told, notes).prepare(tree)
    take_title(body, styles, told)
    for mark, kind in _NOTES.items():
        tell_unmarked(told, parts.get(part(kind)), marks_in(body, mark))
    _tell_others(package, related, told)
    return parts, _linked(package, links)


def _ids(notes: Tree | None) -> frozenset[str]:
    kinds = (None, "normal")
    found = [] if notes is None else [note for note in notes if note.get(w("type")) in kinds]
    return frozenset(note.get(w("id"), "") for note in found)


def _tell_others(package: Package, related: dict[str, list[str]], told: Told) -> None:
    """What the document shows that stands in parts of their own."""
    for kind in ("header", "footer"):
        for name in related.get(kind, []):
            tree = package.tree(name)
            if tree is not None:
                tell_edge(told, tree, kind)
    for kind, what in (("diagramData", "a diagram"), ("chart", "a chart")):
        for name in related.get(kind, []):
            tree = package.tree(name)
            if tree is not None:
                told.aside(" ".join(drawn_words(tree)) or "?", f"{what}, which can only come as a picture")


def _relations(package: Package, name: str, folder: str) -> dict[str, list[str]]:
    """The parts of a package by what they are to the one whose relations these are."""
    found: dict[str, list[str]] = {}
    for relation in package.tree(name) or ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(path.lstrip("/"))
    return found


def _linked(package: Package, name: str) -> dict[str, str]:
    """Addresses of pictures that are not in the document, by the member the converter takes them for.

    Those on somebody's own disk, and those that programs forgot to put in, have none.
    """
    found = {}
    for relation in package.tree(name) or ():
        target = relation.get("Target", "")
        if relation.get("Type", "").endswith("/image"):
            is_elsewhere = relation.get("TargetMode") == "External"
            member = target.removeprefix("/") if target.startswith("/") else f"word/{target}"
            if is_elsewhere or member not in package:
                is_shown = is_elsewhere and target.startswith(("https://", "http://"))
                found[member] = target if is_shown else ""
    return found


def _with_pictures(elements: Iterable[Element], converted: Converted) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, BoxElement):
            yield replace(element, elements=tuple(_with_pictures(element.elements, converted)))
        elif isinstance(element, PictureElement) and element.address in converted.pictures:
            kind, data = converted.pictures[element.address]
            address = f"data:{kind};base64,{base64.b64encode(data).decode()}"
            yield replace(element, name=element.address, address=address)
        else:
            yield element


def _content_hash(converted: Converted, told: Told, said: Properties) -> str:
    """Pictures are in it by their names, which are made of what they show."""
    parts = (converted.html, told.title, told.subtitle, *said.authors, *said.tags, said.description)
    asides = (f"{aside.reason}\n{aside.text}" for aside in told.set_aside)
    return hashlib.sha256("\0".join((*parts, *asides)).encode("utf-8", "surrogatepass")).hexdigest()


def _notes_of(said: Properties, told: Told) -> Iterator[str]:
    if said.created:
        yield f"The document was made on {said.created:%Y-%m-%d}; it does not say when it was published."
    if said.title and told.title and said.title.casefold() != told.title.casefold():
        yield f"The properties of the document call it “{said.title}”."


READER = Reader(name="docx", label="Word document", recognises=recognises, read=read)
