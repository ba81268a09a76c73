"""The structure rules in their order: a source article in, an arranged article out. Pure."""

from collections.abc import Callable, Sequence

from blog.importing.document import ArrangedArticle, ProductName, SourceArticle
from blog.importing.structure import (
    boxes,
    contents,
    footnotes,
    furniture,
    headings,
    hollow,
    infographic,
    inner_links,
    lists,
    logos,
    mentions,
    picture,
    product_links,
    questions,
    title,
    unknown_products,
)
from blog.importing.structure.blocks import blocks_of
from blog.importing.structure.boxes.inside import parted
from blog.importing.structure.draft import Draft
from blog.importing.structure.telling import at

__all__ = ["RULES", "arrange"]

Rule = Callable[[Draft], Draft]

# Each rule takes its lines out of the way of the next: furniture would be titles, titles entries, panels headings.
RULES: tuple[Rule, ...] = (
    picture.rule,
    boxes.rule,
    hollow.rule,
    furniture.rule,
    title.rule,
    footnotes.rule,
    product_links.rule,
    contents.rule,
    infographic.rule,
    logos.rule,
    lists.rule,
    questions.rule,
    contents.tell_left_out,
    headings.rule,
    inner_links.rule,
    mentions.rule,
    unknown_products.rule,
)

# No article is longer; the bound keeps the time in proportion for what is none.
MOST_ELEMENTS = 10_000


def arrange(
    article: SourceArticle, names: Sequence[ProductName], hosts: Sequence[str] = ()
) -> ArrangedArticle:
    """The article as blocks, with what was set aside, the printed contents list and warnings for a person.

    `names` are those of the products, `hosts` those of the shop the article comes from, where they are known.

    Raises nothing: a text without any structure becomes one block of text, and so does what is left of a text of more
    than MOST_ELEMENTS elements.
    """
    first, rest = parted(article.elements, MOST_ELEMENTS)
    draft = Draft(article=article, names=tuple(names), items=first, hero=article.hero, hosts=tuple(hosts))
    for rule in RULES:
        draft = rule(draft)
    warnings = draft.warnings
    if rest:
        told = f"structure was looked for only in the first {MOST_ELEMENTS} parts; the rest is plain text."
        warnings += (at(rest[0].line, told),)
    return ArrangedArticle(
        source=article.source,
        content_hash=article.content_hash,
        title=draft.title,
        hero=draft.hero,
        blocks=blocks_of((*draft.items, *rest)),
        contents_title=draft.contents_title,
        contents=draft.contents,
        set_aside=(*article.set_aside, *sorted(draft.set_aside, key=lambda aside: aside.line)),
        warnings=(*article.notes, *warnings),
        slug=article.slug,
        standfirst=article.standfirst,
        published=article.published,
        tags=article.tags,
        authors=article.authors,
        seo_title=article.seo_title,
        seo_description=article.seo_description,
        updated=article.updated,
        is_published=article.is_published,
        path=article.path,
        place=article.place,
        footnotes=draft.footnotes,
        other_anchors=draft.other_anchors,
    )
