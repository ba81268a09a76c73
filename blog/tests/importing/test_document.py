import dataclasses

import pytest

from blog.importing.document import (
    Benefits,
    CallToAction,
    Dosage,
    Heading,
    Nutrient,
    Paragraph,
    Synergy,
    plain_text,
)


def test_the_text_of_a_paragraph_has_no_tags_entities_or_doubled_spaces() -> None:
    assert Paragraph("Tea &amp; <b>lemon</b>\n\u00a0balm", line=3).text == "Tea & lemon balm"


def test_an_escaped_tag_is_text() -> None:
    assert plain_text("1 &lt; 2 &gt; 0") == "1 < 2 > 0"


@pytest.mark.parametrize(
    ("panel", "name"),
    [
        (Nutrient, "nutrient"),
        (Synergy, "synergy"),
        (Dosage, "dosage"),
        (Benefits, "benefits"),
        (CallToAction, "call_to_action"),
    ],
)
def test_a_panel_names_its_type(panel: type, name: str) -> None:
    assert panel.type == name


def test_shapes_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Heading("Sleep", 2).level = 3  # type: ignore[misc]
