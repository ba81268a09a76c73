"""Tables: what spreadsheets and shops export, from bytes to rows, in any encoding, delimiter and quoting. Pure.

Owns decoding and the splitting into rows, at once or a piece at a time. Knows no column by its name, and nothing of
products or articles.
"""
