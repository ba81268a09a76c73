"""A field for one of several things a model stands for, named after the one that is meant here."""

from django.utils.functional import Promise
from wagtail.admin.panels import FieldPanel


class NamedChooserPanel(FieldPanel):
    """A chooser with buttons of its own: `choose` where nothing is chosen yet, `another` where something is."""

    def __init__(self, field_name: str, *, choose: Promise, another: Promise, **kwargs: object) -> None:
        super().__init__(field_name, **kwargs)
        self.choose = choose
        self.another = another

    def clone_kwargs(self) -> dict[str, object]:
        return super().clone_kwargs() | {"choose": self.choose, "another": self.another}

    class BoundPanel(FieldPanel.BoundPanel):
        """The field in a form."""

        def __init__(self, **kwargs: object) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None:
                # A form has widgets of its own.
                widget = self.bound_field.field.widget
                widget.choose_one_text, widget.choose_another_text = self.panel.choose, self.panel.another
