"""An infographic in words, for those who do not see it."""

from .text.characters import visible
from .value import Poster


def alternative(poster: Poster) -> str:
    """Return all a poster says as plain text, a line each."""
    lines = [poster.title, poster.subtitle, poster.lead, *poster.sources, poster.brand, poster.address]
    return "\n".join(line for line in map(visible, lines) if line)
