"""HTML: a file, a page a browser saved with its menus and all, or a piece that was copied out of an editor.

`recognising` tells it from texts that mention elements, `head`, `linked_data` and `naming` read what a page says of
its article, and `article` puts that beside the text, which is found and read by `blog.importing.markup`.
"""

import re
from collections.abc import Iterator

from blog.importing.document import SourceArticle
from blog.importing.readers.decoding import decoded
from blog.importing.readers.file import SourceFile
from blog.importing.readers.html.article import article_of
from blog.importing.readers.html.recognising import is_web_archive, recognises
from blog.importing.readers.reader import Reader
from qnwellness.content.files import Unreadable

_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 8_192
_ARCHIVE = (
    "The file is a web archive. Open it in a browser and save the page again as “Web page, complete” or as HTML "
    "only."
)


def read(file: SourceFile, source: str) -> Iterator[SourceArticle]:
    """The one article in a page or a piece of HTML. Raises Unreadable."""
    data = file.whole()
    if is_web_archive(data[:65_536]):
        raise Unreadable(_ARCHIVE)
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    found = decoded(data, declared[1].decode("ascii") if declared else "", any_western=True)
    return iter((article_of(found.text, source, found.notes),))


READER = Reader(name="html", label="HTML", recognises=recognises, read=read)
