"""What stands in a box, whatever boxes are within it."""

from collections.abc import Iterator, Sequence

from blog.importing.document import BoxElement, Element, HeadingElement, ListElement, Paragraph, TableElement

# What no infographic exceeds.
_MOST_CHARACTERS, _MOST_ELEMENTS = 12_000, 150


def flat(box: BoxElement) -> tuple[Element, ...]:
    """The elements of a box and of all boxes in it, in order."""
    return tuple(_inside(box.elements))


def _inside(elements: Sequence[Element]) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, BoxElement):
            yield from _inside(element.elements)
        else:
            yield element


def ends_of(box: BoxElement) -> list[int]:
    """For each element of a box and of those in it, the place after the last one of its innermost box."""
    ends: list[int] = []
    _add_ends(box.elements, ends)
    return ends


def _add_ends(elements: Sequence[Element], ends: list[int]) -> None:
    start = len(ends)
    for element in elements:
        if isinstance(element, BoxElement):
            _add_ends(element.elements, ends)
        else:
            ends.append(-1)
    for place in range(start, len(ends)):
        if ends[place] < 0:
            ends[place] = len(ends)


def parted(elements: Sequence[Element], most: int) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """The first elements, as many as have no more than `most` in all, those in boxes counted, and the others."""
    count = 0
    for place, element in enumerate(elements):
        count += len(flat(element)) if isinstance(element, BoxElement) else 1
        if count <= most:
            continue
        if isinstance(element, BoxElement):
            opened = flat(element)
            fit = len(opened) - (count - most)
            return (*elements[:place], *opened[:fit]), (*opened[fit:], *elements[place + 1 :])
        return tuple(elements[:place]), tuple(elements[place:])
    return tuple(elements), ()


def of_fit_size(box: BoxElement) -> bool:
    """Whether a box is small enough to be one thing; looks at no more of it than that takes."""
    characters = 0
    for count, element in enumerate(_inside(box.elements)):
        characters += size_of(element)
        if characters > _MOST_CHARACTERS or count >= _MOST_ELEMENTS:
            return False
    return True


def size_of(element: Element) -> int:
    """The length of an element's words, with their markup."""
    match element:
        case Paragraph():
            return len(element.html)
        case HeadingElement():
            return len(element.text)
        case ListElement():
            return sum(map(len, element.items))
        case TableElement():
            return sum(len(cell) for row in element.rows for cell in row)
        case _:
            return 0
