"""The StreamField every page of this site uses."""

import threading
from typing import Any

from wagtail.blocks.base import BlockField, BlockWidget
from wagtail.fields import StreamField

from . import references

_VALIDATION = threading.RLock()


class ResolvingBlockWidget(BlockWidget):
    """A form's blocks, shown with everything they refer to loaded together."""

    def render_with_errors(self, name: str, value: Any, *args: Any, **kwargs: Any) -> str:
        raw = list(value.raw_data) if value else []
        with references.resolving_value(self.block_def, raw):
            return super().render_with_errors(name, value, *args, **kwargs)


class ContentBlockField(BlockField):
    """A form field for blocks that loads references together and validates one form at a time.

    Saving a draft relaxes `required` on block objects that all threads share; without the lock a publish in
    another thread could accept an empty required block.
    """

    def __init__(self, block: Any = None, **kwargs: Any) -> None:
        super().__init__(block=block, **{"widget": ResolvingBlockWidget(block), **kwargs})

    def clean(self, value: Any) -> Any:
        with _VALIDATION:
            return super().clean(value)


class ContentStreamField(StreamField):
    """A StreamField whose forms validate under a lock; migrations see Wagtail's own field."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": ContentBlockField, **kwargs})

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", args, kwargs
