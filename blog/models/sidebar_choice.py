"""What an editor has decided about one article on the list of a product."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SidebarChoice(models.Model):
    """An article that is pinned to a place on a product's list, or kept off it.

    It holds for as long as the article mentions the product; rows of `ProductRelation` say the same for lists.
    """

    product = models.ForeignKey(
        "products.ProductPage", on_delete=models.CASCADE, related_name="sidebar_choices"
    )
    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="sidebar_choices")
    position = models.PositiveSmallIntegerField(_("place among the pinned"), null=True, blank=True)
    is_excluded = models.BooleanField(_("kept off the list"), default=False)

    class Meta:
        ordering = ["product", "position", "article"]
        constraints = [models.UniqueConstraint(fields=["product", "article"], name="one_choice_a_pair")]
        verbose_name = _("choice for a product's list")
        verbose_name_plural = _("choices for products' lists")

    def __str__(self) -> str:
        return f"{self.product_id} → {self.article_id}"
