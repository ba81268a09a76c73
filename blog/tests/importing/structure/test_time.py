"""No text takes more time than its length asks for."""

import time
from collections.abc import Callable

import pytest

from blog.importing.arranging import arrange
from blog.importing.readers import read_data
from blog.tests.importing.catalogue import NAMES

pytestmark = pytest.mark.slow

ENTRIES = [f"Entry {number}" for number in range(100)]
HOSTILE: dict[str, Callable[[int], str]] = {
    "letters": lambda size: "A" * size,
    "short lines": lambda size: "A\n" * (size // 2),
    "capitalised words": lambda size: "Word " * (size // 5),
    "opening signs": lambda size: "<" * size,
    "entities": lambda size: "&amp;" * (size // 5),
    "figures": lambda size: "1,000-" * (size // 6),
    "amounts": lambda size: "½ one two " * (size // 10),
    "full stops": lambda size: "." * size,
    "spaces": lambda size: "x" + " " * size + "x",
    "marks": lambda size: "Aa™ " * (size // 4),
    "names": lambda size: "Harbour Calm " * (size // 13),
    "items": lambda size: "- a\n  - b\n" * (size // 10),
    "numbered lines": lambda size: "1. a\n" * (size // 5),
    "colons": lambda size: "a:\n" * (size // 3),
    "panels": lambda size: (
        "Title Here\n\n- a\n\nZinc\n\n10 mg daily\n\nBetter Rest\n\nIt helps.\n\n" * (size // 64)
    ),
    "entries": lambda size: (
        "Contents\n\n- " + "\n- ".join(ENTRIES) + "\n\n" + "\n\n".join(ENTRIES * (size // 1000))
    ),
}


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for article in read_data(text.encode(), source="x.txt"):
            arrange(article, NAMES)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.timed
@pytest.mark.parametrize("shape", HOSTILE)
def test_eight_times_the_text_takes_in_proportion(shape: str) -> None:
    # In proportion is 8 times; a search that goes back to the beginning at each step would take 64 times.
    small, large = (seconds("Title\n\n" + HOSTILE[shape](size)) for size in (5_000, 40_000))
    assert large < 24 * small + 0.05
