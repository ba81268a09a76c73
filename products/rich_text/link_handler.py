"""What a shopper sees of a product mention."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.rich_text import LinkHandler

from qnwellness.content import references
from qnwellness.content.links import PLAIN_LINK, link, naming_link

from ..availability import Surface
from ..showing import show
from .mention import LINK_TYPE, Mention, Wording


class ProductMentionHandler(LinkHandler):
    """Links a mention to its product, under the product's name of today or under the mention's own words.

    One that has been replaced leads to what takes its place, and its name says so. Of a product a shopper may not
    see, or that is gone, the stored words stay and nothing else is told: no link, and no name it was given since.
    """

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> type[Model]:
        return apps.get_model("products", "ProductPage")

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        current = references.current()
        mentions = [Mention.read(attributes) for attributes in attrs_list]
        products = current.many("product", {mention.product_id for mention in mentions if mention})
        with references.resolved_by(current):
            return [
                cls._opening_tag(mention, products.get(mention.product_id)) if mention else PLAIN_LINK
                for mention in mentions
            ]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterator[tuple[type[Model], str, str, str]]:
        """Yield the product for the reference index, as (model, id, model path, content path)."""
        if mention := Mention.read(attrs):
            yield cls.get_model(), str(mention.product_id), "", ""

    @staticmethod
    def _opening_tag(mention: Mention, product: Any | None) -> str:
        shown = show(product, Surface.INLINE)
        if shown is None or not shown.url:
            return PLAIN_LINK
        attributes = {"class": "mention", "href": shown.url}
        if mention.wording is Wording.NAME:
            return naming_link(shown.in_a_sentence, attributes)
        return link(attributes)
