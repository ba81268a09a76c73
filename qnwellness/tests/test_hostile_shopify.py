"""Whatever stands in a list, the section of a Shopify theme shows it as words."""

from collections.abc import Callable
from unicodedata import is_normalized

from bs4 import BeautifulSoup

from blog.tests.embed.shopify_theme import ADDRESS, article, markup, page, rendered, soup, value
from qnwellness.tests.hostile import PAYLOADS


def shape(found: BeautifulSoup) -> list[tuple[str, list[str]]]:
    return [(node.name, sorted(node.attrs)) for node in found.find_all()]


def test_words_that_mean_harm_stay_words() -> None:
    """No element and no attribute is added, and none is lost."""
    plain = shape(soup(article()))
    for text in PAYLOADS:
        section = {"title": text, "url": f"{ADDRESS}#{text}"}
        image = {"src": f"{ADDRESS}{text}", "srcset": f"{ADDRESS} 400w, {text}", "width": 400, "height": 300}
        found = soup(article(title=text, section=section, image=image, published=text))
        assert shape(found) == plain, text
        told = markup(found)["subjectOf"][0]
        assert (told["headline"], told["image"], told["datePublished"]) == (text, image["src"], text)


def test_an_address_that_is_none_of_the_web_is_no_link() -> None:
    for text in (
        *PAYLOADS,
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "",
    ):
        found = soup(
            article(url=text, section=None, image={"src": text, "srcset": "", "width": 1, "height": 1})
        )
        for node in found.select("[href], [src]"):
            assert node.get("href", node.get("src")).lower().startswith(("https:", "http:")), text


def test_the_page_is_valid_html_all_the_same(validate_html: Callable[..., list[str]]) -> None:
    # Characters the checker frowns on wherever they stand are no matter of markup.
    texts = [
        text for text in PAYLOADS if text.isprintable() and is_normalized("NFC", text) and len(text) < 300
    ]
    pages = {
        "plain": page(rendered(value(article(), article(image=None, section=None)))),
        "hostile": page(
            rendered(
                value(*[article(title=text, section={"title": text, "url": ADDRESS}) for text in texts]),
                heading="</h2><script>",
                articles=len(texts),
            )
        ),
        "editor": page(rendered(None, in_editor=True)),
    }
    assert len(texts) > 80
    assert validate_html(pages) == []
