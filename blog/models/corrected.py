"""What was wrong in an article and has been put right."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from qnwellness.content.fields import ContentStreamField

from ..blocks.correction import CorrectionsBlock
from ..corrections import last_correction


class Corrected(models.Model):
    """The corrections of an article: dated, numbered by their order, and kept (see `blog.corrections`)."""

    corrections = ContentStreamField(
        CorrectionsBlock(),
        blank=True,
        verbose_name=_("corrections"),
        help_text=_(
            "What was wrong and has been put right, oldest first. A correction that was published stays: its words "
            "can be mended, but it cannot be taken out."
        ),
    )

    class Meta:
        abstract = True

    @property
    def corrected_on(self) -> date | None:
        """Return when the latest correction was made."""
        return last_correction(self.corrections.raw_data)
