"""The blocks of a menu: pages of this site, and addresses elsewhere."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StreamBlock, StructBlock, URLBlock


class PageReferenceBlock(PageChooserBlock):
    """A page that is resolved together with everything else a page of the site refers to."""

    reference_kind = "page"


class MenuPageBlock(StructBlock):
    """A page of this site. A page shoppers may not see is left out."""

    page = PageReferenceBlock(label=_("Page"))
    label = CharBlock(label=_("Label"), required=False, max_length=40, help_text=_("Left empty: its title."))

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")


class MenuAddressBlock(StructBlock):
    """An address elsewhere."""

    address = URLBlock(label=_("Address"))
    label = CharBlock(label=_("Label"), max_length=40)

    class Meta:
        icon = "link-external"
        label = _("Address elsewhere")


class MenuBlock(StreamBlock):
    """The entries of a menu, in order."""

    page = MenuPageBlock()
    address = MenuAddressBlock()
