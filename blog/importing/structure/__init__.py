"""Structure: from the elements of a source article to the blocks of a page, by rules that hold for any subject.

Owns the rules, one a file, each a pure function from a draft to a draft. `draft` is what they hand on, `shapes` what a
line looks like, `wording` how words compare, `names` how product names are found. Knows nothing of Wagtail, of the
database or of any topic: a rule goes by the shape and place of lines, not by what they speak of. In which order they
are applied says `blog.importing.arranging`.
"""
