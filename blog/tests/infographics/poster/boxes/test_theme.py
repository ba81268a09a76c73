import re
from pathlib import Path

import pytest

from blog.infographics.poster.boxes import theme
from blog.infographics.poster.boxes.theme import SIGN_PAIRS, TEXT_PAIRS, Theme
from blog.infographics.poster.composing.limits import LEAST_SCALE, READABLE, SCALES

TOKENS = Path("qnwellness/static/qnwellness/css/tokens.css").read_text()
TOKEN = re.compile(r"--([a-z-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}))")
LIGHT = {name: light or both for name, light, _dark, both in TOKEN.findall(TOKENS)}
DARK = {name: dark or both for name, _light, dark, both in TOKEN.findall(TOKENS)}


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", [name for name in LIGHT if hasattr(theme, name.replace("-", "_").upper())])
def test_colours_are_those_of_the_site(name: str) -> None:
    assert getattr(theme, name.replace("-", "_").upper()) == LIGHT[name]


def test_most_colours_of_the_site_are_there() -> None:
    assert [name for name in LIGHT if not hasattr(theme, name.replace("-", "_").upper())] == []
    assert DARK["sun"] == theme.FOREST_SUN


@pytest.mark.parametrize(("colour", "grounds"), TEXT_PAIRS)
def test_words_are_read_on_every_ground(colour: str, grounds: tuple[str, ...]) -> None:
    assert [ground for ground in grounds if contrast(colour, ground) < 4.5] == []


@pytest.mark.parametrize(("colour", "grounds"), SIGN_PAIRS)
def test_signs_are_told_from_every_ground(colour: str, grounds: tuple[str, ...]) -> None:
    assert [ground for ground in grounds if contrast(colour, ground) < 3] == []


def test_no_type_is_smaller_than_can_be_read() -> None:
    for scale in SCALES:
        assert min(Theme(scale, least=READABLE).sans(size).size for size in (24, 27)) >= READABLE
    assert min(SCALES) == LEAST_SCALE
