"""An address of every kind of public page, by what the page is. `make measure` measures the same."""

ARTICLE = "/blog/magnesium-and-sleep/"
PRODUCT = "/products/bone-essential/"
PAGES = {
    "home": "/",
    "journal": "/blog/",
    "topics": "/blog/tags/",
    "tag": "/blog/tags/sleep/",
    "people": "/blog/authors/",
    "author": "/blog/authors/lena-hartono/",
    "article": ARTICLE,
    "article without a contents list of its own": "/blog/turmeric-and-black-pepper/",
    "article with every kind of evidence": "/blog/iron-from-plants/",
    "article with a table": "/blog/glucosamine-without-shellfish/",
    "products": "/products/",
    "product": PRODUCT,
    "product with variants": "/products/plant-glucosamine/",
    "product out of stock": "/products/golden-root/",
    "plain page": "/about/",
    "how we write": "/how-we-write/",
    "contact": "/contact/",
    "search": "/search/?q=magnesium",
    "search without a question": "/search/",
    "search without an answer": "/search/?q=nothingofthiskind",
    "related articles in a shop": "/embed/",
    "an address that does not exist": "/404/",
    "an error": "/500/",
}
