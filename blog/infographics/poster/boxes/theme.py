"""Colours and type of a poster: the light scheme of the site, in sizes for a picture 1,080 pixels wide."""

from dataclasses import dataclass

from ..wording import ENGLISH, Wording
from .line import Style

# From qnwellness/static/qnwellness/css/tokens.css, light scheme.
PAPER = "#faf7f0"
SURFACE = "#fffdf9"
INK = "#1c2923"
SOFT = "#55645b"
LINE = "#e0d9c8"
EDGE = "#7d8a81"
LEAF = "#1d5a43"
LEAF_DEEP = "#123b2c"
LEAF_WASH = "#e4efe6"
SUN = "#8f5208"
SUN_WASH = "#fbecc8"
CLAY = "#a2442a"
CLAY_WASH = "#f9e6de"
FOREST = "#123b2c"
FOREST_INK = "#f3efe2"
FOREST_SOFT = "#b9cfc1"
PLINTH = "#f1ecdf"
# The scheme for dark grounds has this for what is sun on light ones.
FOREST_SUN = "#f0bf6b"

# Only in pictures, as in the drawings of the site: never for text or figures.
SKY = "#f3ecd9"
CREAM = "#f7f1e2"
SUN_DISC = "#e3a83c"
SUN_GLOW = "#efd595"
HILL_FAR = "#a9c7b2"
HILL = "#5d917a"
HILL_NEAR = "#2c6a50"

# (text or sign, the grounds it stands on). What is large (24 pixels and more at half size) needs 3:1, all else 4.5:1.
TEXT_PAIRS = (
    (INK, (PAPER, SURFACE, LEAF_WASH, SUN_WASH, CLAY_WASH)),
    (SOFT, (PAPER, SURFACE, LEAF_WASH, CLAY_WASH)),
    (LEAF_DEEP, (PAPER, SURFACE, LEAF_WASH, CLAY_WASH, SUN_WASH)),
    (LEAF, (PAPER, SURFACE, LEAF_WASH)),
    (SUN, (PAPER, SURFACE, LEAF_WASH, SUN_WASH)),
    (CLAY, (PAPER, SURFACE, CLAY_WASH)),
    (PAPER, (LEAF, CLAY, FOREST)),
    (FOREST_INK, (FOREST,)),
    (FOREST_SOFT, (FOREST,)),
    (FOREST_SUN, (FOREST,)),
)
SIGN_PAIRS = (
    (LEAF, (PAPER, SURFACE, LEAF_WASH, PLINTH)),
    (CLAY, (PAPER, SURFACE, CLAY_WASH, PLINTH)),
    (SUN, (PAPER, SURFACE, SUN_WASH, PLINTH)),
    (EDGE, (PAPER, SURFACE)),
)


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour for signs and the ground that goes with it."""

    colour: str
    wash: str


# Sizes of type, named by what they are for.
SMALLEST = 24.0
TEXT = 27.0
POINT = 31.0
HEADING = 40.0

TONES = (Tone(SUN, SUN_WASH), Tone(LEAF, LEAF_WASH), Tone(CLAY, CLAY_WASH))


@dataclass(frozen=True, slots=True)
class Theme:
    """Type and distances times a scale; `tone` is the colour of a panel's signs.

    No type is smaller than `least`. `room` is how much of the usual white space panels have around what they say;
    where it is less, two panels stand side by side only if that is not higher than one below the other.
    """

    scale: float = 1.0
    least: float = 0.0
    room: float = 1.0
    tone: Tone = TONES[1]
    language: str = "en"
    wording: Wording = ENGLISH

    def px(self, size: float) -> float:
        """Return a distance at this scale."""
        return size * self.scale

    def type(self, size: float) -> float:
        """Return a size of type at this scale."""
        return max(self.px(size), self.least)

    def sans(self, size: float, colour: str = INK, leading: float = 1.42) -> Style:
        """Return the plain face in a size."""
        return Style("sans", self.type(size), colour, leading)

    def strong(self, size: float, colour: str = INK, leading: float = 1.34) -> Style:
        """Return the plain face, strong."""
        return Style("strong", self.type(size), colour, leading)

    def serif(self, size: float, colour: str = LEAF_DEEP, leading: float = 1.18) -> Style:
        """Return the face of titles and figures."""
        return Style("serif", self.type(size), colour, leading)
