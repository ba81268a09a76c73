"""What changes on our site shows in the shop in the second the design allows; what is not public never does."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import expect

from ..demo_site import DemoSite
from .desk import desk
from .our_site import api
from .pages import element, fragment, page, script, shop
from .visit import Visit

SECONDS = 1
# So that every element is near.
TALL = {"width": 1440, "height": 4000}
BEGIN = """
from wagtail.models import PageViewRestriction
from blog.tests.factories import heading, make_article, mention, rewrite, text
from products.tests.factories import make_product
dew, mist, frost = (make_product(name, name.lower()) for name in ("Dew", "Mist", "Frost"))
frost.state = "hidden"
frost.save_revision().publish()
def about(product, title, **fields):
    return make_article(heading("A section"), text(f"<p>Of {mention(product)}.</p>"), title=title, **fields)
withdrawn, renamed = about(dew, "Withdrawn"), about(dew, "Old name")
shut = about(dew, "Shut")
draft = about(dew, "Secret draft", publish=False)
about(mist, "On mist"), about(frost, "On frost")
"""
CHANGE = """
about(dew, "Just written")
withdrawn.unpublish()
renamed.title = "New name"
renamed.save_revision().publish()
renamed.title = "Secret name"
renamed.save_revision()
PageViewRestriction.objects.create(page=shut, restriction_type="login")
dew.title, mist.state, frost.state = "Morning dew", "hidden", "live"
dew.save_revision().publish()
mist.save_revision().publish(), frost.save_revision().publish()
"""
CHANGE_BACK = """
withdrawn.save_revision().publish()
PageViewRestriction.objects.filter(page=shut).delete()
mist.state, frost.state = "live", "hidden"
mist.save_revision().publish(), frost.save_revision().publish()
rewrite(renamed, heading("Nothing of it"), text("<p>Only water.</p>"))
"""
PRODUCTS = ("dew", "mist", "frost")
STATES = {
    BEGIN: ("Dew", {"Withdrawn", "Old name", "Shut"}, {"On mist"}, set()),
    CHANGE: ("Morning dew", {"Just written", "New name"}, set(), {"On frost"}),
    CHANGE_BACK: ("Morning dew", {"Just written", "Withdrawn", "Shut"}, {"On mist"}, set()),
}


def shown(visit: Visit, product: str) -> tuple[set[str], set[str]]:
    """Return what the element and the list from the shop's server show of a product."""
    by_element = visit.page.locator(f"related-articles[product={product}] a:visible").all_inner_texts()
    by_server = visit.page.locator(f"#{product} aside a:visible").all_inner_texts()
    return {*by_element}, {*by_server}


def test_changes_show_within_the_second_and_nothing_secret_ever(
    demo_site: DemoSite, visiting: Callable[..., Visit]
) -> None:
    host = urlsplit(demo_site.url).netloc

    def product_page() -> bytes:
        sections = (
            f'<section id="{name}">{element(name, "", limit=9)}{fragment(demo_site.url, name)}</section>'
            for name in PRODUCTS
        )
        return page("".join(sections), script(demo_site.url))

    with shop({"/": product_page}, host) as store, desk(demo_site) as editor:
        for change, (name, *expected) in STATES.items():
            editor.do(change)
            time.sleep(SECONDS)
            visit = visiting(store.url, host, viewport=TALL)
            visit.wait_for(len(PRODUCTS), "load", "empty", "error")
            for product, titles in zip(PRODUCTS, expected, strict=True):
                assert shown(visit, product) == (titles, titles)
            answer = visit.page.request.get(f"{demo_site.url}{api('dew')}")
            assert answer.json()["product"]["name"] == name
            assert "Secret" not in answer.text()
            assert "Secret" not in visit.page.content()
            expect(visit.page.get_by_text("Secret")).to_have_count(0)
            assert visit.refused() == []
