"""Figures typed at several places of one article."""

from blog.evidence.repeated import repeated

from .passages import dose, fact, figures, point, text, used

ABSORBED = "Enhances calcium absorption from the gut (30-40% vs. 10-15% without)"
IN_TEXT = (
    "Without enough vitamin D you absorb 10-15% of dietary calcium compared to 30-40% with sufficient levels."
)


def told(*passages, facts=()):
    return [
        (f"{one.figure.low:f}–{one.figure.high or ''}", one.nutrient, len(one.places))
        for one in repeated(figures(*passages, facts=facts))
    ]


def test_a_panel_and_the_text_repeat_two_shares():
    assert told(point(ABSORBED), text(IN_TEXT)) == [("30–40", "calcium", 2), ("10–15", "calcium", 2)]


def test_a_dose_row_and_a_sentence_repeat_an_amount():
    passages = dose("Vitamin D3", "Adults: 1,000-5,000 IU daily"), text("Vitamin D3: 1,000–5,000 IU a day.")
    assert told(*passages) == [("1000–5000", "vitamin D", 2)]


def test_iu_and_micrograms_of_vitamin_d_are_one_amount():
    passages = dose("Vitamin D3", "15 µg daily"), text("Adults need 600 IU of vitamin D a day.")
    assert told(*passages) == [("15–", "vitamin D", 2)]


def test_the_same_number_of_other_things_is_chance():
    assert told(dose("Zinc", "10 mg daily"), text("Take 10 mg of manganese a day.")) == []
    assert told(text("About 60% of the magnesium lies in bone.\nSome 60% of adults sleep badly.")) == []
    assert told(text("Almonds, roasted, 28 g: 80 mg\nPumpkin seeds, 28 g: 156 mg")) == []


def test_a_bound_is_not_the_figure_itself():
    assert told(dose("Magnesium", "250 mg daily"), text("Take no more than 250 mg of magnesium a day.")) == []


def test_figures_of_facts_are_stated_once_already():
    known = fact("Calcium absorbed with vitamin D", "30", "40")
    assert told(point(f"Enhances calcium absorption ({used(7)})"), text(IN_TEXT), facts=(known,)) == []


def test_the_words_of_others_are_let_be():
    assert told(point(ABSORBED), text(IN_TEXT, kind="quote")) == []


def test_one_place_is_no_repetition():
    assert told(text(IN_TEXT)) == []


def test_the_statement_is_what_the_figure_is_without_the_figure():
    first, second = repeated(figures(point(ABSORBED), text(IN_TEXT)))
    assert first.statement_proposal == "Enhances calcium absorption from the gut"
    assert second.statement_proposal == "Without enough vitamin D you absorb … of dietary calcium"


def test_a_long_sentence_is_cut_to_what_a_statement_can_hold():
    (one,) = repeated(
        figures(point(f"Calcium {'absorbed ' * 60}30-40%"), text("30-40% of calcium is absorbed"))
    )
    assert len(one.statement_proposal) <= 200


def test_each_place_says_where_its_words_stand():
    (one,) = repeated(figures(text("Take 5–10 mg of zinc. Yes, 5–10 mg of zinc daily.")))
    assert [place.turn for place in one.places] == [0, 1]
    assert [place.sentence[place.start : place.end] for place in one.places] == ["5–10 mg", "5–10 mg"]
    assert {place.place for place in one.places} == {"body.t"}
