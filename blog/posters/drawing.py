"""From what a picture shows to its bytes."""

import struct
import subprocess
import sys
from pathlib import Path

from ..infographics.poster.faces import svg
from ..infographics.poster.value import Poster
from . import rasterise
from .rasterise import SECONDS, SIZES

_PROGRAM = Path(rasterise.__file__).resolve()
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"


class CannotDraw(Exception):
    """A picture could not be drawn; the message says why, for the log."""


def draw(poster: Poster, name: str) -> bytes:
    """Return a picture; `name` is its face and its format, "pin.png". Raises CannotDraw."""
    face, _dot, suffix = name.partition(".")
    try:
        drawing = svg(poster, face)
    except Exception as error:
        # Whatever is wrong with one poster must not become an error page, nor stop those after it.
        raise CannotDraw(f"the drawing failed: {error!r}") from error
    return drawing.encode() if suffix == "svg" else rasterised(drawing, face)


def rasterised(drawing: str, face: str) -> bytes:
    """Return the PNG of an SVG, made in a process of its own with a limit of time. Raises CannotDraw."""
    command = [sys.executable, "-I", str(_PROGRAM), face]
    try:
        done = subprocess.run(  # no environment: it holds secrets
            command,
            input=drawing.encode(),
            capture_output=True,
            timeout=SECONDS,
            env={},
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotDraw(f"the picture took longer than {SECONDS} seconds") from error
    except OSError as error:
        raise CannotDraw(f"no process could be started: {error}") from error
    if done.returncode or not is_whole(done.stdout, "png") or size(done.stdout) != SIZES[face]:
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise CannotDraw(f"the process ended with {done.returncode}: {said[:200]}")
    return done.stdout


def size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG (its first chunk is the header: w3.org/TR/png, 11.2.1)."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def is_whole(picture: bytes, suffix: str) -> bool:
    """Tell whether a picture has a beginning and an end: one that is being written has not."""
    if suffix == "svg":
        return picture.startswith(b"<svg") and picture.rstrip().endswith(b"</svg>")
    return picture.startswith(_PNG) and picture.endswith(_PNG_END)
