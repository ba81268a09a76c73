"""Writes the anchors of published articles, so that links to a section keep working.

Which heading is called what is decided in `outline`; this room only makes the rows say it. Knows no form and no page
as readers see it.
"""
