"""Which figures of an article could be facts, and how facts are put in the place of figures.

Owns the way from a stored body to figures with the places they stand at, and back with facts linked there. Does not
know how that is shown, nor who may ask for it.
"""
