"""How the forms of the admin are laid out: which fields stand together, in which order, under which heading.

Names fields and relations; knows no model.
"""
