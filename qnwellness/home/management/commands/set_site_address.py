"""Makes Wagtail's site record answer at SITE_URL."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    """Writes host and port of SITE_URL to the default site: full addresses of pages are built from there."""

    help = "Make the default site answer at SITE_URL."

    def handle(self, *args: Any, **options: Any) -> None:
        address = urlsplit(settings.SITE_URL)
        if address.scheme not in PORTS or not address.hostname:
            raise CommandError(f"SITE_URL is not an address such as https://example.com: {settings.SITE_URL}")
        port = address.port or PORTS[address.scheme]
        if (address.scheme == "https") != (port == PORTS["https"]):
            raise CommandError(f"Wagtail writes https for port 443 and for no other: {settings.SITE_URL}")
        site = Site.objects.get(is_default_site=True)
        if (site.hostname, site.port) != (address.hostname, port):
            site.hostname, site.port = address.hostname, port
            site.save()
        if options["verbosity"]:
            self.stdout.write(f"The site answers at {site.root_url}")
