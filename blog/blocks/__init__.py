"""The blocks an article is made of, one a file; `body` is the editor's whole menu.

Blocks name models by string and know nothing of the page that holds them.
"""
