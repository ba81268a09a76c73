"""What a shop takes into its own pages: the custom element, and a page to try it on and to copy it from.

Knows the API's addresses, and nothing of how a list comes about.
"""
