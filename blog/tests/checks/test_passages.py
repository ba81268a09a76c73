"""The passages of a stored body: what its figures are read from."""

from decimal import Decimal

import pytest

from blog.checks.passages import read_passages
from blog.evidence.placed import KnownFact, Passage, placed_figures
from blog.models import ArticlePage
from blog.tests.factories import block, heading, infographic, text
from qnwellness.nutrition.figures import Figure


def passages(*raw) -> list[Passage]:
    return list(read_passages("body", ArticlePage._meta.get_field("body").stream_block, list(raw)))


def figures(*raw, facts=()):
    return placed_figures(passages(*raw), {one.pk: one for one in facts})


def dosage(amount: str, note: str = ""):
    row = block("item", {"substance": "Vitamin D3", "amount": amount, "note": note})
    return block("dosage", {"title": "Daily", "doses": [row], "citations": []}), row


def test_a_text_is_read_by_paragraph_and_sentence():
    (one,) = passages(text("<p>One. Two.</p><ul><li>Three</li></ul>"))
    assert one.paragraphs == (("One.", "Two."), ("Three",))
    assert one.takes_facts


def test_a_text_stands_under_its_heading():
    assert [one.title for one in passages(text("<p>a</p>"), heading("Calcium"), text("<p>b</p>"))] == [
        "",
        "Calcium",
    ]


def test_a_dose_knows_its_substance_its_note_and_the_way_to_it():
    panel, row = dosage("5,000 IU daily", "<p>Ask a doctor.</p>")
    figure = infographic(panel)
    amount = next(one for one in passages(figure) if one.is_amount)
    assert (amount.subject, amount.beside, amount.in_infographic) == ("Vitamin D3", "Ask a doctor.", True)
    assert amount.place == f"body.{figure['id']}.panels.{panel['id']}.doses.{row['id']}.amount"


def test_a_fact_is_shown_as_it_is_today_and_is_not_typed_by_hand():
    today = KnownFact(7, Figure(Decimal(35), Decimal(45), "%"), "Calcium absorbed", "calcium")
    html = '<p>You absorb <a id="7" linktype="fact">30–40%</a> of calcium, not 50%.</p>'
    shown, typed = figures(text(html), facts=(today,))
    assert (shown.fact, shown.words, shown.figure) == (7, "35–45%", today.figure)
    assert (typed.fact, typed.words) == (None, "50%")


def test_a_fact_that_is_gone_leaves_no_figure_of_its_own():
    assert figures(text('<p><a linktype="fact" id="7">30–40%</a> of calcium</p>')) == ()


def test_equal_words_of_a_field_are_counted():
    assert [one.turn for one in figures(text("<p>5 mg and 6 mg.</p><p>Again 5 mg.</p>"))] == [0, 0, 1]


def test_a_bar_is_read_as_a_sentence():
    rows = [
        block("item", {"label": "With vitamin D", "fact": None, "low": "30", "high": "40"}),
        block("item", {"label": "Without", "fact": None, "low": "10", "high": None}),
        block("item", {"label": "Half filled in", "fact": None, "low": None, "high": None}),
    ]
    panel = block(
        "bars", {"title": "Calcium taken up", "unit": "%", "bars": rows, "note": "", "citations": []}
    )
    found = figures(infographic(panel))
    assert [one.sentence for one in found] == ["With vitamin D: 30–40%", "Without: 10%"]
    assert found[0].place.endswith(f".bars.{rows[0]['id']}.low")


def test_a_bar_of_a_fact_has_its_figure():
    known = KnownFact(7, Figure(Decimal(30), Decimal(40), "%"), "Calcium absorbed", "calcium")
    row = block("item", {"label": "With vitamin D", "fact": 7, "low": None, "high": None})
    panel = block("bars", {"title": "Taken up", "unit": "%", "bars": [row], "note": "", "citations": []})
    (one,) = figures(infographic(panel), facts=(known,))
    assert one.fact == 7


def test_a_cell_is_about_its_row_and_its_column():
    table = {
        "columns": [{"type": "text", "heading": ""}, {"type": "text", "heading": "Women"}],
        "rows": [{"values": ["<p>Magnesium</p>", "<p>310–320 mg</p>"]}],
        "caption": "",
    }
    panel = block("comparison", {"title": "A day", "table": table, "citations": []})
    (one,) = figures(infographic(panel))
    assert (one.nutrient, one.cell, one.passage.subject) == ("magnesium", "0.1", "Magnesium (Women)")
    assert one.place.endswith(".table")


@pytest.mark.parametrize("value", [None, "", {}])
def test_half_a_form_is_read(value):
    assert passages(block("infographic", value), block("text", ""), block("gone", "x")) == []
