"""Markup: the HTML of an article, or of a whole page around one, -> the elements of a source article. Pure.

Every reader whose format holds HTML, or can be turned into it, hands it here. Owns what markup means: which boxes are
the page's own furniture, which lines are headings, lists, tables, figures, films, questions, footnotes and contents
lists, and that every word that is shown is in an element or among what was set aside. Knows no format around it, no
product and nothing of the site.

`tokens` and `tree` make a tree of HTML, `reading` goes through it with the `rules`, one a file, and `inline` writes
what stands within a line.
"""

from blog.importing.markup.markup import Markup, read_markup

__all__ = ["Markup", "read_markup"]
