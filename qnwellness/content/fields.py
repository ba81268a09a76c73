"""The StreamField every page of this site uses."""

import threading
from typing import Any

from wagtail.blocks.base import BlockField
from wagtail.fields import StreamField

_VALIDATION = threading.RLock()


class LockedBlockField(BlockField):
    """A form field for blocks that validates one form at a time.

    Saving a draft relaxes `required` on block objects that all threads share; without the lock a publish in
    another thread could accept an empty required block.
    """

    def clean(self, value: Any) -> Any:
        with _VALIDATION:
            return super().clean(value)


class ContentStreamField(StreamField):
    """A StreamField whose forms validate under a lock; migrations see Wagtail's own field."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": LockedBlockField, **kwargs})

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", args, kwargs
