from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from qnwellness.content.references import register_loader
        from qnwellness.content.texts import register_mark, register_wording

        from . import signal_handlers
        from .models import Fact, Source
        from .models.lending import load_lenders

        register_loader("source", Source.objects.in_bulk, "source")
        register_loader("fact", Fact.objects.in_bulk, "fact")
        register_loader("lender", load_lenders, "page")
        register_mark("source")
        register_wording("fact", lambda fact, attributes: fact.readers_text)
        signal_handlers.connect()
