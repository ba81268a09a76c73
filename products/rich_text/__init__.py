"""A product named inside a sentence: how it is stored, shown, edited and cleaned.

Owns the link type `product` and the rich text feature of the same name. It knows what a shopper may see of a
product, and nothing of the texts that name one.
"""
