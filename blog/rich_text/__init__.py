"""References inside a sentence: how each is stored, shown, edited and cleaned.

Owns the link types of this app, one package each: `citation` (a source) and `fact` (a figure). They know nothing of
the texts they stand in.
"""
