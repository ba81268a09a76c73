"""Bringing articles in from elsewhere.

Owns the way of a file: `readers` turn bytes into a source article, `structure` finds its headings, contents list,
infographics and product mentions, `plan` says what would happen to the site, `apply` does it, `report` tells it.
`document`, `readers` and `structure` are pure: they know neither Django nor Wagtail and work without a database.
"""
