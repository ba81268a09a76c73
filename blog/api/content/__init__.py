"""Articles and products as content, for sites that draw their own pages of them.

What a reader sees and nothing else, as data: the blocks of an article by their type, words as sanitised HTML, products
as each surface may show them. The rules of addresses, errors and caching are those of the whole API.
"""
