"""A source cited inside a sentence: the link type `source` and the rich text feature of the same name.

It knows nothing of the texts that cite.
"""
