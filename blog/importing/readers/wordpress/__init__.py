"""WordPress: an export of a blog (Tools → Export, WXR), with content of the classic and of the block editor.

`splitting` takes an export of any size apart, `index` reads what posts refer to, `parsing` the XML of one item,
`article` makes a source article of it, and `content` the HTML readers of the blog saw: `shortcodes`, `blocks`, `autop`
(paragraphs), `embeds`, `pictures`.
"""

from collections.abc import Iterator
from dataclasses import replace

from blog.importing.document import Rejected
from blog.importing.readers.file import SourceFile
from blog.importing.readers.reader import Read, Reader
from blog.importing.readers.wordpress.article import read_item
from blog.importing.readers.wordpress.encoding import Encoding, encoding_of
from blog.importing.readers.wordpress.index import Blog, index_of, is_article
from blog.importing.readers.wordpress.splitting import pieces
from qnwellness.content.files import Unreadable


def recognises(data: bytes) -> bool:
    """Whether a file begins as an export of WordPress does."""
    head = data.replace(b"\0", b"").lower()
    at = head.find(b"<rss")
    # Above it may be remarks, and messages of a server that was not well.
    return at >= 0 and (b"wordpress.org/export/" in head[at:] or b"<wp:wxr_version" in head[at:])


def read(file: SourceFile, source: str) -> Iterator[Read]:
    """The posts and pages of an export, in its order. Raises Unreadable."""
    encoding = encoding_of(file.head())
    with encoding.stream(file.open()) as stream:
        blog = index_of(stream, encoding)
    if not blog.articles:
        raise Unreadable(f"The export holds no posts and no pages. {blog.about_others()}".rstrip())
    return _articles(file, source, blog, encoding)


def _articles(file: SourceFile, source: str, blog: Blog, encoding: Encoding) -> Iterator[Read]:
    others = blog.about_others()
    with encoding.stream(file.open()) as stream:
        for piece in pieces(stream):
            if piece.number == 0 or not is_article(piece):
                continue
            article = read_item(piece, blog, encoding, source)
            if others and not isinstance(article, Rejected):
                article = replace(article, notes=(*article.notes, others))
                others = ""
            yield article


READER = Reader(name="wordpress", label="WordPress export", recognises=recognises, read=read)
