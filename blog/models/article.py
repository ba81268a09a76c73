"""The article page."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import Tag, TaggedItemBase
from wagtail.search import index

from qnwellness.content import references
from qnwellness.content.fields import ContentStreamField
from qnwellness.content.head import publisher_of
from qnwellness.content.structured_data import Node
from qnwellness.content.words import indexed
from qnwellness.images.models import SiteImage

from ..blocks.body import BodyBlock
from ..describing import poster_preview
from ..describing.article import article_values
from ..forms.article import ArticlePageForm
from ..infographics.stylesheet import stylesheet_for
from ..listing import related_reading
from ..outline import Kept, Outline
from ..panels.article_form import ARTICLE_FORM
from ..passages import Passage, first_words, passages
from ..reading import headings, reading_minutes
from ..review import shown_update, whole_minute
from ..structured_data import article_node, medical_page
from .author import Author
from .citing import FACT, CitingPage
from .corrected import Corrected
from .naming import NamesProducts
from .reviewed import Reviewed


class ArticleTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="tagged_items")


class ArticlePage(NamesProducts, Reviewed, Corrected, CitingPage):
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
    social_picture = models.ForeignKey(
        SiteImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for sharing"),
        help_text=_(
            "Shown where the article is shared. Left empty: its infographic, or a card with its title."
        ),
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
    contents = models.CharField(
        _("contents list"),
        max_length=4,
        choices=Contents.choices,
        default=Contents.AUTOMATIC,
        help_text=_("“Automatic” shows it from two headings on."),
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))
    body = ContentStreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    reading_minutes = models.PositiveSmallIntegerField(
        _("reading time in minutes"), default=1, editable=False
    )

    base_form_class = ArticlePageForm
    template = "blog/article_page.html"
    citing_fields = ("body", "corrections")
    routed_with = ("hero", "reviewer", "social_picture")
    # What happened to an article did not happen to its copy.
    exclude_fields_in_copy = [
        "reviewer",
        "reviewed_on",
        "review_due_on",
        "published_at",
        "updated_at",
        "corrections",
    ]
    # Its end does, so that the bottom of the page need not.
    states_disclaimer = True
    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types: list[str] = []

    search_fields = [
        *CitingPage.search_fields,
        index.SearchField("searched_words"),
        index.AutocompleteField("searched_names"),
        index.FilterField("published_at"),
        index.FilterField("alias_of"),
    ]

    edit_handler = ARTICLE_FORM

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
            self.published_at = whole_minute(self.first_published_at or timezone.now())
            if self.updated_at and self.updated_at < self.published_at:
                self.updated_at = None
        super().save(*args, **kwargs)

    @property
    def stylesheet(self) -> str:
        """Return the name of the stylesheet with what this body needs, and no more than that."""
        return stylesheet_for(self.body.raw_data, "article", settings.STYLESHEETS)

    @cached_property
    def outline(self) -> Outline:
        """The headings of the body, nested, with their anchors: for a draft, what publishing it would give.

        One query if the body has a heading; none for a page that was never saved, or with `anchors` prefetched.
        """
        raw = self.body.raw_data
        has_headings = any(item["type"] == "heading" for item in raw)
        return headings(raw, self.kept_anchors() if has_headings else (), self.contents)

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """Return what editors may look at before it is saved: the article, and the pictures it is shared with."""
        return [("", _("Article")), *poster_preview.MODES]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the article, or the pictures of one kind of what stands in the form."""
        if mode_name not in dict(poster_preview.MODES):
            return super().serve_preview(request, mode_name)
        with self.being_served():
            return poster_preview.preview(self, request, mode_name)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["related_reading"] = related = related_reading(self)
        # Whether their sizes are in a cache or not: one query for all of them.
        heroes = [article.hero for article in (self, *related) if article.hero]
        prefetch_related_objects(heroes, "renditions")
        return context

    def kept_anchors(self) -> list[Kept]:
        """Return the anchors headings of this article were published with, oldest first. At most one query."""
        return [row.as_kept() for row in self.anchors.all()] if self.pk else []

    @cached_property
    def authors(self) -> list[Author]:
        """The authors in the order of the byline. One query."""
        return [byline.author for byline in self.bylines.select_related("author")]

    @property
    def shown_update(self) -> datetime | None:
        """Return the update readers are told of, in the time of the site, or None."""
        local = [moment and timezone.localtime(moment) for moment in (self.published_at, self.updated_at)]
        return shown_update(*local)

    @property
    def changed_at(self) -> datetime | None:
        """Return the update readers are told of, or when the article was published: a mended slip is no change."""
        return self.shown_update or self.published_at

    @property
    def journal_url(self) -> str:
        """Return the address of the journal the article stands in, below which its people and tags have theirs."""
        return (self.url or "").rstrip("/").rpartition("/")[0] + "/"

    @property
    def names_products(self) -> bool:
        """Tell whether the body refers to any product, so that readers must know whose it is."""
        return bool(self.wanted_references().get("product"))

    @cached_property
    def shown_tags(self) -> list[Tag]:
        """The tags that have an address; one made of signs alone has none. One query."""
        return [tag for tag in self.tags.all() if tag.slug]

    def passages(self) -> Iterable[Passage]:
        """Return the words of the body under each heading."""
        return passages(self._meta.get_field("body").stream_block, self.body.raw_data)

    def searched_names(self) -> str:
        """Return what this article is found by while it is being typed."""
        return indexed([self.title, *(tag.name for tag in self.tags.all())])

    def searched_words(self) -> str:
        """Return what this article is found by beside its title: all it says, its tags and its authors.

        At most one query for the facts it states.
        """
        names = [*(tag.name for tag in self.tags.all()), *(author.name for author in self.authors)]
        wanted = self.wanted_references()
        with references.resolving(wanted) as found:
            said = [text for passage in self.passages() for text in (passage.heading, passage.text)]
            facts = found.many(FACT, wanted.get(FACT, ()))
        said += [text for fact in facts.values() for text in (fact.statement, fact.qualifier)]
        return indexed([self.title, self.standfirst, *names, *said])

    def description_of(self, shown: Mapping[str, Any]) -> str:
        return self.search_description or self.standfirst or self._first_words

    @cached_property
    def _first_words(self) -> str:
        return first_words(self._meta.get_field("body").stream_block, self.body.raw_data)

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        values = article_values(self, node["url"], request)
        medical_page(node, values)
        yield article_node(values, publisher_of(request))
