"""Articles that lend an infographic to other pages."""

from collections.abc import Iterable

from qnwellness.content import references

from ..blocks.borrowed_infographic import LENT
from .article import ArticlePage


def load_lenders(ids: Iterable[int]) -> dict[int, ArticlePage]:
    """Return the articles with these ids, drafts among them, and what they are aliases of, in one query.

    What their infographics refer to is then loaded together with what the page itself refers to.
    """
    found = ArticlePage.objects.select_related("alias_of").in_bulk(ids)
    block = ArticlePage._meta.get_field("body").stream_block.child_blocks[LENT]
    for article in found.values():
        for item in article.body.raw_data:
            if item["type"] == LENT:
                wanted = references.wanted_by(references.find_references(block, item["value"]))
                for kind, inner in wanted.items():
                    references.current().expect(kind, inner)
    return found
