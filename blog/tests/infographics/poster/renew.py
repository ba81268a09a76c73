"""Draw the kept pictures anew, after the drawing was changed on purpose; run as pictures/README.md says."""

from PIL import Image

from .test_pictures import PICTURES, rendered

# Flat colours; the rest are the blended edges between them.
COLOURS = 128


def main() -> None:
    """Write the pictures of card and pin."""
    for face in ("card", "pin"):
        flat = rendered(face).quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat.save(PICTURES / f"{face}.png", optimize=True)


if __name__ == "__main__":
    main()
