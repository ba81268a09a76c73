"""The forms editors fill in about a product."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm


class ProductForm(WagtailAdminPageForm):
    """A product's form asks for the handle; only a copy made by Wagtail has none until it is given one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "handle" in self.fields:
            self.fields["handle"].required = True

    def clean_handle(self) -> str | None:
        """Return no handle rather than an empty one, of which there could be only one."""
        return self.cleaned_data["handle"] or None


class ProductCopyForm(CopyForm):
    """A copy has none of the shop's keys: it starts as a draft, and it cannot follow the original."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
