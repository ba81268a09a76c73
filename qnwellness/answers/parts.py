"""What an answer is made of: names of things that may change, heard while it is made.

A part is a short text: `row("page", 7)` for one thing, any other word for a list whose members may change. Whatever is
read while a block of `recording` runs says so by `made_of`; rows of models named by `read` say it by themselves when
they are loaded.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_init
from django.utils import timezone

# Stands for all there is: whoever is made of it changes with everything, and with its change everything changes.
ANYTHING = "*"
# Something whose time ends before an answer with it would be too old: such an answer is not kept.
ENDS_SOON = "!"

_heard: ContextVar[set[str] | None] = ContextVar("heard", default=None)


def row(kind: str, pk: int | str) -> str:
    """Return the part that one row of a kind (`"page"`, `"fact"`) is."""
    return f"{kind}:{pk}"


@contextmanager
def recording() -> Iterator[set[str]]:
    """Hear what an answer is made of for as long as the block runs. Blocks may nest: the outer one hears it as well."""
    parts: set[str] = set()
    outer = _heard.get()
    token = _heard.set(parts)
    try:
        yield parts
    finally:
        _heard.reset(token)
        if outer is not None:
            outer |= parts


def made_of(*parts: str) -> None:
    """Say that what is being made depends on these."""
    heard = _heard.get()
    if heard is not None:
        heard.update(parts)


def read(model: type[Model], kind: str) -> None:
    """Have each row of a model that is loaded say that what is being made depends on it, and whether its time ends.

    A model whose rows have a time of their own has it in `expire_at`, as Wagtail's pages.
    """
    post_init.connect(
        _listener(kind), sender=model, weak=False, dispatch_uid=f"answers.read.{model._meta.label}"
    )


def _listener(kind: str) -> Callable[..., None]:
    def loaded(instance: Model, **kwargs: Any) -> None:
        heard = _heard.get()
        if heard is not None and instance.pk is not None:
            heard.add(f"{kind}:{instance.pk}")
            # Not by the attribute: a row that was loaded without it would ask for it.
            ends = instance.__dict__.get("expire_at")
            if ends and ends - timezone.now() < timedelta(seconds=settings.ANSWERS_LONGEST):
                heard.add(ENDS_SOON)

    return loaded
