"""Whether two figures can be compared, and whether they can both be true."""

from qnwellness.nutrition.figures import Figure, normal

from .figures import Sense


def same_kind(one: Figure, other: Figure, nutrient: str | None) -> bool:
    """Tell whether two figures measure alike: masses, shares; IU and µg of vitamin D."""
    return normal(one, nutrient or "").unit == normal(other, nutrient or "").unit


def can_both_be_true(one: Figure, sense: Sense, other: Figure, nutrient: str | None) -> bool:
    """Tell whether a figure meant in this sense leaves room for the other: 35% and 30–40%, "up to 5 mg" and 2–5 mg."""
    first, second = normal(one, nutrient or ""), normal(other, nutrient or "")
    if sense == Sense.AT_MOST:
        return second.top <= first.top
    if sense == Sense.AT_LEAST:
        return second.low >= first.low or second.low <= first.low <= second.top
    if (first.high is None) == (second.high is None):
        return first == second
    return (second.low <= first.low and first.top <= second.top) or (
        first.low <= second.low and second.top <= first.top
    )


def share_an_end(one: Figure, other: Figure, nutrient: str | None) -> bool:
    """Tell whether two ranges begin or end alike, as one of them does where it was changed and the other forgotten."""
    first, second = normal(one, nutrient or ""), normal(other, nutrient or "")
    if first.high is None or second.high is None:
        return False
    return first.low == second.low or first.high == second.high
