"""Whole pages: the article is found whatever the theme, and all else is told with the reason."""

import pytest

from blog.importing.document import Element, HeadingElement, Paragraph, PictureElement
from blog.importing.markup import read_markup

PROSE = "Rye is sour, and that is what people like about it. " * 6
BODY = f"<p>{PROSE}1</p><h2>More</h2><p>{PROSE}2</p><p>{PROSE}3</p>"
SHOP = f"""<!doctype html><html lang="en"><head><title>Rye – Shop</title><style>.x{{color:red}}</style></head>
<body class="gradient sidebar-open"><a class="skip-to-content-link" href="#MainContent">Skip to content</a>
<div id="shopify-section-header" class="shopify-section-group-header-group"><div class="announcement-bar">Free parcels
</div><header class="header"><nav><ul><li><a href="/">Home</a></li><li><a href="/all">Shop</a></li></ul></nav></header>
</div><main id="MainContent"><article itemscope itemtype="http://schema.org/BlogPosting"><div class="hero"><img
src="//x.example/cdn/shop/articles/rye_1100x.jpg?v=1" alt="A field"></div><header><h1>All about rye</h1><span><time>May
3</time></span><span itemprop="author">Ada</span></header><div class="social-sharing"><button>Share</button></div>
<div class="article-template__content rte" itemprop="articleBody">{BODY}<div class="addthis">Tell a friend</div></div>
<div class="article-template__back"><a href="/blogs/news">Back to blog</a></div><div id="comments"><h2>1 comment</h2>
<p>Nice</p></div></article></main><section class="related-articles"><h2>Also about oats</h2></section>
<footer><form class="newsletter">Join us</form><p>© Shop</p></footer><div id="cookie-banner">{"Crumbs matter. " * 150}
</div></body></html>"""
OLD = f"""<html><body><table><tr><td><div id="header"><a href="/">Logo</a></div></td></tr><tr><td>
<h1>All about rye</h1>{BODY}</td><td class="sidebar"><p>Adverts</p></td></tr></table><div id="footer">© Shop</div>
</body></html>"""
WORDPRESS = f"""<html><body class="post-template-default"><div id="page"><header id="masthead"><p>Site</p></header>
<div id="content"><main><article class="post"><header class="entry-header"><h1 class="entry-title">All about rye</h1>
<div class="entry-meta">Posted on May 3 by Ada</div></header><div class="entry-content">{BODY}</div>
<footer class="entry-footer">Filed under grains</footer></article><nav class="post-navigation"><a href="/a">Older</a>
</nav></main><aside id="secondary" class="widget-area">Adverts</aside></div></div></body></html>"""
PLAIN = f"""<html><body><div class="w"><div class="t"><h1>All about rye</h1></div><div class="z">{BODY}</div></div>
<footer>© Shop</footer></body></html>"""


def without_pictures(source: str) -> list[Element]:
    return [element for element in read_markup(source).elements if not isinstance(element, PictureElement)]


@pytest.mark.parametrize("source", [SHOP, OLD, WORDPRESS, PLAIN])
def test_the_title_and_the_text_are_found(source: str) -> None:
    title, first, more, second, third = without_pictures(source)
    assert (title, more) == (HeadingElement("All about rye", 1), HeadingElement("More", 2))
    assert [
        paragraph.text[-1] for paragraph in (first, second, third) if isinstance(paragraph, Paragraph)
    ] == ["1", "2", "3"]


def test_everything_else_is_told_with_the_reason() -> None:
    told = {aside.text[:14]: aside.reason for aside in read_markup(SHOP).set_aside}
    assert told == {
        "Skip to conten": "a link to the text",
        "Free parcels H": "the page's header",
        "May 3": "the byline and the date",
        "Ada": "the byline and the date",
        "Share": "share buttons",
        "Tell a friend": "share buttons",
        "Back to blog": "a link back",
        "1 comment Nice": "comments",
        "Also about oat": "related articles",
        "Join us © Shop": "the page's footer",
        "Crumbs matter.": "a notice about cookies",
    }


def test_the_picture_above_the_text_comes_with_it() -> None:
    first = read_markup(SHOP).elements[0]
    assert first == PictureElement(
        "rye.jpg", "A field", address="https://x.example/cdn/shop/articles/rye.jpg"
    )


def test_a_document_without_furniture_is_all_text() -> None:
    text = f"<div class=WordSection1><p class=MsoTitle>Rye</p>{BODY}<p>The end</p></div>"
    markup = read_markup(f"<html><body lang=EN>{text}</body></html>")
    assert markup.elements[0] == Paragraph("Rye")
    assert markup.elements[-1] == Paragraph("The end")
    assert markup.set_aside == ()


def test_a_box_beside_the_text_of_an_article_is_part_of_it() -> None:
    source = f"<html><body><article><h1>Rye</h1>{BODY}<aside><p>A note</p></aside></article></body></html>"
    assert Paragraph("A note") in read_markup(source).elements


def test_nothing_of_a_fragment_is_furniture() -> None:
    markup = read_markup(
        '<header><p>Rye</p></header><div class="share"><p>Tell</p></div><footer><p>End</p></footer>'
    )
    assert [element.text for element in markup.elements if isinstance(element, Paragraph)] == [
        "Rye",
        "Tell",
        "End",
    ]
    assert markup.set_aside == ()


def test_the_contents_list_of_an_article_is_no_menu() -> None:
    links = '<nav class="navigation"><ul><li><a href="#a">A</a></li><li><a href="#b">B</a></li></ul></nav>'
    source = f"<html><body><main><h1>Rye</h1>{links}{BODY}</main></body></html>"
    assert not any(aside.reason == "a menu" for aside in read_markup(source).set_aside)
