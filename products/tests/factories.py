"""Products for tests, published below the product list every site starts with."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from products.models import Ingredient, OtherName, ProductImage, ProductIndexPage, ProductPage
from qnwellness.images.models import SiteImage


def make_product(
    title: str = "Bone Essential™",
    handle: str = "bone-essential",
    *,
    parent: ProductIndexPage | None = None,
    other_names: Sequence[str] = (),
    ingredients: Sequence[tuple[str, str, str]] = (),
    image: SiteImage | None = None,
    **fields: Any,
) -> ProductPage:
    """Return a published product; `ingredients` are (name, form, amount), `fields` any of its own fields."""
    product = ProductPage(**{"title": title, "handle": handle, "slug": handle, "live": False, **fields})
    product.other_names = [OtherName(name=name, sort_order=n) for n, name in enumerate(other_names)]
    product.ingredients = [
        Ingredient(name=name, form=form, amount=amount, sort_order=n)
        for n, (name, form, amount) in enumerate(ingredients)
    ]
    if image:
        product.images = [ProductImage(image=image, sort_order=0)]
    (parent or ProductIndexPage.objects.get()).add_child(instance=product)
    product.save_revision().publish()
    return ProductPage.objects.get(pk=product.pk)


def picture_bytes(colour: str = "green", format: str = "PNG") -> bytes:
    """Return the bytes of a small picture; two colours make two different pictures."""
    buffer = BytesIO()
    Image.new("RGB", (8, 6), colour).save(buffer, format)
    return buffer.getvalue()


def make_image(title: str = "A jar", colour: str = "green", **fields: Any) -> SiteImage:
    """Return a stored picture."""
    return SiteImage.objects.create(
        title=title, file=ContentFile(picture_bytes(colour), name=f"{colour}.png"), **fields
    )
