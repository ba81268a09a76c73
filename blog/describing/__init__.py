"""From pages to the plain values their structured data is made of.

Reads what a page shows; how that is said in schema.org is decided in `structured_data`.
"""
