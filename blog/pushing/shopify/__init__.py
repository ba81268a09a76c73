"""A product's list in a metafield of a Shopify shop, for a theme's section to show without asking anybody.

Through Shopify's Admin API, or as a file for the app Matrixify. The section itself is in `blog.embed.shopify`.
Knows Shopify; when a list is sent, and how often, is `blog.pushing`'s affair.
"""
