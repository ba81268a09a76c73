"""Word documents made by hand, as small as Word would still open them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    "</Types>"
)
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (
        *((f"berschrift{level}", f"heading {level}") for level in range(1, 10)),
        *(("Titel", "Title"), ("Untertitel", "Subtitle"), ("Zitat", "Quote"), ("Beschriftung", "caption")),
        *(("Verzeichnis1", "toc 1"), ("Verzeichnis2", "toc 2")),
    )
)
STYLES = (
    f"<w:styles {_NAMES}>{_HEADINGS}"
    '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House heading"/>'
    '<w:basedOn w:val="berschrift2"/></w:style></w:styles>'
)
_LEVELS = "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{{kind}}"/></w:lvl>' for level in range(3))
NUMBERING = (
    f"<w:numbering {_NAMES}>"
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS.format(kind="bullet")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_LEVELS.format(kind="decimal")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def run(text: str, looks: str = "") -> str:
    """Words; `looks` are the properties they have."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of words alone."""
    runs = inner if "<" in inner else run(inner)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def item(text: str, number: int = 1, level: int = 0) -> str:
    """An item of a list that Word numbers."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def part(name: str, inner: str) -> str:
    """A part of a document: `document`, `footnotes`, `comments`, `hdr`."""
    return f"<w:{name} {_NAMES}>{inner}</w:{name}>"


def relations(*found: tuple[str, str, str]) -> str:
    """Relations by id, kind and target."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if "://" in target else "")
        + "/>"
        for key, kind, target in found
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def document(body: str, links: str = "", **parts: str | bytes) -> bytes:
    """A document with this body; `parts` are further members by a name without folder and ending."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", relations(("rId1", "officeDocument", "word/document.xml")))
        archive.writestr("word/_rels/document.xml.rels", links or relations())
        usual = {
            "document": part("document", f"<w:body>{body}</w:body>"),
            "styles": STYLES,
            "numbering": NUMBERING,
        }
        for name, content in (usual | parts).items():
            archive.writestr(_PLACES.get(name, f"word/{name}.xml"), content)
    return stream.getvalue()


_PLACES = {"core": "docProps/core.xml", "image": "word/media/image1.png"}
