"""How small type may become on a face of fixed size."""

from ..boxes.theme import TEXT

# A chat shows a card, and a board shows a pin, at about half its size. 11 points are the least Apple's Human Interface
# Guidelines (Typography, iOS) allow for any text, so the smallest type on these faces is twice that.
READABLE = 22.0

# Notes stop becoming smaller at READABLE, the rest goes on until text in sentences is there.
LEAST_SCALE = READABLE / TEXT
# Tried one after the other, until everything fits.
SCALES = (1.3, 1.2, 1.1, 1.0, 0.9, LEAST_SCALE)
