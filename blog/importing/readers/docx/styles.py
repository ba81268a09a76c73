"""What the styles of a document mean: headings of any name, contents entries, and how large its words are."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from blog.importing.readers.docx.names import value, w

# Pages calls its only one "Heading".
_HEADING = re.compile(r"heading(?: (\d))?", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (\d)", re.IGNORECASE)
# Half points; what Word writes with when a document says nothing.
_USUAL_SIZE = 22
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document by their id."""

    names: dict[str, str] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    size: int = _USUAL_SIZE

    def name(self, style: str | None) -> str:
        """The name of a style in small letters, as all languages of Word have it; empty for none."""
        return self.names.get(style or "", style or "").casefold()

    def level(self, style: str | None) -> int:
        """The level of the heading a style makes, 0 for none; Word knows nine, an article six."""
        return self.levels.get(style or "", 0)

    def contents_level(self, style: str | None) -> int:
        """The level of an entry of a contents list, 0 for what is none."""
        found = _CONTENTS.fullmatch(self.name(style))
        return int(found[1]) if found else 0


def styles_of(root: Element | None) -> Styles:
    """The styles in `word/styles.xml`; a style based on a heading is one, and so is one with an outline level."""
    if root is None:
        return Styles()
    found = {style.get(w("styleId"), ""): style for style in root.findall(w("style"))}
    size = value(root.find(w("docDefaults")), "rPrDefault", "rPr", "sz")
    normal = next(
        (value(style, "rPr", "sz") for style in found.values() if style.get(w("default")) == "1"), None
    )
    chosen = normal or size or ""
    return Styles(
        names={key: value(style, "name") or key for key, style in found.items()},
        levels={key: level for key in found if (level := _level(key, found))},
        size=int(chosen) if chosen.isdecimal() and len(chosen) < 4 else _USUAL_SIZE,
    )


def _level(key: str, found: dict[str, Element]) -> int:
    for _step in range(_LONGEST_CHAIN):
        style = found.get(key)
        if style is None:
            return 0
        named = _HEADING.fullmatch(value(style, "name") or "")
        if named:
            return min(int(named[1] or 1), 6)
        outline = value(style, "pPr", "outlineLvl") or ""
        if outline in tuple("012345678"):
            return min(int(outline) + 1, 6)
        key = value(style, "basedOn") or ""
    return 0
