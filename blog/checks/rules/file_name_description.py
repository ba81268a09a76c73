"""A picture described by the name of its file."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, Picture
from ..finding import Finding, Level

_FILE_NAME = re.compile(
    r".+\.(?:jpe?g|png|gif|webp|avif|svg|heic)"
    r"|(?:img|dsc|dscn|pxl|image|picture|photo|screenshot|hero|shutterstock|istock)[-_ ]?\d*"
    r"|[\w-]*\d{5,}[\w-]*"
    r"|\S*[_-]\S*[_-]\S*",
    re.IGNORECASE,
)


def file_name_description(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find pictures whose description is what a camera or a downloader called the file."""
    for picture in article.pictures:
        if not picture.is_decorative and _names_file(picture.alt):
            yield _finding(picture, f"{picture.place}.alt_text")
    if article.hero and (not article.hero.alt.strip() or _names_file(article.hero.alt)):
        yield _finding(article.hero, "hero")


def _names_file(words: str) -> bool:
    return bool(_FILE_NAME.fullmatch(words.strip()))


def _finding(picture: Picture, place: str) -> Finding:
    message = _("This description names the file, not what the picture shows.")
    return Finding("file_name_description", Level.SHOULD, message, place, picture.alt)
