"""Blocks that refer to a snippet; on a page, all snippets of a kind it refers to are loaded together."""

from collections.abc import Iterable
from typing import Any

from wagtail.snippets.blocks import SnippetChooserBlock

from qnwellness.content import references


class ReferenceBlock(SnippetChooserBlock):
    """Refers to a snippet of one kind, which the resolver of a page knows by that name."""

    reference_kind: str
    model_name: str

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"target_model": self.model_name, **kwargs})

    def deconstruct(self) -> tuple:
        _path, args, kwargs = super().deconstruct()
        kwargs = {"target_model": self.model_name, **kwargs}
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs

    def to_python(self, value: Any) -> Any:
        return references.current().one(self.reference_kind, int(value)) if value is not None else None

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        values = list(values)
        wanted = [int(value) for value in values if value is not None]
        found = references.current().many(self.reference_kind, wanted)
        return [found.get(int(value)) if value is not None else None for value in values]


class SourceChooserBlock(ReferenceBlock):
    """Refers to a cited publication."""

    reference_kind = "source"
    model_name = "blog.Source"


class FactChooserBlock(ReferenceBlock):
    """Refers to a fact."""

    reference_kind = "fact"
    model_name = "blog.Fact"
