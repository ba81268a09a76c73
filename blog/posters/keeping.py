"""Where drawn pictures lie: in the default storage, one folder an article.

Uploads are handed out by the web server to anybody who knows their names, so the names are none that could be worked
out from the public address of a picture: an article that is taken back takes its pictures with it.
A storage that fails makes pictures slower, never unavailable.
"""

import logging
from collections.abc import Collection

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.crypto import salted_hmac

from ..describing.poster import PICTURES, Pictured
from .drawing import is_whole

logger = logging.getLogger(__name__)

FOLDER = "posters"


def path_of(shown: Pictured, name: str) -> str:
    """Return where a picture lies once it is drawn."""
    key = salted_hmac("blog.posters", f"{shown.article}/{shown.block}/{shown.digest}").hexdigest()[:24]
    return f"{FOLDER}/{shown.article}/{key}-{name}"


def kept(path: str) -> bytes | None:
    """Return a picture that was drawn before, or None. One that is not written to its end is none yet."""
    try:
        with default_storage.open(path) as file:
            picture: bytes = file.read()
    except FileNotFoundError:
        return None
    except Exception as error:  # a storage has errors of its own kind
        logger.warning("The picture %s could not be read: %r", path, error)
        return None
    return picture if is_whole(picture, path.rpartition(".")[2]) else None


def keep(path: str, picture: bytes) -> None:
    """Put a picture where it lies, in the place of one that is broken."""
    try:
        default_storage.delete(path)
        stored = default_storage.save(path, ContentFile(picture))
        if stored != path:
            default_storage.delete(stored)
    except Exception as error:  # a storage has errors of its own kind
        logger.warning("The picture %s could not be kept: %r", path, error)


def sweep(article: int, current: Collection[Pictured] = ()) -> None:
    """Take away all pictures of an article but those of what it shows now."""
    folder = f"{FOLDER}/{article}"
    wanted = {path_of(shown, name) for shown in current for name in PICTURES}
    try:
        for name in default_storage.listdir(folder)[1]:
            if (path := f"{folder}/{name}") not in wanted:
                default_storage.delete(path)
        if not wanted:
            default_storage.delete(folder)
    except FileNotFoundError:
        pass
    except Exception as error:  # a storage has errors of its own kind
        logger.warning("Old pictures of article %s could not be taken away: %r", article, error)
