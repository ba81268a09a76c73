"""A page that names products: links to them say which article they stand in, and what that is about."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models
from django.utils.functional import cached_property

from products.origin import Origin, coming_from
from products.showing import Showing

from ..describing.named_products import named_products
from ..nutrients import nutrients_of


class NamesProducts(models.Model):
    """A page with a title, a slug and a body that may name products."""

    class Meta:
        abstract = True

    @cached_property
    def nutrients(self) -> tuple[str, ...]:
        """The names of the nutrients it is about, in its order."""
        return nutrients_of(self.title, self.body.raw_data, getattr(self, "standfirst", ""))

    @property
    def named_products(self) -> list[Showing]:
        """Return the products it names, each once, as the list at its end shows them."""
        return named_products(self.references_in_order())

    @contextmanager
    def being_served(self) -> Iterator[None]:
        """Let every link to a product come from here while the page is rendered."""
        with super().being_served(), coming_from(Origin(self.slug, self.nutrients)):
            yield
