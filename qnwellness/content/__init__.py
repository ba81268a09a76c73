"""What every content page is made of: base page, fields, sanitiser, references, visibility, structured data.

This room knows no article and no product; apps above it register what they add.
"""
