"""A picture described by the name of its file."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview, Picture
from ..finding import Finding, Level

# What a file system takes; a longer text is nobody's file name.
_LONGEST = 255
_ENDING = re.compile(r".\.(?:jpe?g|png|gif|webp|avif|svg|heic)\Z", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:img|dsc|dscn|pxl|image|picture|photo|screenshot|hero|shutterstock|istock)[-_ ]?\d*", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"\d{5}")
_ONE_WORD = re.compile(r"[\w-]+")


def file_name_description(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find pictures whose description is what a camera or a downloader called the file."""
    for picture in article.pictures:
        if not picture.is_decorative and _names_file(picture.alt):
            yield _finding(picture, f"{picture.place}.alt_text")
    if article.hero and (not article.hero.alt.strip() or _names_file(article.hero.alt)):
        yield _finding(article.hero, "hero")


def _names_file(words: str) -> bool:
    name = words.strip()
    if len(name) > _LONGEST:
        return False
    if _ENDING.search(name) or _NUMBERED.fullmatch(name):
        return True
    if len(name.split()) != 1:
        return False
    has_long_number = bool(_LONG_NUMBER.search(name) and _ONE_WORD.fullmatch(name))
    return has_long_number or name.count("_") + name.count("-") > 1


def _finding(picture: Picture, place: str) -> Finding:
    message = _("This description names the file, not what the picture shows.")
    return Finding("file_name_description", Level.SHOULD, message, place, picture.alt)
