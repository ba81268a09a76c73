"""What editors are told of a reference that could not be read, and what to do about it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..evidence.references import Reason, Unreadable

REASONS: Mapping[Reason, Promise] = {
    Reason.NOTHING: _("There is no reference here. Paste one from PubMed, or RIS, BibTeX or CSL-JSON."),
    Reason.TOO_LONG: _("This is more than can be read at once. Paste it in several parts."),
    Reason.TOO_MANY: _("These are more than %(most)s. Paste the rest after them."),
    Reason.NO_TITLE: _("It has no title."),
    Reason.NO_AUTHOR: _("It names no author before the year."),
    Reason.NOT_ONE: _(
        "It is too long for one reference. Copy the reference from “Cite” in PubMed, or paste RIS, BibTeX or "
        "CSL-JSON."
    ),
    Reason.SEVERAL: _("It looks like several references. Put an empty line between them."),
    Reason.NO_PARTS: _(
        "Authors, title, journal and year could not be told apart. Copy the reference from “Cite” in PubMed, or "
        "paste RIS, BibTeX or CSL-JSON."
    ),
    Reason.OUTSIDE: _("It stands outside of any record. Each begins with “TY  - ”."),
    Reason.NO_FIELD: _("Here should be a field, such as “year = {2013},”."),
    Reason.NOT_CLOSED: _("The value of “%(name)s” is not closed."),
    Reason.NO_VALUE: _("The field “%(name)s” has no value."),
    Reason.NO_JSON: _("It is not valid JSON: character %(column)s of this line cannot stand here."),
    Reason.OUT_OF_BOUNDS: _("It is not valid JSON: it holds a number or a nesting beyond all bounds."),
    Reason.NO_ENTRIES: _("The list is empty."),
    Reason.NO_ENTRY: _("Entry %(number)s is not an object with a title."),
}


def worded(lost: Unreadable) -> str:
    """Return why a part of a pasted text could not be read."""
    return str(REASONS[lost.reason]) % lost.about
