"""Which component stylesheets each type of page loads, joined in this order into one file.

A new component is one file in its app's static folder and one line here.
"""

_BASE = [
    "qnwellness/css/layers.css",
    "qnwellness/css/fonts.css",
    "qnwellness/css/tokens.css",
    "qnwellness/css/base.css",
    "qnwellness/css/site_header.css",
    "qnwellness/css/site_footer.css",
    "qnwellness/css/button.css",
    "qnwellness/css/breadcrumbs.css",
]

STYLESHEETS = {
    "site": [*_BASE],
}
