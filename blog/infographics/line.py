"""A line of text in which facts may stand: what panels say."""

import re
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText, expand_db_html

from qnwellness.content.links import settle_links

from ..evidence.stated import unmarked

# What an editor may put into a line beside words.
LINE_FEATURES = ["fact"]
_PARAGRAPH = re.compile(r"</?p(?: [^<>]*)?>")
_BETWEEN = re.compile(r"</p>\s*<p(?: [^<>]*)?>")


class Line(RichText):
    """The text of a line; shown without the paragraph the editor puts around it."""

    def __html__(self) -> str:
        # Stored rich text is safe: both ways in, the editor's form and the import, pass a sanitiser.
        html = settle_links(expand_db_html(self.source)) if "<a" in self.source else self.source
        return inner(html.strip())


class LineBlock(RichTextBlock):
    """One or two sentences. The editor offers facts in it, and nothing else."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": LINE_FEATURES, **kwargs})

    def deconstruct(self) -> tuple:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, {"features": LINE_FEATURES, **kwargs}

    def to_python(self, value: Any) -> Line:
        return Line(value)

    def value_from_form(self, value: str) -> Line:
        # The editor hands in an empty line as a paragraph without words, which would count as filled.
        return Line(value if inner(value or "").strip() else "")

    def normalize(self, value: Any) -> Line:
        return Line(value.source if isinstance(value, RichText) else value and str(value))

    class Meta:
        icon = "pilcrow"
        label = _("Text")


def inner(html: str) -> str:
    """Return rich text without its paragraphs; several are joined by a space."""
    return _PARAGRAPH.sub("", _BETWEEN.sub(" ", html))


def words(line: RichText | str | None) -> str:
    """Return what a reader sees of a line, as plain text with the figures of today."""
    if not isinstance(line, RichText):
        return " ".join(str(line or "").split())
    with unmarked():
        shown = settle_links(expand_db_html(line.source)).replace("</p>", " </p>")
    # Split at spaces only: a no-break space holds a figure and its unit together.
    return " ".join(part for part in re.split(r"[ \t\n]+", unescape(strip_tags(shown))) if part)
