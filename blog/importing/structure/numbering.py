"""Running numbers of headings: "1.", "2." and "2.1" count only when they count on from each other."""

from collections.abc import Sequence

from blog.importing.structure.wording import number_of


def numbered(headings: Sequence[tuple[int, str]]) -> dict[int, int]:
    """The depth (1 for "2.", 2 for "2.1") of each heading that carries a number, by the index it came with.

    A figure that merely opens a heading, such as "1.5 litres a day", has no place in the sequence and is not a number.
    """
    depths: dict[int, int] = {}
    reached: tuple[int, ...] = ()
    for index, text in headings:
        number = number_of(text)
        if number and _follows(number, reached):
            depths[index] = len(number)
            reached = number
    return depths


def _follows(number: tuple[int, ...], reached: tuple[int, ...]) -> bool:
    if not reached:
        return number == (1,)
    if number == (*reached, 1):
        return True
    depth = len(number)
    return (
        depth <= len(reached) and number[:-1] == reached[: depth - 1] and number[-1] == reached[depth - 1] + 1
    )
