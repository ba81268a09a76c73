"""What is drawn on: collects shapes as SVG, and remembers what was painted where, so that a test can look."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from ..text.fonts import EM, outline
from ..text.shaping import Shaped
from .area import Area


@dataclass(slots=True)
class Region:
    """Where a box painted: the marks it made itself, and the boxes inside of it."""

    name: str
    area: Area
    marks: list[tuple[str, Area]] = field(default_factory=list)
    parts: list["Region"] = field(default_factory=list)


class Canvas:
    """An SVG in the making. `prefix` begins every id in it, for pages that hold more than one."""

    def __init__(self, width: float, height: float, prefix: str = "") -> None:
        self.area = Area(0, 0, width, height)
        self.region = Region("Canvas", self.area)
        self._prefix = prefix
        self._shapes: list[str] = []
        self._definitions: list[str] = []
        self._names: dict[object, str] = {}

    @contextmanager
    def inside(self, name: str, area: Area) -> Iterator[None]:
        """Note that what is painted from here on belongs to a box."""
        outer = self.region
        self.region = Region(name, area)
        outer.parts.append(self.region)
        yield
        self.region = outer

    def rectangle(
        self,
        area: Area,
        fill: str,
        radius: float = 0,
        edge: str = "",
        thickness: float = 2,
        kind: str = "rectangle",
    ) -> None:
        """Paint a rectangle; its edge is drawn inside of it. `kind` is what the canvas remembers it as."""
        self.mark(kind, area)
        half = thickness / 2 if edge else 0
        shape = area.inset(half, half, half, half)
        corner = f' rx="{number(max(radius - half, 0))}"' if radius else ""
        stroke = f' stroke="{edge}" stroke-width="{number(thickness)}"' if edge else ""
        sides = zip(("x", "y", "width", "height"), shape, strict=True)
        place = " ".join(f'{name}="{number(value)}"' for name, value in sides)
        self._shapes.append(f'<rect {place}{corner} fill="{fill}"{stroke}/>')

    def circle(
        self, x: float, y: float, radius: float, fill: str, edge: str = "", thickness: float = 2
    ) -> None:
        """Paint a disc around a point; its edge is drawn inside of it."""
        self.mark("circle", Area(x - radius, y - radius, 2 * radius, 2 * radius))
        stroke = f' stroke="{edge}" stroke-width="{number(thickness)}"' if edge else ""
        radius -= thickness / 2 if edge else 0
        place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
        self._shapes.append(f'<circle {place} fill="{fill}"{stroke}/>')

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        thickness: float = 2,
        dash: float = 0,
    ) -> None:
        """Paint a straight line, with gaps if there is a length of dashes."""
        (x, y), (to_x, to_y) = start, end
        half = thickness / 2 if x == to_x else 0, thickness / 2 if y == to_y else 0
        self.mark("line", Area(x - half[0], y - half[1], to_x - x + 2 * half[0], to_y - y + 2 * half[1]))
        data = f"M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}"
        dashes = f' stroke-dasharray="{number(dash)}"' if dash else ""
        self._shapes.append(
            f'<path d="{data}" stroke="{colour}" stroke-width="{number(thickness)}"{dashes}/>'
        )

    def drawing(self, data: str, area: Area, unit: float, **look: str) -> None:
        """Paint a path drawn on a square of `unit`, in the middle of an area as large as fits.

        `look` are attributes of SVG, with _ for -.
        """
        self.mark("drawing", area)
        factor = min(area.width, area.height) / unit
        x, y = (area.x + (area.width - unit * factor) / 2, area.y + (area.height - unit * factor) / 2)
        place = f'transform="translate({number(x)} {number(y)}) scale({number(factor, 4)})"'
        self._shapes.append(f'<path {place} d="{data}"{_attributes(look)}/>')

    def path(self, data: str, area: Area, **look: str) -> None:
        """Paint a path in the picture's own pixels that lies in an area."""
        self.mark("path", area)
        self._shapes.append(f'<path d="{data}"{_attributes(look)}/>')

    def text(self, shaped: Shaped, x: float, base: float, size: float, colour: str) -> None:
        """Paint a line of text from a point on its base line."""
        factor, black = size / EM, shaped.ink
        left, top = x + black.left * factor, base + black.top * factor
        self.mark(
            "text", Area(left, top, (black.right - black.left) * factor, (black.bottom - black.top) * factor)
        )
        uses = []
        for glyph in shaped.glyphs:
            name = self._glyph(glyph.font, glyph.number)
            if name:
                lifted = f' y="{glyph.y}"' if glyph.y else ""
                uses.append(f'<use href="#{name}" x="{glyph.x}"{lifted}/>')
        if uses:
            place = f"translate({number(x)} {number(base)}) scale({number(factor, 5)})"
            self._shapes.append(f'<g fill="{colour}" transform="{place}">{"".join(uses)}</g>')

    def definition(self, key: object, markup: str) -> str:
        """Return the id of something defined once and used by name; `markup` has {id} in its place."""
        if key not in self._names:
            self._names[key] = f"{self._prefix}{len(self._names):x}"
            self._definitions.append(markup.replace("{id}", self._names[key], 1))
        return self._names[key]

    def mark(self, kind: str, area: Area) -> None:
        """Note what is painted where."""
        self.region.marks.append((kind, area))

    def svg(self, title: str, description: str, language: str) -> str:
        """Return what was painted as the text of an SVG; its title and description must hold no control character."""
        size = f'width="{number(self.area.width)}" height="{number(self.area.height)}"'
        box = f'viewBox="0 0 {number(self.area.width)} {number(self.area.height)}"'
        names = f"{self._prefix}title {self._prefix}words"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img" aria-labelledby="{names}"'
            f" xml:lang={quoteattr(language)}>"
            f'<title id="{self._prefix}title">{escape(title)}</title>'
            f'<desc id="{self._prefix}words">{escape(description)}</desc>'
            f"<defs>{''.join(self._definitions)}</defs>{''.join(self._shapes)}</svg>"
        )

    def _glyph(self, font: str, glyph: int) -> str:
        data = outline(font, glyph)
        return self.definition((font, glyph), f'<path id="{{id}}" d="{data}"/>') if data else ""


def number(value: float, places: int = 2) -> str:
    """Return a number as short as it can be written with so many decimals."""
    written = f"{value:.{places}f}".rstrip("0").rstrip(".") if places else f"{value:.0f}"
    return "0" if written in {"-0", ""} else written


def _attributes(look: dict[str, str]) -> str:
    return "".join(f" {name.replace('_', '-')}={quoteattr(value)}" for name, value in look.items())
