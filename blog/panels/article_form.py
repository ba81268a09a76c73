"""The form of an article, in the order in which one is written.

What an editor writes comes first and stands alone. Who wrote it, when, and what is done for it later has a tab of its
own, so that nobody scrolls past sixty blocks to name an author. What is rarely touched is folded.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page

from qnwellness.content.promoting import PROMOTE

from .choosing import NamedChooserPanel
from .folded import FoldedPanel

WRITING = [
    *Page.content_panels,
    FieldPanel("standfirst"),
    FieldPanel("hero"),
    FieldPanel("body"),
    FoldedPanel("contents"),
]

UPKEEP = [
    InlinePanel(
        "bylines",
        heading=_("Authors"),
        label=_("Author"),
        icon="user",
    ),
    MultiFieldPanel(
        [
            NamedChooserPanel(
                "reviewer", choose=_("Choose a reviewer"), another=_("Choose another reviewer")
            ),
            FieldPanel("reviewed_on"),
            FieldPanel("review_due_on"),
        ],
        heading=_("Review"),
        icon="check",
    ),
    MultiFieldPanel(
        [FieldPanel("is_update"), FieldPanel("updated_at"), FieldPanel("published_at")],
        heading=_("Dates"),
        icon="calendar",
    ),
    FieldPanel(
        "tags",
        help_text=_(
            "Topics, with a comma between two. Each has a page of its own with its articles, and leads to related ones."
        ),
    ),
    MultipleChooserPanel(
        "picks",
        chooser_field_name="pick",
        heading=_("Read next"),
        label=_("Article"),
        icon="pick",
        help_text=_(
            "Stand first among the articles recommended at the end. The rest is found by products and tags."
        ),
    ),
    FoldedPanel("corrections", opens=True),
]

ARTICLE_FORM = TabbedInterface(
    [
        ObjectList(WRITING, heading=_("Content")),
        ObjectList(UPKEEP, heading=_("Authors and dates")),
        ObjectList([*PROMOTE, FieldPanel("social_picture")], heading=_("Promote")),
        ObjectList(Page.settings_panels, heading=_("Settings")),
    ]
)
