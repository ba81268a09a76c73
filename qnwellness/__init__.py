"""The site: its ground floor (content, nutrition, images) and its roof (home, search, demo, settings, URLs).

The ground knows no article and no product. The roof may use everything.
"""
