"""References somebody pasted -> sources: found again, filled in, or added.

A publication is found again by its DOI or PubMed number, and one without either by its address or else by its
title and year. What a source says already is never overwritten, and what it does not say is filled in only for who
may change sources.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..evidence.reference import Reference
from ..evidence.references import Found, Named, Unreadable, read
from ..models import Source
from .wording import worded

_FIELDS = (
    "title",
    "container",
    "publisher",
    "year",
    "volume",
    "issue",
    "pages",
    "doi",
    "pmid",
    "url",
    "note",
)
# More conditions in one query than a database may take.
_AT_ONCE = 100


@dataclass(slots=True)
class Pasted:
    """A pasted reference: the source it is (not stored yet where it is new), or why it cannot be one.

    `filled` names the fields of a known source it fills; `stays_blank` tells that it may not fill any, and could.
    """

    line: int
    source: Source | None = None
    filled: tuple[str, ...] = ()
    stays_blank: bool = False
    excerpt: str = ""
    reason: str = ""

    @property
    def is_new(self) -> bool:
        """Tell whether the source has to be added."""
        return self.source is not None and self.source.pk is None


def plan(text: str, *, may_fill: bool = True) -> list[Pasted]:
    """Return what every reference in a pasted text would become. Nothing is stored.

    `may_fill` tells whether blanks of sources that are here already may be filled in: a change, which takes the
    permission for one.
    """
    results = read(text)
    found = [result.reference for result in results if isinstance(result, Found | Named)]
    known = _Known(_stored(found))
    return [_planned(result, known, may_fill) for result in results]


@transaction.atomic
def store(pasted: Iterable[Pasted], user: Any = None) -> list[Source]:
    """Store what `plan` returned, and return the sources in the order of the text, each once."""
    sources: dict[int, Source] = {}
    for item in pasted:
        if item.source is None:
            continue
        is_new = item.is_new
        if is_new or item.filled:
            item.source.save()
            log(item.source, "wagtail.create" if is_new else "wagtail.edit", user=user)
        sources[item.source.pk] = item.source
    return list(sources.values())


def _planned(result: Found | Named | Unreadable, known: "_Known", may_fill: bool) -> Pasted:
    if isinstance(result, Unreadable):
        return Pasted(result.line, excerpt=result.excerpt, reason=worded(result))
    if isinstance(result, Named):
        return _named(result, known)
    reference = result.reference
    if source := known.find(reference):
        offered = _offered(source, reference, known)
        # A source that stood further up in the same text is not stored yet.
        if may_fill or source.pk is None:
            return Pasted(result.line, source, filled=_fill(source, offered, known))
        return Pasted(result.line, source, stays_blank=bool(offered))
    source = Source(type=reference.type, authors="\n".join(reference.authors))
    for name in _FIELDS:
        setattr(source, name, getattr(reference, name))
    try:
        source.clean_fields()
    except ValidationError as error:
        return Pasted(result.line, excerpt=reference.title[:80], reason=_refusal(error))
    known.add(source)
    return Pasted(result.line, source)


def _named(result: Named, known: "_Known") -> Pasted:
    """Return the source a number names. A number alone is not enough to add one."""
    reference = result.reference
    if source := known.find(reference):
        return Pasted(result.line, source)
    if reference.doi:
        reason = _("This DOI is not in the library yet; paste the whole reference.")
    else:
        reason = _("This PubMed number is not in the library yet; paste the whole reference.")
    return Pasted(result.line, excerpt=reference.doi or reference.pmid, reason=reason)


def _offered(source: Source, reference: Reference, known: "_Known") -> dict[str, Any]:
    """Return what a reference says and a source does not, by field; numbers other sources have are left out."""
    offered = {name: getattr(reference, name) for name in _FIELDS} | {"authors": "\n".join(reference.authors)}
    for name in ("doi", "pmid"):
        if known.is_taken(name, offered[name]):
            del offered[name]
    return {name: value for name, value in offered.items() if value and not getattr(source, name)}


def _fill(source: Source, blank: dict[str, Any], known: "_Known") -> tuple[str, ...]:
    """Fill blank fields of a source with what can stand there; return the names of these fields."""
    for name, value in list(blank.items()):
        setattr(source, name, value)
        try:
            source.clean_fields()
        except ValidationError:
            setattr(source, name, Source._meta.get_field(name).get_default())
            del blank[name]
    if blank:
        known.add(source)
    return tuple(blank)


def _refusal(error: ValidationError) -> str:
    """Return which fields of a source cannot be stored, and why."""
    said = [
        f"{Source._meta.get_field(name).verbose_name}: {' '.join(messages)}"
        for name, messages in error.message_dict.items()
    ]
    return _("It cannot be stored. %(reasons)s") % {"reasons": " ".join(said)}


Key = tuple[str, Any]


def _keys(publication: Reference | Source) -> list[Key]:
    """Return what a publication is found by."""
    numbers: list[Key] = [("doi", publication.doi.lower()), ("pmid", publication.pmid)]
    if found := [key for key in numbers if key[1]]:
        return found
    return (
        [("url", publication.url)] if publication.url else [("title", (publication.title, publication.year))]
    )


class _Known:
    """The sources there are already, by what they are found by."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._by_key: dict[Key, Source] = {}
        for source in sources:
            self.add(source)

    def add(self, source: Source) -> None:
        for key in [*_keys(source), ("url", source.url), ("title", (source.title, source.year))]:
            self._by_key.setdefault(key, source)

    def find(self, reference: Reference) -> Source | None:
        """Return the source a reference is about, or None."""
        return next((self._by_key[key] for key in _keys(reference) if key in self._by_key), None)

    def is_taken(self, name: str, value: str) -> bool:
        """Tell whether some source has this DOI or PubMed number."""
        return (name, value.lower()) in self._by_key


def _stored(references: Sequence[Reference]) -> list[Source]:
    """Return the stored sources any of these references could be about. A query for each hundred."""
    sources: dict[int, Source] = {}
    for start in range(0, len(references), _AT_ONCE):
        wanted = [_condition(reference) for reference in references[start : start + _AT_ONCE]]
        sources |= {source.pk: source for source in Source.objects.filter(reduce(or_, wanted))}
    return list(sources.values())


def _condition(reference: Reference) -> Q:
    conditions = {
        "doi": lambda value: Q(doi__iexact=value),
        "pmid": lambda value: Q(pmid=value),
        "url": lambda value: Q(url=value),
        "title": lambda value: Q(title=value[0], year=value[1]),
    }
    return reduce(or_, (conditions[name](value) for name, value in _keys(reference)))
