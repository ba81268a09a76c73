"""Checks of an article before it is published: what must, should and could be mended.

Owns what is checked (one rule a file in `rules`, in one list), what an article under review is, how one is read from
an unsaved form or a saved row, and what editors have set aside. Knows no form, no view and no template: the editor,
the import and the report ask for a review and show it their own way.
"""
