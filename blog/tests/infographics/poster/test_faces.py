import re
import time
from collections.abc import Iterator
from itertools import combinations, product
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blog.infographics.poster.alternative import alternative
from blog.infographics.poster.boxes.canvas import Canvas, Region
from blog.infographics.poster.faces import FACES, svg
from blog.infographics.poster.panels.nutrient import Nutrient
from blog.infographics.poster.panels.synergy import Synergy
from blog.infographics.poster.value import Poster

from .examples import BARE, EVERYTHING, EXAMPLE, POSTERS

SVG = "{http://www.w3.org/2000/svg}"
MANY = settings(max_examples=500, suppress_health_check=list(HealthCheck))
SECONDS = 1.0
# Nobody draws as much as thousands of examples think of, on a machine that has other work too.
SECONDS_OF_THE_WORST = 4.0


def regions(region: Region) -> Iterator[Region]:
    yield region
    for part in region.parts:
        yield from regions(part)


def is_decoration(region: Region, kind: str) -> bool:
    """The landscape runs behind and between everything, as far as the picture goes."""
    return kind in {"path", "circle", "rectangle"} and region.name in {"Head", "Canvas", "Foot"}


def outside(canvas: Canvas) -> list[str]:
    """Return what was painted outside of the picture, or outside of the box it belongs to."""
    found = []
    for region in regions(canvas.region):
        for part in region.parts:
            if not part.area.within(region.area):
                found.append(f"{part.name} {part.area} in {region.name} {region.area}")
        for kind, area in region.marks:
            if not area.within(canvas.area if is_decoration(region, kind) else region.area):
                found.append(f"{kind} {area} of {region.name} {region.area}")
    return found


def overlapping(canvas: Canvas) -> list[str]:
    """Return boxes beside each other that share room."""
    return [
        f"{one.name} {one.area} and {other.name} {other.area}"
        for region in regions(canvas.region)
        for one, other in combinations(region.parts, 2)
        if one.area.meets(other.area)
    ]


def check(poster: Poster, face: str, seconds: float = SECONDS) -> None:
    started = time.process_time()
    canvas = FACES[face].draw(poster)
    assert time.process_time() - started < seconds
    drawn = svg(poster, face)
    assert drawn == canvas.svg(drawn_title(drawn), alternative(poster), poster.language)
    tree = ElementTree.fromstring(drawn)  # noqa: S314 - we drew it
    assert tree.tag == f"{SVG}svg"
    assert (tree.findtext(f"{SVG}desc") or "") == alternative(poster)
    assert not re.search(r'="[^"#]*(nan|inf)', drawn)
    assert outside(canvas) == []
    assert overlapping(canvas) == []


def drawn_title(drawn: str) -> str:
    return unescape(drawn.partition("</title>")[0].rpartition(">")[2])


@pytest.mark.timed
@pytest.mark.parametrize(("poster", "face"), [*product((EXAMPLE, EVERYTHING, BARE, Poster("")), FACES)])
def test_a_face_is_a_valid_svg_in_which_everything_has_its_place(poster: Poster, face: str) -> None:
    check(poster, face)


@pytest.mark.timed
def test_a_box_is_drawn_at_the_width_it_was_measured_at() -> None:
    wide = "W" * 60
    panels = Nutrient(wide, (wide, "0"), "", "0"), Synergy("", ())
    check(Poster("", wide, wide, panels, (wide,), wide), "pin")


@pytest.mark.timed
@pytest.mark.slow
@MANY
@given(POSTERS, st.sampled_from(sorted(FACES)))
def test_no_words_are_too_long_or_too_strange_to_be_drawn(poster: Poster, face: str) -> None:
    check(poster, face, SECONDS_OF_THE_WORST)
