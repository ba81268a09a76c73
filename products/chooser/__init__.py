"""How an editor finds and chooses a product, and one of its variants.

Owns the chooser's search, its list and its fields in forms. It asks `products.showing` what is shown of a product,
and knows nothing of the texts a product is chosen for.
"""
