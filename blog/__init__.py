"""Articles: what they are made of, what they say of products, how they come in and how shops read them.

May use `products` and the ground floor.
"""
