"""The section with which a Shopify theme shows a product's list, and its address.

Knows the metafield by its name only; `blog.pushing.shopify` fills it.
"""
