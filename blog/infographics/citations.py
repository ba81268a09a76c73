"""The sources a panel cites: chosen one by one, shown as numbers at its foot."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock

from .choosing import SourceChooserBlock


def citations_block() -> ListBlock:
    """Return the field for what a panel cites. A source that was deleted leaves an empty line, which is ignored."""
    return ListBlock(
        SourceChooserBlock(label=_("Source"), required=False),
        label=_("Sources cited"),
        default=[],
        help_text=_("Readers see their numbers at the foot of the panel."),
    )
