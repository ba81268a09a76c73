"""Whatever editors write, structured data stays data."""

import pytest
from bs4 import BeautifulSoup

from blog.tests.factories import make_article
from products.tests.factories import make_product

from .reading import graph

pytestmark = pytest.mark.django_db
NASTY = ["</script><script>alert(1)</script>", "<!--", "]]>", '"}]}', "\u2028 & \u2029", "<b>bold</b> &amp;"]


@pytest.mark.parametrize("words", NASTY)
def test_words_that_look_like_markup_stay_words(client, words):
    article = make_article(title=f"A {words} title", slug="nasty", standfirst=f"S {words}")
    product = make_product(title=f"P {words}", handle="nasty", summary=f"S {words}")
    for page, kind, name in ((article, "BlogPosting", "headline"), (product, "Product", "name")):
        html = BeautifulSoup(client.get(page.url).content, "html.parser")
        assert graph(html)[kind][name] == page.title
        scripts = [script.get("type") for script in html.select("script")]
        assert scripts.count("application/ld+json") == 1
        assert "alert(1)" not in "".join(
            s.get_text() for s in html.select("script:not([type='application/ld+json'])")
        )
