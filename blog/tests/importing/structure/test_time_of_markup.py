"""No markup takes more time than its length asks for."""

import time
from collections.abc import Callable

import pytest

from blog.importing.arranging import arrange
from blog.importing.document import (
    BoxElement,
    ContentsElement,
    ContentsLink,
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    SourceArticle,
)
from blog.tests.importing.catalogue import NAMES

pytestmark = pytest.mark.slow

SAID = Paragraph('It opens the door to the evening, <a href="#part-1">as said</a>.')
POINTS = ListElement(("one leaf", "two leaves"), False)
CARD = BoxElement((HeadingElement("Lavender", 3), POINTS))
DRAWN = BoxElement((HeadingElement("In Brief", 2), CARD, CARD, CARD))


def sections(count: int) -> list[Element]:
    links = tuple(ContentsLink(f"Part {number}", f"part-{number}") for number in range(count // 4))
    parts: list[Element] = [ContentsElement(links, "Contents")]
    for number in range(count // 4):
        parts += [HeadingElement(f"Part {number}", 2, anchors=(f"part-{number}",)), SAID, POINTS, SAID]
    return parts


def printed(count: int) -> list[Element]:
    entries = tuple(f"Part {number}" for number in range(90))
    parts: list[Element] = [HeadingElement("Contents", 2), ListElement(entries, False)]
    return parts + [
        part
        for number in range(count // 2)
        for part in (HeadingElement(f"Part {number % 90}", 2 + number % 3), SAID)
    ]


SHAPES: dict[str, Callable[[int], list[Element]]] = {
    "sections": sections,
    "printed": printed,
    "boxes": lambda count: [DRAWN] * (count // 7),
    "one box": lambda count: [BoxElement((CARD,) * (count // 2)), SAID],
    "boxes in boxes": lambda count: [
        BoxElement((BoxElement((BoxElement((DRAWN, SAID)), SAID)),)) for _ in range(count // 9)
    ],
    "bold lines": lambda count: [HeadingElement("Leaves", 7)] * count,
    "headings": lambda count: [HeadingElement("Leaves", 1 + number % 6) for number in range(count)],
    "empty headings": lambda count: [
        HeadingElement("", 2, anchors=(str(number),)) for number in range(count)
    ],
    "questions": lambda count: (
        [HeadingElement("FAQ", 2)] + [HeadingElement("Is it?", 3), SAID] * (count // 2)
    ),
    "headings that speak of questions": lambda count: [HeadingElement("FAQ", 2)] * count,
    "lists of links": lambda count: [ListElement(('<a href="#a">one</a>',) * 3, False), SAID] * (count // 2),
    "other articles": lambda count: (
        [HeadingElement("Related articles", 3), Paragraph('<a href="/a">one</a>')] * (count // 2)
    ),
    "dead links": lambda count: [Paragraph('<a href="#gone">one</a> ' * 5)] * count,
}


def seconds(elements: list[Element]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        arrange(SourceArticle("x", "0", tuple(elements), title="Evenings"), NAMES)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.timed
@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_elements_take_in_proportion(shape: str) -> None:
    # In proportion is 8 times, and 2.5 times a doubling 15.6; what goes back to the beginning each time takes 64.
    small, large = (seconds(SHAPES[shape](size)) for size in (400, 3_200))
    assert large < 15.6 * small + 0.05
