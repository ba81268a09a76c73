from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProductsConfig(AppConfig):
    name = "products"
    verbose_name = _("Products")

    def ready(self) -> None:
        from qnwellness.content.references import register_loader
        from qnwellness.content.texts import register_wording

        from . import signal_handlers
        from .details import load_shop
        from .queries import load_products
        from .showing import wording

        register_loader("product", load_products, "page")
        register_loader("shop", load_shop, "shop")
        register_wording("product", wording)
        signal_handlers.connect()
