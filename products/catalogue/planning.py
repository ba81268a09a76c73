"""Deciding what becomes of one product: a merge, field by field, of what is here with what the shop says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from products.availability import State
from products.catalogue.description import canonical
from products.catalogue.document import CatalogueProduct
from products.catalogue.here import values_here
from products.catalogue.known import Known
from products.catalogue.merging import UNSAID, Verdict, state_verdict, verdict
from products.catalogue.obstacles import obstacle
from products.catalogue.ownership import Owner, owner_of
from products.catalogue.pictures import wanted_pictures
from products.catalogue.plan import Action, Change, Clash, Plan, change, clash
from products.catalogue.stated import DIGEST, stated
from products.catalogue.variants import merged
from products.catalogue.wording import label_of, remembered_as
from products.models import CatalogueRecord, ProductPage


@dataclass(slots=True)
class _Draft:
    """A plan in the making."""

    values: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)


def plan_product(
    product: CatalogueProduct, page: ProductPage | None, known: Known, folder: Path | None
) -> Plan:
    """Decide what to do with a product that is `page` here; its pictures are looked up in `folder`, if any.

    Nothing is written. What the file does not state stays as it is.
    """
    record = record_of(page)
    draft = latest(page)
    base = draft if page and draft and not page.live else page or ProductPage()
    said = record.said if record else {}
    making = _Draft(said=dict(said))
    word = stated(product, summary=base.summary, said=said)
    making.warnings += [*product.notices, *word.warnings, *_about_page(page, known)]
    if record and record.withdrawn_at and base.state == State.HIDDEN:
        # It is back, with the state it had unless the file says another.
        word.values.setdefault("state", State(said.get("state", State.LIVE)))
    pictures = wanted_pictures(product, folder, making.warnings)
    if pictures:
        word.values["pictures"] = pictures
    title = word.values.get("title") or base.title
    if not title:
        reason = f"row {product.row}: the product {product.handle} has no title; give it one"
        return Plan(Action.ERROR, product.handle, "", product.row, reason=reason, warnings=making.warnings)
    _merge(making, word.values, base, record)
    if word.digest and "description" in word.values:
        making.said[DIGEST] = word.digest
    if page and page.handle != product.handle:
        making.values["handle"] = product.handle
        making.changes.append(change("handle", page.handle, product.handle))
    return _planned(product, page, draft, title, making, known)


def record_of(page: ProductPage | None) -> CatalogueRecord | None:
    """Return what is remembered of the shop's words about a product, or None."""
    return getattr(page, "catalogue_record", None) if page else None


def latest(page: ProductPage | None) -> ProductPage | None:
    """Return the draft of a product that has one, or that nobody sees."""
    if page and (page.has_unpublished_changes or not page.live):
        return page.get_latest_revision_as_object()
    return None


def _merge(
    making: _Draft, shop: Mapping[str, Any], base: ProductPage, record: CatalogueRecord | None
) -> None:
    here = values_here(base, shop)
    for name, value in shop.items():
        before = record.said.get(name, UNSAID) if record else UNSAID
        theirs, ours = _compared(name, value, here, base, before)
        if name == "state":
            withdrawn = bool(record and record.withdrawn_at)
            found = state_verdict(here=ours, shop=theirs, before=before, is_withdrawn=withdrawn)
            _note_state(making, found, ours, theirs, before)
        else:
            if name == "pictures" and before is not UNSAID:
                before = [digest for digest in before if digest in theirs]
            found = verdict(owner_of(name), here=ours, shop=theirs, before=before)
            making.said[name] = remembered_as(name, value)
        if found is Verdict.TAKE:
            making.values[name] = value
            making.changes.append(change(name, ours, theirs))
        elif found is Verdict.CONFLICT:
            making.clashes.append(clash(name, ours, theirs))


def _compared(
    name: str, value: Any, here: Mapping[str, Any], base: ProductPage, before: Any
) -> tuple[Any, Any]:
    """Return the shop's value and the one of here in a form in which the two can be compared."""
    ours = here[name]
    if name == "variants":
        said = () if before is UNSAID else before
        wanted = merged(base.variants.all() if base.pk else (), value, said)
        return [values.remembered() for _row, values in wanted], ours
    theirs = remembered_as(name, value)
    if name == "description" and ours and ours != theirs:
        ours = canonical(ours)
    if name == "pictures":
        # Pictures an editor has added stand behind the shop's and are no difference.
        common = [digest for digest in ours if digest in theirs]
        ours = common if before is not UNSAID or common == theirs else ours
    return theirs, ours


def _note_state(making: _Draft, found: Verdict, ours: str, theirs: str, before: Any) -> None:
    """Remember the state unless an editor's stands: then the shop's word has led to nothing."""
    if found is Verdict.TAKE or (found is Verdict.SAME and ours not in (State.HIDDEN, State.DISCONTINUED)):
        making.said["state"] = theirs
    elif found is Verdict.KEEP:
        making.warnings.append(f"it stays “{ours}”, as somebody has set it here; the shop says “{theirs}”")


def _about_page(page: ProductPage | None, known: Known) -> Iterator[str]:
    """Yield lines about what a person should look at on this site."""
    if page is None:
        return
    if not page.live:
        yield "this product is unpublished here: changes are saved as a draft"
    elif page.pk in known.scheduled:
        yield "a version of this product is scheduled here: import again when it is published"


def _planned(
    product: CatalogueProduct,
    page: ProductPage | None,
    draft: ProductPage | None,
    title: str,
    making: _Draft,
    known: Known,
) -> Plan:
    if page is None:
        making.values["handle"] = product.handle
    action = Action.CREATE if page is None else Action.UPDATE if making.values else Action.SKIP
    reason = obstacle(page, known) if page and action is Action.UPDATE else ""
    draft_values = making.values
    if page and page.live and draft:
        kept = set(_kept_in_draft(making.values, page, draft))
        making.warnings += [f"the unpublished draft keeps its own {label_of(name)}" for name in sorted(kept)]
        draft_values = {name: value for name, value in making.values.items() if name not in kept}
    return Plan(
        Action.CONFLICT if reason else action,
        product.handle,
        title,
        product.row,
        page,
        draft,
        values=making.values,
        draft_values=draft_values,
        changes=making.changes,
        clashes=making.clashes,
        warnings=making.warnings,
        reason=reason,
        said=making.said,
        unplaced=dict(product.unplaced),
    )


def _kept_in_draft(names: Iterable[str], page: ProductPage, draft: ProductPage) -> Sequence[str]:
    """Return the fields an editor has changed in the draft and that are the editor's to change."""
    shared = [name for name in names if owner_of(name) is Owner.SHARED]
    public, edited = values_here(page, shared), values_here(draft, shared)
    return [name for name in shared if public[name] != edited[name]]
