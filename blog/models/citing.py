"""A page that cites sources and states facts: which ones, in what order, and what its lists of them say."""

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
from ..evidence.stated import Stated, in_order, sources_of
from ..evidence.stated import marking as marking_facts
from .fact import Fact
from .source import Source

SOURCE, FACT = "source", "fact"
_EVIDENCE = dict(Fact.Evidence.choices)


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


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact in a page's list of figures, with its sources in their order; one that was deleted is left out."""

    stated: Stated
    fact: Fact
    sources: tuple[Source, ...]

    @property
    def kind_of_study(self) -> str:
        """Return what it comes from, or nothing. Asking a model field for its name costs ten times as much."""
        return _EVIDENCE.get(self.fact.evidence, "")


class CitingPage(SitePage):
    """A page whose blocks may cite sources and state facts; `citing_fields` are read in this order."""

    citing_fields: tuple[str, ...] = ()

    class Meta:
        abstract = True

    # What the page refers to, for as long as it is served: a dozen parts of it ask.
    _referred: list[tuple[str, int]] | None = None

    def references_in_order(self) -> Iterator[tuple[str, int]]:
        """Yield (kind, id) of everything the page refers to, in document order, without loading anything."""
        yield from self._find_references() if self._referred is None else self._referred

    def _find_references(self) -> Iterator[tuple[str, int]]:
        for name in self.citing_fields:
            stored = getattr(self, name).raw_data
            yield from references.find_references(self._meta.get_field(name).stream_block, list(stored))

    def wanted_references(self) -> references.Wanted:
        return references.wanted_by(self.references_in_order())

    @cached_property
    def stated(self) -> dict[int, Stated]:
        """The facts of the page by id, in the order of first use. One query; none where nothing is stated."""
        uses = [pk for kind, pk in self.references_in_order() if kind == FACT]
        return in_order(uses, references.current().many(FACT, uses).keys())

    @cached_property
    def cited(self) -> dict[int, Cited]:
        """The sources of the page and of its facts by id, numbered by first use. One query beside that for facts.

        A fact's sources are used by the list of figures, which stands behind the text.
        """
        in_text = [pk for kind, pk in self.references_in_order() if kind == SOURCE]
        in_list = sources_of(self.stated, self._sources_of_facts)
        uses = [*in_text, *in_list]
        return number(uses, references.current().many(SOURCE, uses).keys())

    @property
    def figures(self) -> list[StatedFact]:
        """Return the list of figures, in the order of first use."""
        current = references.current()
        facts, sources = current.many(FACT, self.stated), current.many(SOURCE, self.cited)
        return [
            StatedFact(
                entry,
                facts[pk],
                tuple(sources[source] for source in self._sources_of_facts[pk] if source in sources),
            )
            for pk, entry in self.stated.items()
            if pk in facts
        ]

    @cached_property
    def _sources_of_facts(self) -> dict[int, list[int]]:
        """The ids of the sources of each fact the page states."""
        found = references.current().many(FACT, self.stated)
        return {pk: fact.source_ids for pk, fact in found.items()}

    @cached_property
    def citations(self) -> list[Citation]:
        """The list of sources, in the order of first use."""
        found = references.current().many(SOURCE, self.cited)
        return [Citation(cited, found[pk]) for pk, cited in self.cited.items() if pk in found]

    @contextmanager
    def being_served(self) -> Iterator[None]:
        """Give the citations and facts of the page their marks while it is rendered."""
        self._referred, before = list(self._find_references()), self._referred
        try:
            with super().being_served(), marking(lambda: self.cited), marking_facts(lambda: self.stated):
                yield
        finally:
            self._referred = before

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render a preview here and now: Wagtail's would be rendered when references are no longer resolved."""
        with self.being_served():
            response = super().serve_preview(request, mode_name)
            return response.render() if isinstance(response, TemplateResponse) else response
