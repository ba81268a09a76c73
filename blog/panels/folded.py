"""A field that is rarely touched: folded, unless it holds something."""

from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel


class FoldedPanel(FieldPanel):
    """A field with a value to begin with, or none: nobody has to fill it in, and its heading bears no star.

    With `opens`, it stands open where somebody has written something in it.
    """

    def __init__(self, field_name: str, *, opens: bool = False, **kwargs: object) -> None:
        super().__init__(field_name, **kwargs)
        self.opens = opens

    def clone_kwargs(self) -> dict[str, object]:
        return super().clone_kwargs() | {"opens": self.opens}

    class BoundPanel(FieldPanel.BoundPanel):
        """The field in a form."""

        @cached_property
        def is_open(self) -> bool:
            """Tell whether the field stands open when the form does."""
            return self.panel.opens and bool(
                self.bound_field and (self.bound_field.value() or self.bound_field.errors)
            )

        def is_required(self) -> bool:
            return False

        def classes(self) -> list[str]:
            return super().classes() if self.is_open else [*super().classes(), "collapsed"]
