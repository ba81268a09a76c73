"""What a file of a folder or archive is, by its name: perhaps an article, a picture, part of a page, or neither."""

import re
import unicodedata
from collections.abc import Collection
from enum import Enum
from pathlib import PurePosixPath


class Kind(Enum):
    """What is done with a file: it is read, looked for by others, passed over, or told."""

    ARTICLE = "article"
    PICTURE = "picture"
    PASSED_OVER = "passed over"
    ARCHIVE = "archive"
    DOCUMENT = "document"
    MEDIA = "media"
    UNKNOWN = "unknown"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PICTURES = _names(".png .jpg .jpeg .jpe .jfif .gif .webp .avif .svg .bmp .tif .tiff .ico .heic .heif")
_ARTICLES = _names(
    """
    .txt .text .md .markdown .mdown .mkd .mdx .html .htm .xhtml .shtml .mht .mhtml .webarchive .docx .xml .wxr .json
    .jsonl .ndjson .csv .tsv .xlsx
    """
)
_ARCHIVES = _names(".zip .rar .7z .gz .tgz .tar .bz2 .xz")
_DOCUMENTS = _names(
    ".pdf .doc .docm .dot .dotx .rtf .odt .pages .wps .wpd .epub .ppt .pptx .odp .key .xls .ods .numbers"
)
_MEDIA = _names(".mp3 .m4a .ogg .wav .flac .mp4 .m4v .mov .avi .webm .mkv .wmv .ogv")
# What pages are drawn with: there are no words of anybody in it.
_PARTS_OF_PAGES = _names(".css .js .mjs .map .woff .woff2 .ttf .otf .eot")
_JUNK = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"))
# The folder a browser puts beside a page it saves, in the languages of browsers; and Word's.
_SAVED_WITH = re.compile(
    r"(?:_files?|_fichiers|-dateien|_archivos|_arquivos|_ficheiros|_bestanden|_pliki|_soubory|_filer|-filer|_tiedostot"
    r"|_dosyalar|\.files|\.fld)",
    re.IGNORECASE,
)
_QUERY = re.compile(r"[?@](?:[\w.%-]+=|v\d).*$")


def kind_of(name: str) -> Kind:
    """What a file with this name (without folders) is."""
    folded = name.casefold()
    if folded in _JUNK or folded.startswith((".", "~$")):
        return Kind.PASSED_OVER
    suffix = PurePosixPath(without_query(folded)).suffix
    if suffix in PICTURES:
        return Kind.PICTURE
    if suffix in _ARTICLES or not suffix:
        return Kind.ARTICLE
    if suffix in _PARTS_OF_PAGES:
        return Kind.PASSED_OVER
    others = ((_ARCHIVES, Kind.ARCHIVE), (_DOCUMENTS, Kind.DOCUMENT), (_MEDIA, Kind.MEDIA))
    return next((kind for names, kind in others if suffix in names), Kind.UNKNOWN)


def is_junk(folder: str) -> bool:
    """Whether a folder (its own name) is one that systems make for themselves."""
    return folder.casefold() in _JUNK or (folder.startswith(".") and folder not in (".", ".."))


def is_saved_with(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder holds the parts of a page that a browser saved among the files of these names beside it."""
    found = re.search(_SAVED_WITH.pattern + "$", folder, re.IGNORECASE)
    if not found:
        return False
    stem = folder[: found.start()].casefold()
    return any(f"{stem}{suffix}" in beside for suffix in (".html", ".htm", ".xhtml", ".mht", ".docx", ".doc"))


def without_query(name: str) -> str:
    """The name of a file without the query of the address it was saved from (`leaf.jpg?v=1`, `leaf.jpg@v=1`)."""
    return _QUERY.sub("", name)


def normal(name: str) -> str:
    """A name as it is written everywhere: composed accents, slashes, no bytes that are no text."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text.replace("\\", "/"))
