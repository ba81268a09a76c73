"""The names of WordprocessingML, and the ways into it that several modules take."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
DRAWN_TEXT, BLIP = f"{DRAWN}t", f"{DRAWN}blip"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SHAPES = "{urn:schemas-microsoft-com:vml}"
EMBED, LINK = f"{{{_R}}}embed", f"{{{_R}}}link"

# The strict form of the format has other names for the same (ISO/IEC 29500-4, annex A).
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATHS[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", DRAWN[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", DRAWING[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PICTURE[1:-1].encode()),
)


def w(name: str) -> str:
    """A name of an element or an attribute of the text itself."""
    return f"{{{_W}}}{name}"


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of an element, or of one below it; None where there is none."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return None if element is None else element.get(w("val"))


def is_on(element: Element | None, *path: str) -> bool:
    """Whether a property that can be switched off again is set."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return element is not None and element.get(w("val")) not in ("0", "false", "off", "none")


def texts(element: Element) -> Iterator[str]:
    """The words of an element as they are read, a space where a tab, a line or a paragraph ends."""
    for part in element.iter():
        if part.tag in (w("t"), DRAWN_TEXT, f"{MATHS}t"):
            yield part.text or ""
        elif part.tag in (w("tab"), w("br"), w("cr"), w("p")):
            yield " "


def words_in(element: Element) -> str:
    """The words of an element with single spaces."""
    return " ".join("".join(texts(element)).split())
