import gzip

from .weight import weigh

FILES = {
    "https://shop.example/static/page.css": b".a{color:red}" * 50,
    "https://shop.example/static/first.js": b'import "./more/second.js";\nimport("./later.js");\nstart();'
    * 2,
    "https://shop.example/static/more/second.js": b'export { a } from "./third.js";',
    "https://shop.example/static/more/third.js": b"const a = 'import \"./no.js\"';",
    "https://shop.example/static/old.js": b"old()",
}
PAGE = """<!doctype html><html><head><link rel="stylesheet" href="/static/page.css">
<link rel="canonical" href="https://elsewhere.example/"><link rel="preload" as="font" href="/static/a.woff2"></head>
<body><header>Top</header><main><p>Words <img alt="A leaf" aria-label="said"> <a href="https://away.example/">away</a></p>
<script type="module" src="/static/first.js"></script><script type="module" src="/static/first.js"></script>
<script type="application/ld+json">{"words": "not read"}</script></main></body></html>"""


def weigh_page(html=PAGE):
    asked = []

    def fetch(address):
        asked.append(address)
        return FILES[address]

    return weigh("https://shop.example/blog/a/", html, fetch), asked


def packed(*contents):
    return sum(len(gzip.compress(content)) for content in contents)


def test_a_page_weighs_its_stylesheets_its_scripts_and_what_they_import_each_once():
    weight, asked = weigh_page()
    address = "https://shop.example/static/"
    assert weight.styles == packed(FILES[address + "page.css"])
    scripts = [address + name for name in ("first.js", "more/second.js", "more/third.js")]
    assert weight.scripts == packed(*(FILES[name] for name in scripts))
    assert sorted(asked) == sorted([address + "page.css", *scripts])


def test_its_words_are_told_apart_from_everything_else():
    weight, _ = weigh_page()
    assert weight.text == packed(b"Top Words away A leaf said")
    assert weight.beyond_text == weight.html + weight.styles + weight.scripts - weight.text


def test_a_stylesheet_holds_the_page_back_and_a_module_does_not():
    assert weigh_page()[0].blocking == 1
    assert (
        weigh_page(PAGE.replace("</body>", '<script src="/static/old.js"></script></body>'))[0].blocking == 2
    )


def test_others_are_those_a_browser_asks_and_not_those_a_link_leads_to():
    assert weigh_page()[0].others == ()
    pictures = (
        '<picture><source srcset="/a.avif 1x, https://cdn.example/a.avif 2x">'
        '<img src="//img.example/a"></picture>'
    )
    assert weigh_page(PAGE.replace("</main>", f"{pictures}</main>"))[0].others == (
        "cdn.example",
        "img.example",
    )
