"""A page that cites sources: which ones, in what order, and what its list of sources says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property

from qnwellness.content import references
from qnwellness.content.pages import SitePage

from ..evidence import bibliography
from ..evidence.citations import Cited, marking, number
from .source import Source

SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in a page's list of sources."""

    cited: Cited
    source: Source

    @property
    def text(self) -> str:
        """Return what the list says of it, as plain text."""
        return bibliography.text(self.source.reference)

    @property
    def url(self) -> str:
        """Return where a reader finds the source, or nothing."""
        return self.source.reference.address


class CitingPage(SitePage):
    """A page whose blocks may cite sources; `citing_fields` are read in this order."""

    citing_fields: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def references_in_order(self) -> Iterator[tuple[str, int]]:
        """Yield (kind, id) of everything the page refers to, in document order, without loading anything."""
        for name in self.citing_fields:
            stored = getattr(self, name).raw_data
            yield from references.find_references(self._meta.get_field(name).stream_block, list(stored))

    def wanted_references(self) -> references.Wanted:
        return references.wanted_by(self.references_in_order())

    @cached_property
    def cited(self) -> dict[int, Cited]:
        """The sources of the page by id, numbered by first use. One query; none where nothing is cited."""
        uses = [pk for kind, pk in self.references_in_order() if kind == SOURCE]
        return number(uses, references.current().many(SOURCE, uses).keys())

    @cached_property
    def citations(self) -> list[Citation]:
        """The list of sources, in the order of first use."""
        found = references.current().many(SOURCE, self.cited)
        return [Citation(cited, found[pk]) for pk, cited in self.cited.items() if pk in found]

    @contextmanager
    def being_served(self) -> Iterator[None]:
        """Give the citations of the page their numbers while it is rendered."""
        with super().being_served(), marking(lambda: self.cited):
            yield

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render a preview here and now: Wagtail's would be rendered when references are no longer resolved."""
        with self.being_served():
            response = super().serve_preview(request, mode_name)
            return response.render() if isinstance(response, TemplateResponse) else response
