"""Carries out a plan for one product. Never deletes a product or a picture."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.coreutils import find_available_slug

from products.catalogue.known import Known
from products.catalogue.plan import Plan
from products.catalogue.variants import keys_of, write_variants
from products.catalogue.versions import keep_versions
from products.models import Ingredient, OtherName, ProductImage, ProductPage
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import storing_pictures


def apply(plan: Plan, known: Known, user: Any = None) -> ProductPage:
    """Create the plan's product below the product list, or update it, and return its page.

    A new product is published; one that was unpublished here gets a draft. An editor's unpublished draft survives
    and gets the same changes; what is scheduled stays. The version of a product without a draft is left to the caller
    (`keep_versions`). All or nothing. Raises ValidationError, DatabaseError or OSError.
    """
    with storing_pictures() as store:
        pictures = [
            store(picture.path, title=picture.title(plan.title), alt=picture.alt)
            for picture in plan.values.get("pictures", ())
        ]
        if plan.page is None:
            return _create(plan, known, pictures, user)
        return _update(plan, plan.page, pictures, user)


def _create(plan: Plan, known: Known, pictures: list[SiteImage], user: Any) -> ProductPage:
    now = timezone.now()
    slug = plan.handle if plan.handle not in known.slugs else find_available_slug(known.parent, plan.handle)
    page = ProductPage(slug=slug, owner=user, first_published_at=now, locale_id=known.parent.locale_id)
    fill(page, plan.values, pictures, plan)
    _make_public(page, now)
    known.parent.add_child(instance=page)
    return page


def _update(plan: Plan, page: ProductPage, pictures: list[SiteImage], user: Any) -> ProductPage:
    if page.live:
        fill(page, plan.values, pictures, plan)
        _make_public(page, timezone.now())
        page.has_unpublished_changes = plan.draft is not None
        page.save(clean="handle" in plan.values)
    if plan.draft:
        # The draft is the later version.
        keep_versions([page] if page.live else [], user)
        fill(plan.draft, plan.draft_values, pictures, plan, keys_of(page))
        plan.draft.save_revision(user=user, log_action=True)
    return page


def _make_public(page: ProductPage, now: datetime) -> None:
    page.live = True
    # Wagtail writes it with a draft, and an import makes none.
    page.draft_title = page.title
    page.has_unpublished_changes = False
    page.last_published_at = now


def fill(
    page: ProductPage,
    values: Mapping[str, Any],
    pictures: list[SiteImage],
    plan: Plan,
    keys: Mapping[str, int] | None = None,
) -> None:
    """Write values into a product that is not saved yet; pictures an editor has added follow those of the shop.

    `keys` are those of variants that exist already, for a draft that does not know them.
    """
    for name, value in values.items():
        if name == "other_names":
            page.other_names = [OtherName(name=word, sort_order=n) for n, word in enumerate(value)]
        elif name == "ingredients":
            page.ingredients = _ingredients(page, value)
        elif name == "variants":
            said = getattr(plan.page, "catalogue_record", None) if plan.page else None
            write_variants(page, value, said.said.get("variants", ()) if said else (), keys or {})
        elif name == "pictures":
            others = [row.image for row in page.images.all() if row.image not in pictures]
            page.images = [
                ProductImage(image=image, sort_order=n) for n, image in enumerate(pictures + others)
            ]
        else:
            setattr(page, name, value)


def _ingredients(page: ProductPage, lines: Any) -> list[Ingredient]:
    """Return new rows; what an ingredient provides of a nutrient is ours and stays with its name and amount."""
    provides = {(row.name, row.amount): row.provides for row in page.ingredients.all()}
    return [
        Ingredient(
            name=line.name,
            form=line.form,
            amount=line.amount,
            provides=provides.get((line.name, line.amount), ""),
            sort_order=number,
        )
        for number, line in enumerate(lines)
    ]
