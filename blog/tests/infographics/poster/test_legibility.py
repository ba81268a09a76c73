from dataclasses import replace

from blog.infographics.poster.legibility import Legibility, legibility, missing_characters

from .examples import ACTION, ALL, BARE, EVERYTHING, EXAMPLE, FRAME, STATISTIC, Poster


def test_a_short_infographic_is_shown_whole_on_a_pin() -> None:
    [_card, pin] = legibility(Poster("One", panels=(STATISTIC, ACTION), **FRAME))
    assert pin == Legibility("pin", shown=2, left_out=0)


def test_a_long_one_leaves_panels_out_instead_of_becoming_too_small_to_read() -> None:
    [card, pin] = legibility(EVERYTHING)
    assert 1 <= card.shown <= 2
    assert 2 <= pin.shown < len(ALL)
    assert pin.shown + pin.left_out == len(ALL)


def test_a_panel_larger_than_a_pin_is_passed_over() -> None:
    huge = replace(EXAMPLE.panels[1], points=("A long point about calcium and bone, said again. " * 6,) * 12)
    [_card, pin] = legibility(replace(EXAMPLE, panels=(huge, STATISTIC)))
    assert (pin.shown, pin.left_out) == (1, 1)


def test_a_title_alone_leaves_nothing_out() -> None:
    assert legibility(BARE) == ()


def test_characters_without_a_font_are_named_once_wherever_they_stand() -> None:
    statistic = replace(STATISTIC, context="Known in Uruk as 𒁀𒀀")
    assert missing_characters(Poster("𒀀 and K2", panels=(statistic,))) == ("𒀀", "𒁀")
    assert missing_characters(EVERYTHING) == ()
