"""How the products of relations stand, in a query: what `products.showing.stand` says of one."""

from collections.abc import Sequence

from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from products.availability import Standing, State
from products.models import ProductPage
from qnwellness.content.visibility import public_q, restricted_paths

from ..models import ProductRelation

UNAVAILABLE = {
    Standing.OUT_OF_STOCK: _("out of stock"),
    Standing.DISCONTINUED: _("discontinued"),
    Standing.REPLACED: _("replaced"),
    Standing.HIDDEN: _("hidden"),
    Standing.DRAFT: _("not published"),
    Standing.PRIVATE: _("private"),
}


def unavailable(paths: Sequence[str] | None = None) -> QuerySet:
    """Return the relations to products nobody can buy, each with `standing`. One query, for restrictions.

    `paths` are restricted paths already known.
    """
    paths = restricted_paths() if paths is None else paths
    relations = ProductRelation.objects.annotate(standing=_standing(paths))
    return relations.exclude(standing=Standing.LIVE)


def _standing(paths: Sequence[str]) -> Case:
    expired = Q(product__expire_at__lte=timezone.now())
    private = Q(pk__in=[])
    for path in paths:
        private |= Q(product__path__startswith=path)
    discontinued = Q(product__state=State.DISCONTINUED)
    replaced = discontinued & public_q(ProductPage, prefix="product__replacement__", paths=paths)
    found = {
        Standing.DRAFT: Q(product__live=False) | expired,
        Standing.PRIVATE: private,
        Standing.HIDDEN: Q(product__state=State.HIDDEN),
        Standing.REPLACED: replaced,
        Standing.DISCONTINUED: discontinued,
        Standing.OUT_OF_STOCK: Q(product__state=State.OUT_OF_STOCK),
    }
    cases = [When(condition, then=Value(standing.value)) for standing, condition in found.items()]
    return Case(*cases, default=Value(Standing.LIVE.value), output_field=CharField())
