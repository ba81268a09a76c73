"""What is an infographic, what is none, and what its panels hold."""

from decimal import Decimal

from blog.importing.document import (
    Bar,
    Bars,
    Benefits,
    CallToAction,
    Checklist,
    Dosage,
    Dose,
    Nutrient,
    Steps,
    Synergy,
    TitledText,
)
from blog.tests.importing.outline import headings, infographics
from blog.tests.importing.structure.arranging import PROSE, arranged

HEAD = ("The Evening in Brief", "For a Softer Landing")
LISTS = ("Scent", "- old\n- quick", "Sources: gardens", "Light", "- bright\n- slow", "Sources: lamps, fires")
PAIRS = ("Two Doors", "Scent opens one side.", "One Floor", "Both lead to one room.")
DOSES = ("Amounts", "Scent", "2–3 drops", "Light", "10 minutes daily")


def panels_of(*parts: str) -> tuple[object, ...]:
    (infographic,) = infographics(arranged("Evenings", PROSE, *parts))
    return infographic.panels


def test_list_panels_keep_their_label_and_sources() -> None:
    first, second, *_ = panels_of(*HEAD, *LISTS, *DOSES)
    assert first == Nutrient("Scent", ("old", "quick"), "Sources", "gardens")
    assert second == Nutrient("Light", ("bright", "slow"), "Sources", "lamps, fires")


def test_a_brief_line_after_an_amount_is_its_note_when_a_title_follows() -> None:
    doses = (
        "Amounts",
        "Scent",
        "2–3 drops",
        "Never on the skin (it burns)",
        "Light",
        "10 minutes",
        "Less is more than enough",
    )
    *_, dosage, benefits = panels_of(*HEAD, *LISTS, *doses, "Rewards", *PAIRS)
    assert dosage == Dosage(
        "Amounts",
        (
            Dose("Scent", "2–3 drops", "Never on the skin (it burns)"),
            Dose("Light", "10 minutes", "Less is more than enough"),
        ),
    )
    assert benefits.title == "Rewards"


def test_amounts_may_name_what_they_are_of() -> None:
    *_, dosage = panels_of(
        *HEAD, *LISTS, "Amounts", "Adults: 2–3 drops", "Children: 1 drop", "Rewards", *PAIRS
    )[:3]
    assert dosage == Dosage("Amounts", (Dose("Adults", "2–3 drops"), Dose("Children", "1 drop")))


def test_pairs_are_a_synergy_by_their_title_or_right_after_the_lists() -> None:
    points = (TitledText(*PAIRS[:2]), TitledText(*PAIRS[2:]))
    assert panels_of(*HEAD, *LISTS, "In the House", *PAIRS, *DOSES)[2] == Synergy("In the House", points)
    assert panels_of(*HEAD, *LISTS, *DOSES, "Better Together", *PAIRS)[3] == Synergy(
        "Better Together", points
    )


def test_other_pairs_are_benefits() -> None:
    points = (TitledText(*PAIRS[:2]), TitledText(*PAIRS[2:]))
    assert panels_of(*HEAD, *LISTS, "Benefits at Home", *PAIRS, *DOSES)[2] == Benefits(
        "Benefits at Home", points
    )
    assert panels_of(*HEAD, *LISTS, *DOSES, "In the House", *PAIRS)[3] == Benefits("In the House", points)


def test_a_call_to_action_points_at_the_first_product_it_names() -> None:
    call = ("Begin Tonight", "Clear Tide is pressed from algae, Slow Wave from leaves.", "Learn More")
    assert panels_of(*HEAD, *LISTS, *DOSES, *call)[-1] == CallToAction(
        "Begin Tonight",
        "Clear Tide is pressed from algae, Slow Wave from leaves.",
        "clear-tide",
        "",
        "Learn More",
    )


def test_a_call_without_a_known_product_points_at_none() -> None:
    call = ("Begin Tonight", "Our house has what an evening asks for.", "Shop the house")
    last = panels_of(*HEAD, *LISTS, *DOSES, *call)[-1]
    assert (last.handle, last.link_label) == (None, "Shop the house")


def test_a_logo_and_a_tagline_under_it_are_set_aside() -> None:
    call = ("Begin Tonight", "Our house has what an evening asks for.", "Shop the house\nHarbour House Logo")
    article = arranged(
        "Evenings", PROSE, *HEAD, *LISTS, *DOSES, *call, "Dried in the shade", "Then What", "After", PROSE
    )
    assert [aside.text for aside in article.set_aside] == ["Harbour House Logo", "Dried in the shade"]


def test_the_heading_after_a_logo_is_no_tagline() -> None:
    call = ("Begin Tonight", "Our house has what an evening asks for.", "Shop the house\nHarbour House Logo")
    article = arranged("Evenings", PROSE, *HEAD, *LISTS, *DOSES, *call, "Then What Follows", PROSE)
    assert headings(article) == [(2, "Then What Follows")]


def test_prose_may_resume_after_it() -> None:
    article = arranged("Evenings", PROSE, *HEAD, *LISTS, "Rewards", *PAIRS, PROSE + " " + PROSE)
    assert len(infographics(article)) == 1
    assert headings(article) == []


def test_a_section_with_one_list_is_none() -> None:
    article = arranged("Evenings", PROSE, "Scent", "- old\n- quick", "Light", PROSE)
    assert infographics(article) == []
    assert headings(article) == [(2, "Scent"), (2, "Light")]


def test_lists_alone_are_none() -> None:
    article = arranged("Evenings", PROSE, "Kinds", *LISTS, *("Breath", "- slow\n- deep"))
    assert infographics(article) == []


def test_questions_with_short_answers_are_none() -> None:
    article = arranged(
        "Evenings", PROSE, "Questions", "Does it help?", "It does.", "Is it safe?", "It is.", "- a\n- b"
    )
    assert infographics(article) == []


def test_what_might_be_one_stays_text_and_is_named() -> None:
    article = arranged(
        "Evenings",
        PROSE,
        "Scent in Brief",
        "Scent",
        "- old\n- quick",
        "Light",
        "- slow\n- low",
        "Rewards",
        *PAIRS,
    )
    assert infographics(article) == []
    assert article.warnings == ("Lines 5 to 25 might be an infographic; kept as text.",)


def test_an_entry_that_stands_only_inside_it_leads_nowhere() -> None:
    contents = ("Contents", "- Scent\n- Amounts\n- Last Words")
    article = arranged(
        "Evenings", *contents, PROSE, "Scent", PROSE, *HEAD, *LISTS, *DOSES, "Last Words", PROSE
    )
    assert headings(article) == [(2, "Scent"), (2, "Last Words")]
    assert len(infographics(article)) == 1
    assert article.warnings == (
        "Line 3: the contents entry “Amounts” stands only in another place in the text.",
    )


def test_an_entry_may_lead_to_it() -> None:
    contents = ("Contents", "- Doors\n- The Evening in Brief\n- Last Words")
    rest = (HEAD[0], *LISTS, *DOSES, "Last Words", PROSE)
    article = arranged("Evenings", *contents, PROSE, "Doors", PROSE, *rest)
    assert headings(article) == [(2, "Doors"), (2, "The Evening in Brief"), (2, "Last Words")]
    assert infographics(article)[0].title == "The Evening in Brief"


def test_a_numbered_list_in_it_is_steps() -> None:
    numbered = ("Begin", "1. Sit\n2. Breathe: slowly, through the nose")
    assert panels_of(*HEAD, *numbered, *DOSES, "Rewards", *PAIRS)[0] == Steps(
        "Begin", (TitledText("Sit", ""), TitledText("Breathe", "slowly, through the nose"))
    )


def test_a_list_of_figures_of_one_unit_in_it_is_bars() -> None:
    measured = ("Compared", "- Candle: 10–15%\n- Lamp: 40%")
    assert panels_of(*HEAD, *measured, *DOSES, "Rewards", *PAIRS)[0] == Bars(
        "Compared",
        "%",
        (Bar("Candle", "10–15%", Decimal(10), Decimal(15)), Bar("Lamp", "40%", Decimal(40))),
    )


def test_a_list_of_figures_of_several_units_or_with_more_words_stays_a_list() -> None:
    for measured in ("- Candle: 10 g\n- Lamp: 40%", "- Candle: 10% of it\n- Lamp: 40%"):
        assert isinstance(panels_of(*HEAD, "Compared", measured, *DOSES, "Rewards", *PAIRS)[0], Nutrient)


def test_a_list_of_what_to_do_and_one_of_what_to_leave_under_one_title_are_a_checklist() -> None:
    lists = ("Before Bed", "Do", "- dim the lamp\n- open a window", "Don't", "- read the news\n- argue")
    assert panels_of(*HEAD, *LISTS, *DOSES, *lists)[-1] == Checklist(
        "Before Bed", "Do", ("dim the lamp", "open a window"), "Don't", ("read the news", "argue")
    )


def test_numbered_lists_of_sections_are_none() -> None:
    article = arranged("Evenings", PROSE, "Begin", "1. Sit\n2. Breathe", "Then", "1. Lie\n2. Sleep", PROSE)
    assert infographics(article) == []
