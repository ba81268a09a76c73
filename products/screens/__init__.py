"""The catalogue in the admin: bring a file in, see what it would change, apply it, read what happened.

Owns the addresses below /admin/catalogue/, their forms and words, the line in the menu and the panel on the first page.
Decides nothing about products: `products.catalogue` does.
"""
