"""Turns one SVG into a PNG: a program of its own, which may be ended at any moment and reads nothing of the site.

    python -I rasterise.py card < card.svg > card.png

An SVG of an outrageous size, or one that fills the memory, does not raise an error in the library but ends the whole
process; a `<image>` would read local files. So this runs apart, with limits, for pictures of two sizes only.
It imports nothing of the project. Exit status 2 for an SVG that is refused.
"""

import resource
import sys

# Width and height in pixels of every PNG there is.
SIZES = {"card": (1200, 630), "pin": (1000, 1500)}

SECONDS = 8
MEMORY = 512 * 1024 * 1024
LONGEST = 8 * 1024 * 1024
REFUSED = 2


def limit() -> None:
    """Let this process take no more time and memory than a picture needs, and write no file."""
    for what, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(what)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, hard))


def is_drawing(svg: str) -> bool:
    """Tell whether it is one of our drawings: outlines and shapes, without entities and without other pictures."""
    return svg.startswith("<svg") and "<!" not in svg and "<image" not in svg


def main(name: str) -> int:
    """Read an SVG from standard input, write its PNG to standard output. Returns the exit status."""
    width, height = SIZES[name]
    limit()
    svg = sys.stdin.buffer.read(LONGEST + 1).decode()
    if len(svg) > LONGEST or not is_drawing(svg):
        return REFUSED
    import resvg_py  # only here: what it takes counts for the limits

    # Text is outlines already: no font is needed, and none of the machine's is to be read.
    png = resvg_py.svg_to_bytes(
        svg_string=svg, width=width, height=height, skip_system_fonts=True, font_files=[]
    )
    sys.stdout.buffer.write(bytes(png))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
