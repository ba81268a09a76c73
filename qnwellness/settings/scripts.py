"""Which scripts each type of page loads, joined in this order into one file, and what on a page each is about.

A script runs where its selector finds something. It is a module that imports and exports nothing, and must do
without: pages work without any of them.
"""

SCRIPTS = {
    "article": {
        "blog/js/contents.js": "[data-contents]",
        "blog/js/heading.js": "[data-copies-itself]",
        "blog/js/video.js": "[data-video]",
        "blog/js/citing.js": "[data-sources]",
    },
}
