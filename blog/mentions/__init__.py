"""What articles say of products: collected from bodies, written with the page, read by every list.

`collect` is pure, `sync` writes, `queries` reads.
"""
