"""Text as shapes: which font has a character, how HarfBuzz sets a line, where a line may be broken.

Knows fonts and lines, not what they say nor where they stand on a picture. Whole paragraphs of mixed directions (the
Unicode bidirectional algorithm) are out of its reach: a run of right-to-left letters is set right to left where it stands.
"""
