"""Markdown with front matter: `front` reads what it says of itself, `tidying` what is not quite Markdown, `rendering`
makes HTML of it, which is read as any other."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from blog.importing.document import BoxElement, Element, PictureElement, SourceArticle
from blog.importing.markup import read_markup
from blog.importing.readers.decoding import decode
from blog.importing.readers.file import SourceFile
from blog.importing.readers.markdown.front import front_of
from blog.importing.readers.markdown.recognising import front_matter, recognises
from blog.importing.readers.markdown.rendering import render
from blog.importing.readers.markdown.tidying import tidied
from blog.importing.readers.reader import Reader
from blog.importing.readers.text import content_hash
from qnwellness.content.files import Unreadable

# The words of one article; pictures inside do not count.
MOST_CHARACTERS = 1_000_000
_INSIDE = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=]{40,}")


def read(file: SourceFile, source: str) -> Iterator[SourceArticle]:
    """The one article in a Markdown file. Raises Unreadable."""
    return iter((article_of(decode(file.whole()), source),))


def article_of(text: str, source: str) -> SourceArticle:
    """The article a text with plain line feeds is. Raises Unreadable for one longer than an article."""
    pictures: dict[str, str] = {}
    block, body = front_matter(_without_pictures(text, pictures).lstrip("\n"))
    if len(body) > MOST_CHARACTERS:
        raise Unreadable("This is more than 1 MB of Markdown, the limit of one text.")
    front = front_of(block, text.lstrip("\n")[:3])
    body, notes = tidied(body)
    html, loose = render(body)
    if loose:
        told = f"Footnotes without a mark in the text, which are paragraphs: {', '.join(loose)[:500]}."
        notes = (told, *notes)
    markup = read_markup(html)
    return SourceArticle(
        source=source,
        content_hash=content_hash(text),
        elements=tuple(_with_pictures(markup.elements, pictures)),
        title=front.title or None,
        slug=front.slug or None,
        standfirst=front.standfirst or None,
        published=front.published,
        updated=front.updated,
        tags=front.tags,
        authors=front.authors,
        hero=front.hero,
        seo_title=front.seo_title or None,
        seo_description=front.seo_description or None,
        is_published=front.is_published,
        path=front.path or None,
        set_aside=markup.set_aside,
        notes=(*front.notes, *notes),
    )


def _without_pictures(text: str, pictures: dict[str, str]) -> str:
    """The text with short addresses for the pictures inside it, which go into `pictures`."""

    def shorter(found: re.Match[str]) -> str:
        kind = "jpg" if found[1].startswith("jp") else found[1]
        name = f"picture-{hashlib.sha256(found[0].encode()).hexdigest()[:12]}.{kind}"
        pictures[name] = found[0]
        return name

    return _INSIDE.sub(shorter, text)


def _with_pictures(elements: Iterable[Element], pictures: dict[str, str]) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, BoxElement):
            yield replace(element, elements=tuple(_with_pictures(element.elements, pictures)))
        elif isinstance(element, PictureElement) and element.address in pictures:
            yield replace(element, name=element.address, address=pictures[element.address])
        else:
            yield element


READER = Reader(name="markdown", label="Markdown", recognises=recognises, read=read)
