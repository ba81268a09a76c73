from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    name = "qnwellness.content"
    label = "content"
    verbose_name = _("Content")

    def ready(self) -> None:
        from django.apps import apps
        from django.db.models.signals import post_delete
        from wagtail.search.signal_handlers import post_delete_signal_handler

        from . import own_redirects
        from .page_links import load_pages
        from .pages import SitePage
        from .references import register_loader

        register_loader("page", load_pages, "page")
        own_redirects.connect()
        # What Wagtail would do, did pages not put themselves into the search index.
        for model in apps.get_models():
            if issubclass(model, SitePage):
                post_delete.connect(post_delete_signal_handler, sender=model)
