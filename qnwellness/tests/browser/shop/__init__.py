"""A second server on a port of its own plays the brand's shop, a third one our site with a fault.

Owns the shop's pages, what our site may answer when it is ill, and how a shop's page is compared with the same page
without us. Knows nothing of how the element is written: only what a shop developer is told of it.
"""
