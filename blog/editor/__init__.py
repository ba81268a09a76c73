"""What editors of articles meet in the admin: the panels beside the form, and the report of articles to look at.

Owns the way from a form that is not saved to a review of it, who may ask for one, and how it is shown. Does not know
what is checked: that is in `blog.checks`.
"""
