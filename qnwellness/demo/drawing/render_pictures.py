"""Render the demo's SVG pictures to PNG: run by hand after a drawing was changed.

    python qnwellness/demo/drawing/render_pictures.py [NAME ...]

Names are file names without ending; without any, every SVG beside the catalogue is rendered.
"""

import io
import sys
from pathlib import Path

import resvg_py
from PIL import Image

PICTURES = Path(__file__).resolve().parent.parent / "content" / "pictures"
# A flat drawing has few colours; the rest are the blended edges between them.
COLOURS = 128
LARGEST_FILE = 250_000


def render(source: Path) -> Path:
    """Write the PNG of one SVG beside it and return its path; ValueError if it grows past the limit."""
    drawn = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_path=str(source)))).convert("RGB")
    target = source.with_suffix(".png")
    flat = drawn.quantize(colors=COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.save(target, optimize=True)
    if target.stat().st_size > LARGEST_FILE:
        raise ValueError(f"{target.name} is larger than {LARGEST_FILE} bytes: draw it simpler")
    return target


def main(names: list[str]) -> None:
    """Render the named pictures, or all of them."""
    sources = [PICTURES / f"{name}.svg" for name in names] or sorted(PICTURES.glob("*.svg"))
    for source in sources:
        target = render(source)
        sys.stdout.write(f"{target.name} {target.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
