"""An infographic that belongs to another article, shown as it is there today."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from qnwellness.content import references
from qnwellness.content.visibility import is_public

from ..evidence import citations, stated
from .infographic import InfographicBlock

LENT = "infographic"


class LenderChooserBlock(PageChooserBlock):
    """Refers to an article for what it lends; on a page, all such articles are loaded together."""

    reference_kind = "lender"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"page_type": "blog.ArticlePage", **kwargs})

    def deconstruct(self) -> tuple:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, {"page_type": ["blog.ArticlePage"], **kwargs}

    def to_python(self, value: Any) -> Any:
        return references.current().one(self.reference_kind, int(value)) if value is not None else None

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        values = list(values)
        wanted = [int(value) for value in values if value is not None]
        found = references.current().many(self.reference_kind, wanted)
        return [found.get(int(value)) if value is not None else None for value in values]


class BorrowedInfographicBlock(StructBlock):
    """Shows an infographic of another article as it is published there, and says where it is from.

    What stands in it is the other article's: products named there are no mentions of this page, and sources and
    figures are listed there. It is not part of this page's words, and cannot be borrowed any further.
    """

    is_searched = False

    article = LenderChooserBlock(label=_("Article"))
    title = CharBlock(
        label=_("Title of the infographic"),
        required=False,
        max_length=160,
        help_text=_("Only where the article has several."),
    )

    class Meta:
        icon = "infographic-link"
        label = _("Infographic of another article")
        description = _("Shows it as it is there, today and in future, and says where it is from.")
        template = "blog/blocks/borrowed_infographic.html"

    def clean(self, value: StructValue) -> StructValue:
        """Return the value. Raises StructBlockValidationError where it does not say which infographic is meant."""
        cleaned = super().clean(value)
        if self.is_deferred_validation or not cleaned.get("article"):
            return cleaned
        article = cleaned["article"]
        if problem := _problem(titles_of(article), cleaned["title"] or "", is_told=_is_public(article)):
            raise StructBlockValidationError({problem[0]: ValidationError(problem[1])})
        return cleaned

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        example = context.get("example")
        return {**context, "lent": example or lent(value.get("article"), value.get("title") or "")}

    def render(self, value: StructValue, context: dict | None = None) -> str:
        """Render without marks: the lists of sources and figures below this page are not those of what it borrows."""
        with citations.marking(dict), stated.unmarked():
            return super().render(value, context)

    def get_preview_context(self, value: StructValue, parent_context: dict | None = None) -> dict[str, Any]:
        """Show an example, as a site may have no infographic yet."""
        return {**(parent_context or {}), "example": InfographicBlock().get_preview_value()}


def titles_of(article: Any) -> list[str]:
    """Return the titles of the infographics of an article, of a draft those of its latest revision."""
    page = article if article.live else article.get_latest_revision_as_object()
    return [item["value"].get("title") or "" for item in page.body.raw_data if item["type"] == LENT]


def lent(article: Any, title: str) -> StructValue | None:
    """Return the published infographic with this title, or the only one of an article.

    None where there is no such article or infographic, or where shoppers may not see it. No query beside those of
    the page's references.
    """
    if article is None or not _is_public(article):
        return None
    places = [place for place, item in enumerate(article.body.raw_data) if item["type"] == LENT]
    if len(places) > 1:
        wanted = _folded(title)
        raw = article.body.raw_data
        places = [place for place in places if _folded(raw[place]["value"].get("title") or "") == wanted]
    return article.body[places[0]].value if places else None


def _is_public(article: Any) -> bool:
    return is_public(article, references.current().restricted_paths)


def _problem(titles: list[str], title: str, *, is_told: bool) -> tuple[str, str] | None:
    """Return the field with a problem and what it is, or None.

    The titles are named only where every reader may know them (`is_told`): who writes here may have no way into the
    other article.
    """
    names = ", ".join(f"“{name}”" for name in titles)
    if not titles:
        return "article", _now("This article has no infographic.")
    if not title:
        message = _now("This article has several infographics. Write the title of one.")
        if is_told:
            message = _now("This article has several infographics. Write the title of one: %(titles)s.")
        return ("title", message % {"titles": names}) if len(titles) > 1 else None
    if _folded(title) not in map(_folded, titles):
        message = _now("This article has no infographic with that title.")
        if is_told:
            message = _now("This article has no infographic with that title. It has: %(titles)s.")
        return "title", message % {"titles": names}
    return None


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
