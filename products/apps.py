from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProductsConfig(AppConfig):
    name = "products"
    verbose_name = _("Products")

    def ready(self) -> None:
        from qnwellness.content.references import register_loader

        from .queries import load_products

        register_loader("product", load_products)
