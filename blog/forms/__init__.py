"""What an article's form asks, prefills and refuses beyond its fields.

Owns the addresses of headings in the form, and the dates and corrections an editor may set. Decisions are pure and lie
in `outline`, `review` and `corrections`; knows no view and writes nothing.
"""
