import pytest

from blog.infographics.poster.text.fonts import EM, Face, faces, font, outline
from blog.infographics.poster.text.shaping import missing, runs, shape


def fonts(face: Face, text: str) -> list[str]:
    return [glyph.font for glyph in shape(face, text).glyphs]


def test_letters_are_kerned() -> None:
    assert shape("sans", "AV").advance < shape("sans", "A").advance + shape("sans", "V").advance


def test_two_letters_may_be_one_glyph() -> None:
    assert len(shape("serif", "ffl").glyphs) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D₃ ≥ 20 µg ™", {"figtree-regular"}),
        ("Жизнь", {"dejavu-sans"}),
        ("骨の健康 한국어", {"droid-sans-fallback", "figtree-regular"}),
        ("שלום", {"dejavu-sans"}),
    ],
)
def test_a_character_is_taken_from_the_first_font_that_has_it(text: str, expected: set[str]) -> None:
    assert set(fonts("sans", text)) == expected
    assert missing("sans", text) == []


def test_a_character_no_font_has_is_seen_and_told() -> None:
    assert missing("sans", "a𒀀b𒀀𒁀") == ["𒀀", "𒁀"]
    glyph = shape("sans", "𒀀").glyphs[0]
    assert glyph.number == font("dejavu-sans").get_nominal_glyph(0xFFFD)
    assert outline(glyph.font, glyph.number)


def test_hebrew_words_run_from_right_to_left_and_figures_do_not() -> None:
    assert [run for _name, run in runs("sans", "a שלום עולם 30")] == ["a ", "עולם", " ", "שלום", " 30"]
    [first, *_others, last] = shape("sans", "אב").glyphs
    assert (first.number, last.number) == tuple(font("dejavu-sans").get_nominal_glyph(ord(c)) for c in "בא")


def test_language_of_the_machine_does_not_change_the_glyphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    shape.cache_clear()
    assert len(shape("serif", "fi").glyphs) == 1


def test_every_face_has_the_sign_for_a_missing_character() -> None:
    assert all(shape(face, "\ufffd").advance > EM / 4 for face in faces())
