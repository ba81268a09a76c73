"""What is left to do about imported articles: the list of them, with what each still needs.

Owns the screen below Reports, what can be done there with several articles at once, and the redirects a shop needs on
the day it is left. Brings nothing in: that is `blog.importing`.
"""
