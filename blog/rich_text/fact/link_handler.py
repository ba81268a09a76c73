"""What a reader sees of a fact in a sentence."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.rich_text import LinkHandler

from qnwellness.content import references
from qnwellness.content.links import PLAIN_LINK, naming_link, plain_name

from ...evidence.listed import Mark
from ...evidence.stated import Stated, next_mark
from .stored import LINK_TYPE, read


class FactHandler(LinkHandler):
    """Puts the figure of today in place of the words that were stored with a fact.

    On a page that lists the fact it leads to its entry in the list. Elsewhere it stands without a link. The stored
    words stay where the fact is gone.
    """

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> type[Model]:
        return apps.get_model("blog", "Fact")

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = [read(attributes) for attributes in attrs_list]
        facts = references.current().many(LINK_TYPE, {pk for pk in ids if pk is not None})
        return [opening_tag(facts[pk]) if pk in facts else PLAIN_LINK for pk in ids]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterator[tuple[type[Model], str, str, str]]:
        """Yield the fact for the reference index, as (model, id, model path, content path)."""
        pk = read(attrs)
        if pk is not None:
            yield cls.get_model(), str(pk), "", ""


def opening_tag(fact: Any) -> str:
    """Return the opening tag of a link that shows the figure of `fact`."""
    mark = next_mark(fact.pk)
    return naming_link(fact.text, attributes_of(mark)) if mark else plain_name(fact.text)


def attributes_of(mark: Mark[Stated]) -> dict[str, str]:
    """Return the attributes of the link that leads from a figure to its entry in the list."""
    return {"class": "fact", "href": f"#{mark.entry.anchor}", **({"id": mark.id} if mark.id else {})}
