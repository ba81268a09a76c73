"""Where editors keep publications: the listing, the chooser, and adding by pasting a reference.

It knows nothing of the articles that cite them.
"""
