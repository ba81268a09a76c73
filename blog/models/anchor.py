"""The public `#fragments` of an article's headings, kept for ever."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..outline import Kept


class ArticleAnchor(models.Model):
    """An address of a heading: its current one, or an older one (an alias) that still leads there.

    Written when an article is published, in the transaction that saves it; never edited.
    """

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="anchors")
    block_id = models.CharField(_("heading"), max_length=36)
    anchor = models.CharField(_("anchor"), max_length=255)
    is_current = models.BooleanField(_("current"), default=True)
    # Headings this one took the address over from, latest last: one that comes back may have it again.
    former_blocks = models.JSONField(default=list, editable=False)

    class Meta:
        ordering = ["article", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "anchor"], name="one_heading_an_anchor"),
            models.UniqueConstraint(
                fields=["article", "block_id"],
                condition=Q(is_current=True),
                name="one_current_anchor_a_heading",
            ),
        ]
        verbose_name = _("anchor")
        verbose_name_plural = _("anchors")

    def __str__(self) -> str:
        return f"{self.article_id}#{self.anchor}"

    def as_kept(self) -> Kept:
        """Return the row as the outline sees it."""
        return Kept(self.block_id, self.anchor, self.is_current, tuple(self.former_blocks))
