"""Import articles, in the admin: hand texts in, answer what is open, read the plan, let it happen, undo it.

Owns the addresses below /admin/articles/import/, their forms and words, and the line in the menu. Decides nothing about
texts or pages: `blog.importing` does.
"""
