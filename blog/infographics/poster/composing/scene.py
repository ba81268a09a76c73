"""The landscape of the brand's pictures: a sun, hills, a twig. Decoration; it carries no meaning."""

from collections.abc import Sequence
from math import atan2, cos, pi, sin

from ..boxes.area import Area
from ..boxes.canvas import Canvas, number
from ..boxes.theme import FOREST, HILL, HILL_FAR, HILL_NEAR, LEAF, SUN_DISC, SUN_GLOW

Point = tuple[float, float]

# Half a leaf of length 1 along the x axis; the other half is its mirror image.
_LEAF_EDGE: tuple[Point, Point] = ((0.16, 0.288), (0.62, 0.32))
_BUD_EDGE: tuple[Point, Point] = ((0.16, 0.234), (0.62, 0.26))
# Where leaves grow on a twig, how long each is for a twig of height 1, and how far it turns from the stem.
_LEAVES = (
    (0.24, 0.285, -1.0),
    (0.36, 0.26, 0.95),
    (0.49, 0.236, -0.92),
    (0.61, 0.212, 0.9),
    (0.74, 0.19, -0.86),
    (0.85, 0.168, 0.82),
)


def sun(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw the sun in its glow; `radius` is that of the glow."""
    canvas.circle(x, y, radius, SUN_GLOW)
    canvas.circle(x, y, radius * 0.7, SUN_DISC)


def hill(canvas: Canvas, area: Area, heights: Sequence[float], colour: str) -> None:
    """Draw a hill that fills an area below a line through points, evenly apart, in shares of its height."""
    step = area.width / (len(heights) - 1)
    points = [(area.x + at * step, area.bottom - share * area.height) for at, share in enumerate(heights)]
    data = f"M{_pair(area.x, area.bottom)}L{_pair(*points[0])}{_smooth(points)}L{_pair(area.right, area.bottom)}z"
    canvas.path(data, area, fill=colour)


def hills(canvas: Canvas, area: Area) -> None:
    """Draw three rows of hills, higher towards the right."""
    hill(canvas, area, (0.5, 0.42, 0.62, 0.5, 0.74, 0.98, 0.8), HILL_FAR)
    hill(canvas, area, (0.3, 0.4, 0.3, 0.46, 0.42, 0.62, 0.7), HILL)
    hill(canvas, area, (0.34, 0.22, 0.14, 0.3, 0.42, 0.32, 0.4), HILL_NEAR)


def ground(canvas: Canvas, area: Area, colour: str) -> None:
    """Draw the nearest hill, in the colour of what follows below."""
    hill(canvas, area, (0.06, 0.16, 0.1, 0.02, 0.14, 0.2, 0.08), colour)


def twig(canvas: Canvas, foot: Point, height: float, lean: float, paper: str) -> None:
    """Draw a twig from its foot upwards, leaning by a share of its height; its outlines are in `paper`."""
    stem = _stem(foot, height, lean)
    colours = (HILL_NEAR, FOREST, HILL_NEAR, LEAF, HILL_NEAR, LEAF)
    for (share, length, turn), colour in zip(_LEAVES, colours, strict=True):
        at, angle = _on(stem, share)
        _leaf(canvas, at, angle + turn, length * height, _LEAF_EDGE, colour, paper)
    start, *bends = stem
    data = f"M{_pair(*start)}C{' '.join(_pair(*point) for point in bends)}"
    xs, ys = [x for x, _y in stem], [y for _x, y in stem]
    place = Area(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    canvas.path(data, place, fill="none", stroke=paper, **_stroke(height * 0.017))
    tip, angle = _on(stem, 1)
    _leaf(canvas, tip, angle, height * 0.15, _BUD_EDGE, SUN_DISC, paper)


def falling_leaf(canvas: Canvas, at: Point, length: float, angle: float, colour: str) -> None:
    """Draw a single leaf, turned by an angle in degrees."""
    _leaf(canvas, at, angle * pi / 180, length, _LEAF_EDGE, colour, "")


def _leaf(
    canvas: Canvas, at: Point, angle: float, length: float, edge: Sequence[Point], colour: str, paper: str
) -> None:
    def turned(x: float, y: float) -> Point:
        x, y = x * length, y * length
        return at[0] + x * cos(angle) - y * sin(angle), at[1] + x * sin(angle) + y * cos(angle)

    (x1, y1), (x2, y2) = edge
    points = [turned(*p) for p in ((0, 0), (x1, -y1), (x2, -y2), (1, 0), (x2, y2), (x1, y1), (0, 0))]
    pairs = [_pair(*point) for point in points]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    place = Area(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    stroke = {"stroke": paper, **_stroke(length * 0.062)} if paper else {}
    canvas.path(f"M{pairs[0]}C{' '.join(pairs[1:4])}C{' '.join(pairs[4:])}z", place, fill=colour, **stroke)
    if paper and edge is _LEAF_EDGE:
        vein = f"M{_pair(*turned(0.04, 0))}L{_pair(*turned(0.8, 0))}"
        canvas.path(vein, place, fill="none", stroke=paper, **_stroke(length * 0.036))


def _stem(foot: Point, height: float, lean: float) -> tuple[Point, Point, Point, Point]:
    x, y = foot
    return (
        foot,
        (x, y - height * 0.29),
        (x + lean * height * 0.21, y - height * 0.64),
        (x + lean * height, y - height),
    )


def _on(stem: Sequence[Point], share: float) -> tuple[Point, float]:
    """Return a point on a Bézier curve and the direction of the curve there."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x, y = (sum(w * point[axis] for w, point in zip(weights, stem, strict=True)) for axis in (0, 1))
    slopes = (-(rest**2), rest**2 - 2 * rest * share, 2 * rest * share - share**2, share**2)
    dx, dy = (sum(w * point[axis] for w, point in zip(slopes, stem, strict=True)) for axis in (0, 1))
    return (x, y), atan2(dy, dx)


def _smooth(points: Sequence[Point]) -> str:
    """Return curves through points that turn gently in each: level tangents from neighbour to neighbour."""
    curves = []
    for at, (x, y) in enumerate(points[1:], 1):
        before, here = points[at - 1], (x, y)
        earlier, later = points[max(at - 2, 0)], points[min(at + 1, len(points) - 1)]
        leaving = before[0] + (here[0] - earlier[0]) / 6, before[1] + (here[1] - earlier[1]) / 6
        arriving = x - (later[0] - before[0]) / 6, y - (later[1] - before[1]) / 6
        curves.append(f"C{_pair(*leaving)} {_pair(*arriving)} {_pair(x, y)}")
    return "".join(curves)


def _stroke(width: float) -> dict[str, str]:
    return {"stroke_width": number(width, 1), "stroke_linecap": "round", "stroke_linejoin": "round"}


def _pair(x: float, y: float) -> str:
    return f"{number(x, 1)} {number(y, 1)}"
