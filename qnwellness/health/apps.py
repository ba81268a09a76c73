"""The room that knows whether the site can serve."""

from django.apps import AppConfig


class HealthConfig(AppConfig):
    """What is asked by monitors and balancers."""

    name = "qnwellness.health"
    label = "health"
    default_auto_field = "django.db.models.BigAutoField"
