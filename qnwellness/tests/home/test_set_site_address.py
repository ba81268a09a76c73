"""Full addresses of pages follow SITE_URL."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from qnwellness.home.models import HomePage


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8001", "https://shop.example", "http://shop.example:8080"]
)
def test_pages_answer_at_the_address_given(settings, address: str) -> None:
    settings.SITE_URL = address
    call_command("set_site_address", verbosity=0)
    assert HomePage.objects.get().full_url == f"{address}/"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["shop.example", "ftp://shop.example", "https://shop.example:8443"])
def test_an_address_that_pages_cannot_have_is_refused(settings, address: str) -> None:
    settings.SITE_URL = address
    with pytest.raises(CommandError, match=r"shop\.example"):
        call_command("set_site_address")
    assert Site.objects.get(is_default_site=True).hostname == "localhost"
