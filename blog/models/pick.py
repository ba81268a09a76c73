"""What an editor recommends to read next."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable


class RelatedPick(Orderable):
    """An article an editor has chosen to stand first in another one's related reading."""

    article = ParentalKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="picks")
    pick = models.ForeignKey(
        "blog.ArticlePage", on_delete=models.CASCADE, related_name="picked_by", verbose_name=_("article")
    )

    panels = [PageChooserPanel("pick", "blog.ArticlePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("article to read next")
        verbose_name_plural = _("articles to read next")

    def __str__(self) -> str:
        return f"{self.article_id} → {self.pick_id}"
