"""Pages of a shop that never was, as browsers save them."""

import json

from blog.importing.document import SourceArticle
from blog.importing.readers import read_data

FACTS = {
    "@context": "https://schema.org/",
    "@type": "Article",
    "headline": "Slow Evenings & Tea",
    "datePublished": "2024-05-01T09:30:00+08:00",
    "dateModified": "2024-06-01T10:00:00Z",
    "author": {"@type": "Person", "name": "Carla Meier"},
    "publisher": {"@type": "Organization", "name": "The Quiet Leaf"},
    "image": ["https://quietleaf.example/cdn/shop/articles/evening.jpg?v=1&width=1200"],
    "keywords": "evening, Tea",
}
BODY = """
<p>Rest is worth having for its own sake, and nobody who has learned it gives it up for a louder evening.</p>
<h2 id="why">Why it helps</h2>
<p>Leaves, light and breath work on two sides of one stair, and neither of them is in any hurry to say which.</p>
<p><img src="./Slow%20Evenings_files/cup_480x480.jpg" alt="A cup"></p>
"""


def page(body: str = BODY, facts: object = None, head: str = "", number: int = 1) -> str:
    """A page of a theme; `number` is in everything a theme writes anew each time."""
    linked = json.dumps(FACTS if facts is None else facts)
    return f"""<!DOCTYPE html>
<!-- saved from url=(0044)https://quietleaf.example/blogs/news/slow-evenings -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>Slow evenings with tea
 &ndash; The Quiet Leaf</title>
<link rel="canonical" href="https://quietleaf.example/blogs/news/slow-evenings">
<meta name="description" content="How a slow evening &amp; a cup help.">
<meta property="og:site_name" content="The Quiet Leaf"><meta property="og:type" content="article">
<meta property="og:title" content="Slow Evenings &amp; Tea">
<meta property="og:image" content="http://quietleaf.example/cdn/shop/articles/evening.jpg?v={number}">
<meta property="og:image:alt" content="An evening">
{head}
<script nonce="n{number}">var time = {number};</script>
<script type="application/ld+json">{linked}</script></head>
<body class="template-article"><a class="skip-to-content-link" href="#MainContent">Skip to content</a>
<header class="site-header"><h1 class="logo"><a href="/">The Quiet Leaf</a></h1>
<nav><ul><li><a href="/collections/all">Shop all</a></li><li><a href="/cart">Cart {number}</a></li></ul></nav></header>
<main id="MainContent"><article class="article-template">
<div class="article-template__hero"><img src="./Slow%20Evenings_files/evening.jpg" alt=""></div>
<header><h1 class="article-template__title">Slow Evenings &amp; Tea</h1>
<time datetime="2024-05-01T01:30:00Z">May 1, 2024</time></header>
<div class="article-template__content rte" itemprop="articleBody">{body}</div>
<div class="article-template__social"><button>Share</button></div></article></main>
<footer class="site-footer"><p>Copyright {number}, The Quiet Leaf</p></footer></body></html>"""


def read(html: str | bytes) -> SourceArticle:
    """The article of a page or a piece of HTML."""
    data = html.encode() if isinstance(html, str) else html
    (found,) = read_data(data, source="tea.html", format="html")
    assert isinstance(found, SourceArticle)
    return found
