"""The fields with which somebody decides what a name in imported texts means, one kind each."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _

from products.chooser.widget import ProductChooser
from products.models import ProductPage

from ...models import ImportDecision
from ...outline import address

KINDS = ImportDecision.Kind


class AuthorField(forms.ChoiceField):
    """An author this site has, the one the source names as a new one, or nobody."""

    def __init__(self, said: str, authors: list[str], **kwargs: Any) -> None:
        new = [] if said in authors else [(said, _("New author: %(name)s") % {"name": said})]
        here = (_("Authors here"), [(name, name) for name in authors])
        choices = (
            [*new, here, ("", _("Leave the name out"))] if authors else [*new, ("", _("Leave the name out"))]
        )
        super().__init__(choices=choices, required=False, label=lazystr(said), **kwargs)


class TagField(forms.CharField):
    """The words of the tag; none where it is left out."""

    def __init__(self, said: str, **kwargs: Any) -> None:
        super().__init__(label=lazystr(said), required=False, max_length=100, **kwargs)


class ProductField(forms.ModelChoiceField):
    """A product, whose handle it hands on; none where the link stays what it is."""

    def __init__(self, said: str, **kwargs: Any) -> None:
        super().__init__(
            queryset=ProductPage.objects.all(),
            required=False,
            widget=ProductChooser(),
            label=lazystr(said),
            **kwargs,
        )

    def clean(self, value: Any) -> str:
        """Return the handle. Raises ValidationError for a product without one."""
        product = super().clean(value)
        if product and not product.handle:
            raise ValidationError(_("This product has no handle. Give it one first, or choose another."))
        return product.handle if product else ""


class SlugField(forms.CharField):
    """The last part of an article's address; none where the article is left out."""

    def __init__(self, title: str, taken: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        self._taken = taken
        super().__init__(label=lazystr(title), required=False, max_length=255, **kwargs)

    def clean(self, value: Any) -> str:
        """Return it as an address is written. Raises ValidationError where it is taken."""
        slug = address(super().clean(value))
        if slug in self._taken:
            raise ValidationError(_("“%(slug)s” is taken, too.") % {"slug": slug})
        return slug


def field_for(decision: ImportDecision, authors: list[str]) -> forms.Field:
    """Return the field with which a decision is changed, with what it is now in it."""
    if decision.kind == KINDS.AUTHOR:
        names = authors if decision.means in {"", decision.said, *authors} else [*authors, decision.means]
        return AuthorField(decision.said, names, initial=decision.means)
    if decision.kind == KINDS.PRODUCT:
        product = ProductPage.objects.filter(handle=decision.means).first() if decision.means else None
        help_text = _("Without a product, links to it stay what they are.")
        return ProductField(decision.said, initial=product, help_text=help_text)
    if decision.kind == KINDS.SLUG:
        help_text = _("The last part of its address. Empty: the article is left out.")
        return SlugField(decision.said, initial=decision.means, help_text=help_text)
    help_text = _("The tag articles get instead. Empty: none.")
    return TagField(decision.said, initial=decision.means, help_text=help_text)
