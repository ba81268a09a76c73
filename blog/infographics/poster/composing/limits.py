"""How small type may become on a face of fixed size."""

from ..boxes.theme import SMALLEST

# A chat shows a card, and a board shows a pin, at about half its size. 11 points are the least Apple's Human Interface
# Guidelines (Typography, iOS) allow for any text, so the smallest type on these faces is twice that.
READABLE = 22.0

LEAST_SCALE = READABLE / SMALLEST
# Tried one after the other, until everything fits.
SCALES = (1.3, 1.2, 1.1, 1.0, LEAST_SCALE)
