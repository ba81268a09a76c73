"""One search over articles and products.

A question (`question`) is answered by the database's full text search with candidates (`finding`), which are ranked
(`ranking`) and counted (`facets`) without their texts; only the page of results that is shown is loaded whole
(`results`), to show the words asked for in their place (`snippets`).
"""
