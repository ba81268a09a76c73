"""Picture files people hand in beside a text or a catalogue, held to the rules of an editor's upload."""

from io import BytesIO
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.fields import WagtailImageField


class RefusedPicture(ValueError):
    """A picture file that is not taken in; its message is the reason, one line for a person."""


def read_picture(path: Path) -> bytes:
    """Return the bytes of a file. Raises RefusedPicture if it is too large or cannot be read."""
    limit = WagtailImageField().max_upload_size
    try:
        if limit is not None and path.stat().st_size > limit:
            raise RefusedPicture("The file is too large.")
        return path.read_bytes()
    except OSError as problem:
        raise RefusedPicture(f"The file cannot be read: {problem.strerror}.") from None


def check_picture(name: str, data: bytes) -> None:
    """Raise RefusedPicture unless a file keeps the rules of an upload (name, content, size, pixels) and is whole."""
    try:
        WagtailImageField().clean(SimpleUploadedFile(name, data))
        with Image.open(BytesIO(data)) as image:
            # A damaged picture would fail every page that cuts it to size.
            image.load()
    except ValidationError as problem:
        raise RefusedPicture(" ".join(problem.messages)) from None
    # Decoders raise whatever they stumble over: OSError, SyntaxError, struct.error, EOFError and more.
    except Exception:
        raise RefusedPicture("The file is damaged.") from None
