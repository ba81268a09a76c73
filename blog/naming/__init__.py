"""Finds the names of products in texts.

Owns how a name may be written and where in a text it stands. Pure: knows no catalogue's storage, no article and no
editor.
"""
