"""One summary row per article and product: what every list of related articles reads."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .mention import MentionKind


class ProductRelation(models.Model):
    """How strongly a live article is about a product, and the section to send a shopper to."""

    article = models.ForeignKey(
        "blog.ArticlePage", on_delete=models.CASCADE, related_name="product_relations"
    )
    product = models.ForeignKey("products.ProductPage", on_delete=models.CASCADE, related_name="relations")
    rank = models.PositiveSmallIntegerField(_("rank"), help_text=_("Lower comes first."))
    published = models.DateTimeField(_("published"))
    mention = models.CharField(_("strongest mention"), max_length=16, choices=MentionKind.choices)
    mentions = models.PositiveIntegerField(_("number of mentions"))
    is_excluded = models.BooleanField(_("kept off the product's list"), default=False)
    section_title = models.CharField(_("section"), max_length=255, blank=True)
    section_anchor = models.CharField(_("anchor of the section"), max_length=255, blank=True)
    section_minutes = models.PositiveSmallIntegerField(_("minutes to read the section"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "product"], name="one_relation_a_pair")]
        indexes = [models.Index(fields=["product", "rank", "-published", "article"], name="related_articles")]
        verbose_name = _("product relation")
        verbose_name_plural = _("product relations")

    def __str__(self) -> str:
        return f"{self.article_id} → {self.product_id}"
