from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "qnwellness.content"
    label = "content"
    verbose_name = _("Content")

    def ready(self) -> None:
        from .page_links import load_pages
        from .references import register_loader

        register_loader("page", load_pages)
