"""Wagtail's own record of which article refers to which product, compared with what articles say.

The index follows the stored page, published or not: a product's "usage" and the guards of deletion read it. Wagtail
writes it in a task of its own, which can fail or fall behind; whatever differs is the index's fault, never the text's.
"""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from products.models import ProductPage

from ..models import ArticlePage
from .faults import Fault, Rows, faults_between


def reference_faults(article: ArticlePage, products: set[str]) -> Iterator[Fault]:
    """Yield what the index says wrongly of an article's products. `products` has all their ids, as texts. One query.

    What an article says of a product that is gone is no fault: that is how it is found.
    """
    stored = _rows(ReferenceIndex.objects.filter(**_base(), object_id=str(article.pk)))
    found = ReferenceIndex._extract_references_from_object(article)
    page = _base()["base_content_type"].pk
    expected: Rows = {
        (product, path): {"model_path": model_path}
        for to, product, model_path, path in found
        if to == page and product in products
    }
    ours = {key: row for key, row in stored.items() if key[0] in products}
    yield from faults_between("reference", ours, expected)


def left_behind() -> QuerySet:
    """Return what the index holds of articles that are gone."""
    kept = ArticlePage.objects.annotate(key=Cast("pk", CharField())).filter(key=OuterRef("object_id"))
    return _of_articles().exclude(Exists(kept))


def product_keys() -> set[str]:
    """Return the ids of all products as the index writes them."""
    return {str(pk) for pk in ProductPage.objects.values_list("pk", flat=True)}


def rebuild(article: ArticlePage) -> None:
    """Write the index of an article anew. Runs in the caller's transaction."""
    # A row whose path is right and whose model path is not stands in the way of the right one.
    ReferenceIndex.objects.filter(**_base(), object_id=str(article.pk)).delete()
    ReferenceIndex.create_or_update_for_object(article)


def _base() -> dict[str, ContentType]:
    return {"base_content_type": ContentType.objects.get_for_model(Page)}


def _of_articles() -> QuerySet:
    kind = ContentType.objects.get_for_model(ArticlePage)
    return ReferenceIndex.objects.filter(**_base(), content_type=kind)


def _rows(references: QuerySet) -> Rows:
    rows = references.filter(to_content_type=_base()["base_content_type"])
    values = rows.values_list("to_object_id", "content_path", "model_path")
    return {(product, path): {"model_path": model_path} for product, path, model_path in values}
