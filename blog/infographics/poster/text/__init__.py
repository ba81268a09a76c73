"""Text as shapes: which font has a character, how HarfBuzz sets a line, where a line may be broken.

Knows fonts and lines, not what they say nor where they stand on a picture. Paragraphs of mixed directions (the
Unicode bidirectional algorithm) are out of its reach: right-to-left words are set right to left where they stand.
"""
