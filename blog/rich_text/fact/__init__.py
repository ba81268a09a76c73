"""A figure inside a sentence: the link type `fact` and the rich text feature of the same name.

It knows nothing of the texts that use it, and not how a fact is entered.
"""
