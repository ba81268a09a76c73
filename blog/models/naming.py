"""A page that names products: links to them say which article they stand in, and what that is about."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models
from django.utils.functional import cached_property

from products.origin import Origin, coming_from

from ..nutrients import nutrients_of


class NamesProducts(models.Model):
    """A page with a title, a slug and a body that may name products."""

    class Meta:
        abstract = True

    @cached_property
    def nutrients(self) -> tuple[str, ...]:
        """The names of the nutrients it is about, in its order."""
        return nutrients_of(self.title, self.body.raw_data, getattr(self, "standfirst", ""))

    @contextmanager
    def being_served(self) -> Iterator[None]:
        """Let every link to a product come from here while the page is rendered."""
        with super().being_served(), coming_from(Origin(self.slug, self.nutrients)):
            yield
