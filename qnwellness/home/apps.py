from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "qnwellness.home"
    label = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from .watching import watch_everything

        watch_everything()
