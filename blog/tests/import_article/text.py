"""The text these tests import, and the page it becomes."""

from blog.models import ArticlePage

TEXT = """leading.png

Iron and Vitamin C: A Pairing at the Table

Table of Contents

  1. Introduction
  2. Where Iron Comes From
  3. Closing Words

Iron does its work in every breath, and plants hold more of it than people expect. The hard part is taking it up.

Where Iron Comes From

Lentils, tofu and dark leaves carry iron the gut takes up slowly. Leaf Iron™ adds some, and so does lemon juice.

Closing Words

Eat the bean with the pepper, and drink the tea an hour later.

Back to blog
"""


def page():
    """Return the only article."""
    return ArticlePage.objects.get()
