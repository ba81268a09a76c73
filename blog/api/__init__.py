"""The shop's contract: related articles of a product, as JSON.

Read-only, anonymous, without cookies. What it promises is in docs/shop-developers.md.
"""
