"""The form of a product's page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page

from qnwellness.content.pages import SitePage

from .chooser.widget import ProductChooser

# Who owns which field: `products.catalogue.ownership`, which decides what an import writes.
_SHARED = _(
    "<p>Name, summary, pictures, description and ingredients come from the shop <strong>until you edit them "
    "here</strong>; from then on your words stay, and you are told when the shop changes its own.</p>"
)
_OURS = _("<p>Only written here: no catalogue ever changes these.</p>")
_OF_THE_SHOP = _(
    "<p>What the shop knows this product by, and what it costs there. <strong>The next catalogue overwrites</strong> "
    "keys, price, currency, variants and purchase address. A state of “Discontinued” or “Hidden” that you set stays; "
    "other names stay once you have edited them.</p>"
)

_CONTENT = [
    HelpPanel(content=_SHARED),
    FieldPanel("title", heading=_("Name"), help_text=_("As shown everywhere, with ™ or ® if it has one.")),
    FieldPanel("summary"),
    InlinePanel("images", heading=_("Pictures"), label=_("Picture"), help_text=_("The first one leads.")),
    FieldPanel("description"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("form"), FieldPanel("portion")]),
            InlinePanel("ingredients", heading=_("Key ingredients"), label=_("Ingredient")),
        ],
        heading=_("What is in it"),
    ),
    HelpPanel(content=_OURS),
    MultiFieldPanel([FieldPanel("directions"), FieldPanel("cautions")], heading=_("How to take it")),
    MultiFieldPanel([FieldPanel("allergens"), FieldPanel("suitability")], heading=_("For whom")),
]
_SHOP = [
    HelpPanel(content=_OF_THE_SHOP),
    MultiFieldPanel([FieldPanel("handle"), FieldPanel("sku"), FieldPanel("gtin")], heading=_("Keys")),
    InlinePanel(
        "other_names",
        heading=_("Other names it goes by"),
        label=_("Name"),
        help_text=_("Texts that use one of these names mean this product."),
    ),
    MultiFieldPanel([FieldPanel("price"), FieldPanel("currency")], heading=_("Price")),
    MultiFieldPanel(
        [FieldPanel("state"), FieldPanel("replacement", widget=ProductChooser), FieldPanel("purchase_url")],
        heading=_("Availability"),
    ),
    InlinePanel(
        "variants",
        heading=_("Variants"),
        label=_("Variant"),
        help_text=_("Sizes or forms with a price of their own. With any, the price above is not shown."),
    ),
]

PRODUCT_FORM = TabbedInterface(
    [
        ObjectList(_CONTENT, heading=_("Content")),
        ObjectList(_SHOP, heading=_("Shop")),
        ObjectList(SitePage.promote_panels, heading=_("Promote")),
        ObjectList(Page.settings_panels, heading=_("Settings")),
    ]
)
