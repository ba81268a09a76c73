"""How the form of every page asks for what search engines and links show of it.

Wagtail asks for a place in menus besides: the menus of this site are chosen in "Texts and menus".
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

PROMOTE = [
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                heading=_("Address"),
                help_text=_(
                    "The last part of the page's address. Links to the address it had before lead on to the new one."
                ),
            ),
            FieldPanel(
                "seo_title",
                heading=_("Title for search engines"),
                help_text=_(
                    "What search results, browser tabs and shared links call the page. Left empty: its own title."
                ),
            ),
            FieldPanel(
                "search_description",
                heading=_("Description for search engines"),
                help_text=_(
                    "One or two sentences below the title in search results and shared links. Left empty: its "
                    "introduction, or its first words."
                ),
            ),
        ],
        heading=_("In search results and links"),
    )
]
