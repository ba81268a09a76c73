"""What articles cite."""

from collections.abc import Callable, Collection
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from ..evidence import bibliography
from ..evidence.identifiers import normal_doi, normal_pmid
from ..evidence.reference import Reference, doi_address, pubmed_address

_NO_DOI = _("This is no DOI. It begins with “10.”, for example 10.1007/s00198-013-2325-6.")
_NO_PMID = _("This is no PubMed number. It is digits only, for example 23525894.")


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

    @property
    def reference(self) -> Reference:
        """Return the publication as a plain value."""
        fields = ("type", "title", "container", "publisher", "year", "volume", "issue", "pages")
        return Reference(
            authors=tuple(name.strip() for name in self.authors.splitlines() if name.strip()),
            **{name: getattr(self, name) for name in (*fields, "doi", "pmid", "url", "note")},
        )

    @property
    def label(self) -> str:
        """Return what an editor sees of it inside a sentence: "Knapen 2013"."""
        return self.reference.label

    @property
    def bibliography(self) -> tuple[bibliography.Part, ...]:
        """Return what a list of sources says of it, without its addresses."""
        return bibliography.entry(self.reference)

    @property
    def doi_url(self) -> str:
        """Return the address of its DOI, or nothing."""
        return doi_address(self.doi) if self.doi else ""

    @property
    def site(self) -> str:
        """Return the host of its address, which is what readers are shown of it."""
        return urlsplit(self.url).netloc.removeprefix("www.")

    @property
    def pubmed_url(self) -> str:
        """Return its address in PubMed, or nothing."""
        return pubmed_address(self.pmid) if self.pmid else ""

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Bring DOI and PubMed number into one form before their fields are checked."""
        errors = {
            **self._normalise("doi", normal_doi, _NO_DOI),
            **self._normalise("pmid", normal_pmid, _NO_PMID),
        }
        try:
            super().clean_fields(exclude={*(exclude or ()), *errors})
        except ValidationError as error:
            raise ValidationError({**error.error_dict, **errors}) from error
        if errors:
            raise ValidationError(errors)

    def clean(self) -> None:
        """Refuse a DOI or PubMed number another source has; case does not matter in a DOI."""
        super().clean()
        errors = {}
        for name in ("doi", "pmid"):
            value = getattr(self, name)
            others = Source.objects.filter(**{f"{name}__iexact": value}).exclude(pk=self.pk)
            if value and (other := others.first()):
                errors[name] = _("“%(source)s” has it already. Cite that one.") % {"source": other}
        if errors:
            raise ValidationError(errors)

    def _normalise(self, name: str, normal: Callable[[str], str], refusal: Any) -> dict[str, Any]:
        """Bring a field into its one form; return the error by the field's name, if it has none."""
        if value := getattr(self, name).strip():
            try:
                setattr(self, name, normal(value))
            except ValueError:
                return {name: refusal}
        return {}
