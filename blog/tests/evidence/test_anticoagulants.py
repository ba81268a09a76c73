"""Vitamin K and the medicines it works against."""

import pytest

from blog.evidence.anticoagulants import unwarned_of_anticoagulants

from .passages import dose, figures, text


def unwarned(*passages, others=""):
    return unwarned_of_anticoagulants(passages, figures(*passages), {}, others)


class TestVitaminK:
    def test_as_a_dose_needs_a_word_on_anticoagulants(self):
        found = unwarned(text("Eat greens."), dose("Vitamin K2", "45-180 mcg daily"))
        assert found.place == "body.i.panels.d.doses.Vitamin K2.amount"

    def test_as_a_supplement_needs_one_too(self):
        assert unwarned(text("Women taking vitamin K2 supplements lost less bone.")) is not None

    @pytest.mark.parametrize(
        "words",
        [
            "If you take warfarin, ask first.",
            "Ask first with blood thinners.",
            "It acts against anticoagulants.",
        ],
    )
    def test_with_one_anywhere_on_the_page_is_fine(self, words):
        assert unwarned(dose("Vitamin K2", "45-180 mcg daily"), text(words)) is None
        assert unwarned(dose("Vitamin K2", "45-180 mcg daily"), others=words) is None

    @pytest.mark.parametrize(
        "words",
        [
            "Vitamin K takes part in clotting.",
            "Natto is rich in MK-7.",
            "Take 10 mg of zinc daily.",
            "K2 is high.",
        ],
    )
    def test_in_food_and_in_the_body_needs_none(self, words):
        assert unwarned(text(words)) is None

    def test_in_the_words_of_others_needs_none(self):
        assert unwarned(text("Take 100 µg of vitamin K daily.", kind="quote")) is None
