import io
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageChops

from blog.infographics.poster.faces import FACES, svg

from .examples import EXAMPLE

PICTURES = Path(__file__).parent / "pictures"
# Machines round differently: a few points at the edges of letters may differ, and by little.
LEVELS, SHARE = 24, 0.001


def rendered(face: str, drawing: str = "") -> Image.Image:
    """Return a face of the example, or another drawing of it, at half its size, as chats and boards show it."""
    size = FACES[face].width // 2, (FACES[face].height or 0) // 2
    png = resvg_py.svg_to_bytes(
        svg_string=drawing or svg(EXAMPLE, face), width=size[0], height=size[1], skip_system_fonts=True
    )
    return Image.open(io.BytesIO(bytes(png))).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of points that differ by more than is allowed."""
    apart = ImageChops.difference(one, other).convert("L").histogram()
    return sum(apart[LEVELS:]) / sum(apart)


@pytest.mark.parametrize("face", ["card", "pin"])
def test_a_picture_looks_as_it_did(face: str) -> None:
    kept = Image.open(PICTURES / f"{face}.png").convert("RGB")
    found = rendered(face)
    assert found.size == kept.size
    assert difference(found, kept) <= SHARE, f"pictures/README.md says how to renew {face}.png"


def test_another_word_is_noticed() -> None:
    kept = Image.open(PICTURES / "card.png").convert("RGB")
    changed = svg(replace(EXAMPLE, title="D3 and K2 at a glimpse"), "card")
    assert difference(rendered("card", changed), kept) > SHARE
