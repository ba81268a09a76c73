"""What a poster shows, as plain values, and the name they give it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from .panels.bars import Bars
from .panels.benefits import Benefits
from .panels.call_to_action import CallToAction
from .panels.checklist import Checklist
from .panels.comparison import Comparison
from .panels.dosage import Dosage
from .panels.nutrient import Nutrient
from .panels.statistic import Statistic
from .panels.steps import Steps
from .panels.synergy import Synergy
from .wording import ENGLISH, Wording

# Raised whenever the drawing changes, so that pictures drawn before are not taken for those of today.
DESIGN = 1

Panel = (
    Nutrient | Synergy | Dosage | Benefits | Statistic | Bars | Steps | Checklist | Comparison | CallToAction
)


@dataclass(frozen=True, slots=True)
class Poster:
    """An infographic, or only a title for an article that has none, with whose it is and where it stands.

    `sources` are short ("Knapen 2013"), `address` is shown as it is: host and path without a scheme.
    """

    title: str
    subtitle: str = ""
    lead: str = ""
    panels: tuple[Panel, ...] = ()
    sources: tuple[str, ...] = ()
    brand: str = ""
    address: str = ""
    language: str = "en"
    wording: Wording = ENGLISH


def digest(poster: Poster) -> str:
    """Return the name of everything a poster shows: 20 hexadecimal digits, the same for equal posters only."""
    panels = [type(panel).__name__ for panel in poster.panels]
    told: list[Any] = [DESIGN, panels, asdict(poster)]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:20]
