"""Getting lists of related articles to shops that do not ask: which have changed, and each way of telling a shop.

Knows the API's representation of a list; how a list comes about is `blog.mentions`' affair.
"""
