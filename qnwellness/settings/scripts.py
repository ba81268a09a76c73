"""Which scripts each type of page loads, joined in this order into one file, and what on a page each is about.

A script runs where its selector finds something. It is a module that imports and exports nothing, and must do
without: pages work without any of them. One that a reader may never need is not listed: what it is about names it
(`data-script`), and `on_demand.js` fetches it.
"""

SCRIPTS = {
    "article": {
        "blog/js/contents.js": "[data-contents]",
        "blog/js/on_demand.js": "[data-script]",
    },
}
