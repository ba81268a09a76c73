"""The article page."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import Page
from wagtail.search import index

from qnwellness.content import references
from qnwellness.content.fields import ContentStreamField
from qnwellness.content.pages import SitePage
from qnwellness.content.structured_data import Node
from qnwellness.images.models import SiteImage

from ..blocks.body import BodyBlock
from ..blocks.correction import CorrectionsBlock
from ..outline import Kept, Outline
from ..reading import headings, reading_minutes
from ..structured_data import article_node
from .author import Author


class ArticleTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(SitePage):
    """A long health article: title, standfirst, hero, byline, tags, body."""

    class Contents(models.TextChoices):
        """Whether an article shows its contents list."""

        AUTOMATIC = "auto", _("Automatic")
        ON = "on", _("Always")
        OFF = "off", _("Never")

    # Slugs of the index's own addresses: an article with one of them could not be reached.
    reserved_slugs = frozenset({"authors", "tags", "feed", "related-articles"})

    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("One or two sentences under the title, and on cards.")
    )
    hero = models.ForeignKey(
        SiteImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("leading picture"),
        help_text=_("Shown beside the title and on cards, at least 1600 pixels wide."),
    )
    published_at = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("The date shown everywhere. Left empty: the moment of the first publishing."),
    )
    updated_at = models.DateTimeField(
        _("updated"),
        null=True,
        blank=True,
        help_text=_("When its content last changed in a way readers should know of. Not for a mended slip."),
    )
    reviewer = models.ForeignKey(
        Author,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviewed_articles",
        verbose_name=_("reviewer"),
        help_text=_("Who has checked that this article is accurate. Shown in the byline only."),
    )
    reviewed_on = models.DateField(_("last reviewed"), null=True, blank=True)
    review_due_on = models.DateField(
        _("next review due"), null=True, blank=True, help_text=_("Left empty: a year after the last review.")
    )
    contents = models.CharField(
        _("contents list"),
        max_length=4,
        choices=Contents.choices,
        default=Contents.AUTOMATIC,
        help_text=_("“Automatic” shows it from two headings on."),
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))
    body = ContentStreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    corrections = ContentStreamField(
        CorrectionsBlock(),
        blank=True,
        verbose_name=_("corrections"),
        help_text=_("What was wrong and has been put right. A correction that was published stays."),
    )
    reading_minutes = models.PositiveSmallIntegerField(
        _("reading time in minutes"), default=1, editable=False
    )

    template = "blog/article_page.html"
    stylesheet = "article"
    routed_with = ("hero", "reviewer")
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []

    search_fields = [
        *SitePage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("published_at"),
        index.RelatedFields("tags", [index.SearchField("name")]),
    ]

    content_panels = [
        *Page.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("hero"),
        FieldPanel("body"),
        FieldPanel("contents"),
        MultiFieldPanel(
            [
                InlinePanel("bylines", heading=_("Authors"), label=_("Author")),
                FieldPanel("published_at"),
                FieldPanel("updated_at"),
                FieldPanel("tags"),
            ],
            heading=_("Byline"),
        ),
        MultiFieldPanel(
            [FieldPanel("reviewer"), FieldPanel("reviewed_on"), FieldPanel("review_due_on")],
            heading=_("Review"),
        ),
        MultipleChooserPanel("picks", chooser_field_name="pick", heading=_("Read next"), label=_("Article")),
        FieldPanel("corrections"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def clean(self) -> None:
        super().clean()
        if self.slug in self.reserved_slugs:
            raise ValidationError(
                {
                    "slug": _("“%(slug)s” is an address the journal uses itself. Choose another.")
                    % {"slug": self.slug}
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.reading_minutes = reading_minutes(self.body.raw_data)
        if self.live and self.published_at is None:
            self.published_at = self.first_published_at or timezone.now()
        super().save(*args, **kwargs)

    @cached_property
    def outline(self) -> Outline:
        """The headings of the body, nested, with their anchors: for a draft, what publishing it would give.

        One query if the body has a heading; none for a page that was never saved, or with `anchors` prefetched.
        """
        raw = self.body.raw_data
        has_headings = any(item["type"] == "heading" for item in raw)
        return headings(raw, self.kept_anchors() if has_headings else (), self.contents)

    def kept_anchors(self) -> list[Kept]:
        """Return the anchors headings of this article were published with, oldest first. At most one query."""
        return [row.as_kept() for row in self.anchors.all()] if self.pk else []

    @cached_property
    def authors(self) -> list[Author]:
        """The authors in the order of the byline. One query."""
        return [byline.author for byline in self.bylines.select_related("author")]

    def wanted_references(self) -> references.Wanted:
        body = self._meta.get_field("body")
        return references.wanted_by(references.find_references(body.stream_block, list(self.body.raw_data)))

    @property
    def names_products(self) -> bool:
        """Tell whether the body refers to any product, so that readers must know whose it is."""
        return bool(self.wanted_references().get("product"))

    def structured_data(self, request: HttpRequest) -> Iterable[Node]:
        yield article_node(self, self.get_full_url(request))
