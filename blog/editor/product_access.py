"""Who may arrange the articles of a product, and which articles they may read the names of."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from products.models import ProductPage
from qnwellness.content.visibility import public_q

from ..models import ArticlePage, BlogIndexPage

_ANY = ["change", "publish"]


def may_arrange(user: Any, product: Page) -> bool:
    """Tell whether a user may say what stands on a product's list: who may change or publish it, or the journal."""
    allowed = page_permission_policy.user_has_any_permission_for_instance
    if allowed(user, _ANY, product):
        return True
    return any(allowed(user, _ANY, journal) for journal in BlogIndexPage.objects.all())


def may_see_reports(user: Any) -> bool:
    """Tell whether a user works on articles or on products at all."""
    return page_permission_policy.user_has_any_permission(user, ["add", *_ANY])


def nameable(user: Any, model: type[Page], prefix: str = "") -> Q:
    """Return the condition under which a user may read the name of a page: shoppers may, or the user may edit it.

    `prefix` as in `public_q`. One query, for restrictions.
    """
    allowed = page_permission_policy.instances_user_has_any_permission_for(user, _ANY)
    return public_q(model, prefix=prefix) | Q(**{f"{prefix}pk__in": allowed.values("pk")})


def editable(user: Any, pages: QuerySet) -> set[int]:
    """Return the ids of those of these pages that a user may edit. One query."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "change")
    return set(allowed.filter(pk__in=pages).values_list("pk", flat=True))


def nameable_articles(user: Any) -> QuerySet[ArticlePage]:
    """Return the articles whose names a user may read."""
    return ArticlePage.objects.filter(nameable(user, ArticlePage)).defer("body", "corrections")


def nameable_products(user: Any) -> QuerySet[ProductPage]:
    """Return the products whose names a user may read."""
    return ProductPage.objects.filter(nameable(user, ProductPage))
