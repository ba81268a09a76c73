"""A daily amount above what is held to be safe."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from qnwellness.nutrition.figures import Figure, in_unit, written
from qnwellness.nutrition.intakes import Intake, Kind

from ...evidence.doses import Excess, excesses
from ..article import ArticleUnderReview
from ..finding import Finding, Level


def high_dose(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find daily amounts, typed or of facts, above the upper level of an authority.

    A doctor named beside one makes it matter less, never nothing.
    """
    for excess in excesses(article.figures):
        one = excess.placed
        is_mild = excess.is_supervised or not excess.limits
        yield Finding(
            "high_dose",
            Level.KNOW if is_mild else Level.SHOULD,
            _message(excess),
            one.place,
            f"{one.passage.subject}: {one.sentence}" if one.passage.subject else one.sentence,
            f"{one.nutrient}:{_text(one.figure)}" + (f":{excess.times}" if excess.times > 1 else ""),
        )


def _message(excess: Excess) -> str:
    """Return what is too much, by whom, and that it is advice."""
    figure, nutrient, amount = excess.placed.figure, excess.placed.nutrient, _text(excess.amount)
    if excess.times > 1:
        amount += f" ({excess.times} × {_text(Figure(figure.top, None, figure.unit))})"
    if excess.is_slip:
        text = _(
            "%(amount)s of %(nutrient)s a day is far beyond what adults are advised: %(limits)s. Is the unit right?"
        )
    else:
        text = _("%(amount)s of %(nutrient)s a day is more than is held to be safe for adults: %(limits)s.")
    rows = excess.limits or ((excess.reference,) if excess.reference else ())
    limits = "; ".join(_limit(row, figure.unit) for row in rows)
    parts = [text % {"amount": amount, "nutrient": nutrient, "limits": limits}]
    if excess.is_supervised:
        parts.append(_("A doctor is named beside it, so it matters less."))
    parts.append(_("This is a hint for editors, neither legal nor medical advice."))
    return " ".join(parts)


def _limit(row: Intake, unit: str) -> str:
    """Return a row of the table with its source and year, in IU too where the text has them."""
    amount = _text(row.figure)
    converted = in_unit(row.figure, unit, row.nutrient) if unit == "IU" else None
    if converted:
        amount = f"{_text(converted)} ({amount})"
    words = {
        Kind.UPPER: _("%(amount)s is the upper level of %(authority)s (%(source)s, %(year)s)"),
        Kind.SAFE: _("%(amount)s is the safe level of %(authority)s (%(source)s, %(year)s)"),
        Kind.MAXIMUM: _("%(amount)s is the most %(authority)s allows in a supplement (%(source)s, %(year)s)"),
    }
    text = words.get(row.kind) or _("%(amount)s is enough for %(authority)s (%(source)s, %(year)s)")
    return text % {"amount": amount, "authority": row.authority, "source": row.source, "year": row.date}


def _text(figure: Figure) -> str:
    return written(figure, get_language() or "en")
