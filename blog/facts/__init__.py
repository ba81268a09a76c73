"""Where editors keep facts: the listing, the form, the chooser, and where each stands in articles.

Owns what a fact is proposed as when somebody selects a figure, and how a fact's places are found and shown. Does not
know how a fact is put into a text, nor what readers see of it.
"""
