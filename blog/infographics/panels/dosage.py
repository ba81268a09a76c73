"""How much of what."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue

from ..citations import citations_block
from ..line import LineBlock, words
from ..poster.panels.dosage import Dosage, Dose


class DoseBlock(StructBlock):
    """A substance, an amount with its unit, and what to mind."""

    substance = CharBlock(label=_("Substance"), max_length=120)
    amount = LineBlock(label=_("Amount"), max_length=120, help_text=_("With its unit: “45–180 µg daily”."))
    note = LineBlock(label=_("Note"), required=False, max_length=300)

    class Meta:
        icon = "list-ul"
        label = _("Amount")


class DosagePanel(StructBlock):
    """Daily amounts of one or more substances."""

    title = CharBlock(label=_("Title"), max_length=120)
    doses = ListBlock(DoseBlock(), label=_("Amounts"), min_num=1)
    citations = citations_block()

    class Meta:
        icon = "calculator"
        label = _("Amounts")
        description = _("How much of what, with a note for each.")
        template = "blog/infographics/panels/dosage.html"
        preview_value = {
            "title": _("Daily amounts, adults"),
            "doses": [
                {
                    "substance": _("Vitamin D3"),
                    "amount": _("600–800 IU"),
                    "note": _("From food and supplements"),
                }
            ],
        }

    def as_poster(self, value: StructValue) -> Dosage:
        """Return what a poster shows of it."""
        doses = (
            Dose(dose["substance"], words(dose["amount"]), words(dose["note"])) for dose in value["doses"]
        )
        return Dosage(value["title"], tuple(doses))
