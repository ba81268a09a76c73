"""Links from shops say where they stand, if editors have set that once."""

import pytest
from django.test import Client

from blog.models import SidebarSettings
from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
PATH = "/api/v1/products/bone-essential/related-articles/"


@pytest.fixture(autouse=True)
def article() -> None:
    product = make_product(title="Bone Essential™", handle="bone-essential")
    make_article(heading("Amounts"), callout(product), title="How bone is built")


def addresses(client: Client) -> tuple[str, str]:
    (found,) = client.get(PATH).json()["articles"]
    return found["url"].partition("/blog/")[2], found["section"]["url"].partition("/blog/")[2]


def test_nothing_is_added_to_links_before_editors_say_so(client: Client) -> None:
    assert addresses(client) == ("how-bone-is-built/", "how-bone-is-built/#amounts")


def test_links_carry_the_campaign_before_the_section(client: Client) -> None:
    SidebarSettings(utm_source="shop", utm_medium="sidebar").save()
    query = "?utm_source=shop&utm_medium=sidebar&utm_campaign=bone-essential"
    assert addresses(client) == (f"how-bone-is-built/{query}", f"how-bone-is-built/{query}#amounts")


def test_a_campaign_with_a_name_still_tells_the_product(client: Client) -> None:
    SidebarSettings(utm_source="shop", utm_medium="", utm_campaign="spring").save()
    query = "?utm_source=shop&utm_campaign=spring&utm_content=bone-essential"
    assert addresses(client)[0] == f"how-bone-is-built/{query}"


def test_a_campaign_that_is_changed_is_told_at_once(client: Client) -> None:
    said = SidebarSettings.load()
    for source in ("shop", "market"):
        said.utm_source = source
        said.save()
        assert f"utm_source={source}" in addresses(client)[0]
