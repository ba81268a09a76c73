"""An arranged article as a few readable lines, for comparing and for reading in a failed test."""

import re
from collections.abc import Iterator

from blog.importing.document import (
    ArrangedArticle,
    Benefits,
    Block,
    CallToAction,
    Dosage,
    Heading,
    Infographic,
    Nutrient,
    Panel,
    Picture,
    ProductCallout,
    Question,
    Quote,
    Synergy,
    Table,
    Text,
    Video,
)


def outline(article: ArrangedArticle) -> str:
    """Title, contents, blocks, what was set aside and warnings, one a line."""
    lines = [f"title: {article.title}"]
    lines += [f"hero: {article.hero.name}"] if article.hero else []
    if article.contents:
        lines.append(f"contents: {article.contents_title}")
        lines += [f"  {'+' if entry.matched else '-'} {entry.text}" for entry in article.contents]
    for block in article.blocks:
        lines += _block(block)
    lines += [f"aside: {aside.line} {aside.text} ({aside.reason})" for aside in article.set_aside]
    lines += [f"warning: {warning}" for warning in article.warnings]
    return "\n".join(lines) + "\n"


def headings(article: ArrangedArticle) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in article.blocks if isinstance(block, Heading)]


def infographics(article: ArrangedArticle) -> list[Infographic]:
    return [block for block in article.blocks if isinstance(block, Infographic)]


def mentions(article: ArrangedArticle) -> list[tuple[str, str]]:
    """Handle and kind of name of every linked mention, in order."""
    found = re.compile(r'<a linktype="product" handle="([^"]*)" text="(\w+)">')
    return [
        match for block in article.blocks if isinstance(block, Text) for match in found.findall(block.html)
    ]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"h{block.level}: {block.text}" + (" [contents only]" if block.contents_only else "")
        case Text():
            yield f"  text: {_counted(block.html)}"
        case Infographic():
            yield f"  infographic: {block.title} | {block.subtitle} | {block.lead}"
            yield from (f"    {line}" for panel in block.panels for line in _panel(panel))
        case Picture():
            yield f"  picture: {block.name}"
        case Question():
            yield f"  question: {block.question} | {_counted(block.answer)}"
        case ProductCallout():
            yield f"  callout: {block.handle} | {block.reason}"
        case Quote() | Table() | Video():
            yield f"  {type(block).__name__.lower()}"


def _counted(html: str) -> str:
    parts = [f"{html.count('<p>')} p"]
    parts += [f"{kind}({body.count('<li>')})" for kind, body in re.findall(r"<(ul|ol)>(.*?)</\1>", html)]
    parts += [f"{handle}/{text}" for handle, text in re.findall(r'handle="([^"]*)" text="(\w+)"', html)]
    return ", ".join(parts)


def _panel(panel: Panel) -> Iterator[str]:
    yield f"{panel.type}: {panel.title}"
    match panel:
        case Nutrient():
            yield f"  {len(panel.points)} points, {panel.sources_label}: {panel.sources}"
        case Synergy():
            yield from (f"  {point.title} | {point.text}" for point in panel.points)
        case Benefits():
            yield from (f"  {benefit.title} | {benefit.text}" for benefit in panel.benefits)
        case Dosage():
            yield from (f"  {dose.substance} | {dose.amount} | {dose.note}" for dose in panel.doses)
        case CallToAction():
            yield f"  {panel.handle} | {panel.text} | {panel.link_label}"
