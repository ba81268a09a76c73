"""Carries out a plan: one transaction a product. Never deletes a product or a picture."""

from wagtail.coreutils import find_available_slug

from products.catalogue.plan import Plan
from products.models import Ingredient, OtherName, ProductImage, ProductIndexPage, ProductPage
from qnwellness.images.models import SiteImage
from qnwellness.images.storing import storing_pictures


def apply(plan: Plan, parent: ProductIndexPage) -> ProductPage:
    """Create the plan's product below `parent`, or update it, and return its page.

    A new product is published; one that was unpublished here gets a draft. An editor's unpublished draft survives
    and gets the same changes. Raises ValidationError, DatabaseError or OSError, and then has written nothing.
    """
    with storing_pictures() as store:
        images = [
            store(picture.path, title=picture.title(plan.title), alt=picture.alt)
            for picture in plan.pictures or ()
        ]
        return _update(plan, plan.page, images) if plan.page else _create(plan, parent, images)


def _create(plan: Plan, parent: ProductIndexPage, images: list[SiteImage]) -> ProductPage:
    page = ProductPage(live=False, slug=find_available_slug(parent, plan.handle))
    _fill(page, plan, images)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _update(plan: Plan, page: ProductPage, images: list[SiteImage]) -> ProductPage:
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes or not page.live else None
    schedule = list(page.revisions.filter(approved_go_live_at__isnull=False))
    if page.live:
        _fill(page, plan, images)
        page.save_revision().publish()
    if draft:
        _fill(draft, plan, images)
        draft.save_revision()
    # Publishing withdraws what an editor has scheduled.
    for revision in schedule:
        page.revisions.filter(pk=revision.pk).update(approved_go_live_at=revision.approved_go_live_at)
    return page


def _fill(page: ProductPage, plan: Plan, images: list[SiteImage]) -> None:
    """Write what the plan changes; pictures an editor has added follow those of the shop."""
    for name, value in plan.values.items():
        setattr(page, name, value)
    if plan.other_names is not None:
        page.other_names = [OtherName(name=name, sort_order=n) for n, name in enumerate(plan.other_names)]
    if plan.ingredients is not None:
        page.ingredients = [
            Ingredient(name=line.name, form=line.form, amount=line.amount, sort_order=n)
            for n, line in enumerate(plan.ingredients)
        ]
    if images:
        others = [item.image for item in page.images.all() if item.image not in images]
        page.images = [ProductImage(image=image, sort_order=n) for n, image in enumerate([*images, *others])]
