"""Where an article names a product: one row a mention."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MentionKind(models.TextChoices):
    """How an article names a product, strongest first."""

    CALLOUT = "callout", _("callout")
    INFOGRAPHIC = "infographic", _("infographic")
    INLINE = "inline", _("in the text")


class ProductMention(models.Model):
    """A live article names a product. Written with the page, in its transaction; never edited."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="product_mentions")
    product = models.ForeignKey("products.ProductPage", on_delete=models.CASCADE, related_name="mentions")
    kind = models.CharField(_("kind"), max_length=16, choices=MentionKind.choices)
    anchor = models.CharField(_("anchor of its section"), max_length=255, blank=True)
    position = models.PositiveIntegerField(_("position in the article"))

    class Meta:
        ordering = ["article", "position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "position"], name="one_mention_a_position"),
        ]
        verbose_name = _("product mention")
        verbose_name_plural = _("product mentions")

    def __str__(self) -> str:
        return f"{self.article_id} → {self.product_id} ({self.kind})"
