"""Pasting into an article's body: what was copied elsewhere becomes blocks by the rules of an import.

Owns the way from pasted HTML to blocks for the form, and what is told about it. It changes no article: the form gets
the blocks, and is saved as always. Knows no format of a file.
"""
