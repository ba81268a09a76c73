"""What articles cite."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Source(index.Indexed, models.Model):
    """A cited publication, entered once and cited by many articles.

    Its types are those of CSL (citationstyles.org, "Appendix III: Types"), so that a bibliography can be written
    in any style.
    """

    class Type(models.TextChoices):
        """What kind of publication it is."""

        ARTICLE = "article-journal", _("Article in a journal")
        BOOK = "book", _("Book")
        CHAPTER = "chapter", _("Chapter of a book")
        REPORT = "report", _("Report or guideline")
        WEBPAGE = "webpage", _("Web page")
        THESIS = "thesis", _("Thesis")
        DATASET = "dataset", _("Dataset")
        DOCUMENT = "document", _("Something else")

    type = models.CharField(_("type"), max_length=20, choices=Type.choices, default=Type.ARTICLE)
    authors = models.TextField(
        _("authors"),
        blank=True,
        help_text=_("One a line: “Knapen, M. H. J.”, or the name of an organisation."),
    )
    title = models.CharField(_("title"), max_length=500)
    container = models.CharField(
        _("published in"), max_length=300, blank=True, help_text=_("The journal, book or site.")
    )
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    volume = models.CharField(_("volume"), max_length=40, blank=True)
    issue = models.CharField(_("issue"), max_length=40, blank=True)
    pages = models.CharField(_("pages"), max_length=60, blank=True)
    doi = models.CharField(
        _("DOI"), max_length=200, blank=True, help_text=_("For example 10.1007/s00198-013-2325-6.")
    )
    pmid = models.CharField(_("PubMed number"), max_length=12, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("For editors: who was studied, for how long, what was found. Not shown."),
    )

    search_fields = [
        index.SearchField("title"),
        index.SearchField("authors"),
        index.SearchField("container"),
        index.AutocompleteField("title"),
        index.AutocompleteField("authors"),
        index.FilterField("doi"),
        index.FilterField("pmid"),
    ]

    class Meta:
        ordering = ["authors", "year", "title"]
        constraints = [
            models.UniqueConstraint(fields=["doi"], condition=~Q(doi=""), name="one_source_a_doi"),
            models.UniqueConstraint(fields=["pmid"], condition=~Q(pmid=""), name="one_source_a_pmid"),
        ]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        first = self.authors.partition("\n")[0].partition(",")[0].strip()
        return " ".join(part for part in (first, str(self.year or ""), self.title) if part)
