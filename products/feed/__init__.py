"""The catalogue at the shop's own address: where it is, getting it on time, and a record of every try.

Brings `qnwellness.fetching` (what may be fetched) and `products.catalogue` (what a file means) together. Knows no
screen.
"""
