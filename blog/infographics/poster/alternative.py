"""An infographic in words, for those who do not see it."""

from .drawings import told
from .seen import seen
from .value import Poster


def alternative(poster: Poster) -> str:
    """Return all an infographic says as plain text, a line each and an empty line before each panel.

    It says the same of every face, also of what a small one leaves out.
    """
    poster = seen(poster)
    parts = [
        [poster.title, poster.subtitle, poster.lead],
        *(told(panel) for panel in poster.panels),
        [
            f"{poster.wording.sources}: {'; '.join(filter(None, poster.sources))}"
            if any(poster.sources)
            else ""
        ],
        [poster.brand, poster.address],
    ]
    told_parts = ("\n".join(line for line in part if line) for part in parts)
    return "\n\n".join(part for part in told_parts if part)
