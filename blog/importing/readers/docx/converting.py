"""A document -> HTML, by mammoth, which sees nothing but parts that were checked."""

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, tostring

import mammoth

from blog.importing.readers.docx.package import Package
from qnwellness.content.files import Unreadable

# What a page can show (blog/importing/pictures.py takes what Pillow reads).
_SHOWN = {
    "png": "png",
    "jpg": "jpeg",
    "jpeg": "jpeg",
    "gif": "gif",
    "webp": "webp",
    "bmp": "bmp",
    "tif": "tiff",
}
_SHOWN["tiff"] = "tiff"
# What Word describes pictures with by itself: it is no alternative text anybody wrote.
_BY_ITSELF = re.compile(
    r"\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?)\s*", re.S
)
# Each paragraph is held against all of these, so that there are no more than it takes.
_STYLES = """
p.Heading1 => h1:fresh
p.Heading2 => h2:fresh
p.Heading3 => h3:fresh
p.Heading4 => h4:fresh
p.Heading5 => h5:fresh
p.Heading6 => h6:fresh
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='caption'] => p:fresh > em
p[style-name='toc 1'] => ul > li:fresh
p[style-name='toc 2'] => ul > li > ul > li:fresh
p[style-name='toc 3'] => ul > li > ul > li > ul > li:fresh
p:unordered-list(1) => ul > li:fresh
p:unordered-list(2) => ul|ol > li > ul > li:fresh
p:unordered-list(3) => ul|ol > li > ul|ol > li > ul > li:fresh
p:unordered-list(4) => ul|ol > li > ul|ol > li > ul|ol > li > ul > li:fresh
p:unordered-list(5) => ul|ol > li > ul|ol > li > ul|ol > li > ul|ol > li > ul > li:fresh
p:ordered-list(1) => ol > li:fresh
p:ordered-list(2) => ul|ol > li > ol > li:fresh
p:ordered-list(3) => ul|ol > li > ul|ol > li > ol > li:fresh
p:ordered-list(4) => ul|ol > li > ul|ol > li > ul|ol > li > ol > li:fresh
p:ordered-list(5) => ul|ol > li > ul|ol > li > ul|ol > li > ul|ol > li > ol > li:fresh
r[style-name='Strong'] => strong
"""


@dataclass(slots=True)
class Converted:
    """The HTML of a document; `pictures` are the files in it by the address they have in the HTML."""

    html: str
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    unshown: int = 0


def convert(package: Package, parts: dict[str, Element], linked: dict[str, str]) -> Converted:
    """The HTML of a package whose `parts` were prepared.

    `linked` are the addresses of pictures elsewhere, if they have one, by the member they seem to be.

    Raises Unreadable for a document the converter cannot take.
    """
    made = Converted("")

    def picture(image: Any) -> list[Any]:
        with image.open() as stream:
            member = stream.read().decode()
        address = linked.get(member) or _kept(made, package, member)
        alt = _BY_ITSELF.sub("", image.alt_text or "")
        return [mammoth.html.element("img", {"src": address, "alt": alt})] if address else []

    checked = _archive(package, parts, linked)
    try:
        result = mammoth.convert_to_html(
            checked,
            convert_image=picture,
            style_map=_STYLES,
            include_default_style_map=False,
            include_embedded_style_map=False,
            external_file_access=False,
        )
    except RecursionError:
        raise Unreadable("The Word document is nested too deeply.") from None
    except Exception as problem:
        # The converter promises nothing about what it raises for a document that breaks the format.
        raise Unreadable(
            f"The Word document is damaged; open it in Word and save it again ({type(problem).__name__})."
        ) from None
    made.html = result.value
    return made


def _archive(package: Package, parts: dict[str, Element], linked: dict[str, str]) -> io.BytesIO:
    """The document once more: its parts as they were checked and prepared, and of everything else only the name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in package.names():
            if name in parts:
                archive.writestr(name, tostring(parts[name]))
            elif name.endswith((".rels", "numbering.xml", "styles.xml", "[Content_Types].xml")):
                archive.writestr(name, package.xml(name))
            elif not name.endswith((".xml", "/")):
                archive.writestr(name, name)
        for name in linked:
            archive.writestr(name, name)
    stream.seek(0)
    return stream


def _kept(made: Converted, package: Package, member: str) -> str:
    """The address a picture of the document goes by; empty for one no page can show."""
    kind = _SHOWN.get(member.rpartition(".")[2].casefold())
    if kind is None or member not in package:
        made.unshown += 1
        return ""
    data = package.read(member)
    address = f"picture-{hashlib.sha256(data).hexdigest()[:12]}.{'jpg' if kind == 'jpeg' else kind}"
    made.pictures[address] = (f"image/{kind}", data)
    return address
