"""Filling one infographic from what somebody has: a chatbot's HTML or Markdown, an old page, plain text.

Owns the way from such a text to panels and to what did not fit: `incoming` reads it, `tidying` takes off what only
decorates, `shapes` are those a panel may have in it, `reading` finds the ones that explain most, `building` makes
panels of them. Every word comes out in the infographic or among what is left. Knows no subject, no database and no
markup beyond what it reads.
"""

from blog.importing.filling.filled import Filling, fill

__all__ = ["Filling", "fill"]
