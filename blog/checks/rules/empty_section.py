"""A heading with nothing below it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, BlockAt
from ..finding import Finding, Level


def empty_section(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find headings followed by nothing before the next heading of the same or a higher level."""
    shown = [block for block in article.blocks if not block.is_empty]
    for position, block in enumerate(shown):
        heading = block.heading
        if heading and heading.text.strip() and _ends_at_once(heading.level, shown[position + 1 :]):
            yield Finding(
                "empty_section",
                Level.SHOULD,
                _("Nothing follows this heading. Write its section, or take the heading out."),
                f"{heading.place}.text",
                heading.text,
            )


def _ends_at_once(level: int, following: list[BlockAt]) -> bool:
    """Tell whether a section of this level ends where it begins."""
    after = following[0] if following else None
    return after is None or (after.heading is not None and after.heading.level <= level)
