"""The sources a panel cites: chosen one by one, shown as numbers at its foot."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from qnwellness.content import references


class SourceChooserBlock(SnippetChooserBlock):
    """Refers to a source; on a page, all sources it cites are loaded together."""

    reference_kind = "source"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"target_model": "blog.Source", **kwargs})

    def deconstruct(self) -> tuple:
        _path, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, {"target_model": "blog.Source", **kwargs}

    def to_python(self, value: Any) -> Any:
        return references.current().one("source", int(value)) if value is not None else None

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        values = list(values)
        found = references.current().many("source", [int(value) for value in values if value is not None])
        return [found.get(int(value)) if value is not None else None for value in values]


def citations_block() -> ListBlock:
    """Return the field for what a panel cites. A source that was deleted leaves an empty line, which is ignored."""
    return ListBlock(
        SourceChooserBlock(label=_("Source"), required=False),
        label=_("Sources cited"),
        default=[],
        help_text=_("Readers see their numbers at the foot of the panel."),
    )
