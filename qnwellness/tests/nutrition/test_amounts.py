from decimal import Decimal

import pytest

from qnwellness.nutrition.amounts import find_amounts, is_amount_line, parse_amount


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1,000-5,000 IU daily", "1000", "5000", "IU"),
        ("200–400 mg", "200", "400", "mg"),
        ("45-180 mcg daily (form A preferred)", "45", "180", "µg"),
        ("50 μg", "50", None, "µg"),
        ("50 µg", "50", None, "µg"),
        ("600 I.U. a day", "600", None, "IU"),
        ("Adults: 2 g a day", "2", None, "g"),
        ("1 capsule twice daily", "1", None, "capsule"),
        ("Two tablets with food", "2", None, "tablet"),
        ("2–5% in a serum", "2", "5", "%"),
        ("2% to 5% in a serum", "2", "5", "%"),
        ("250 mg to 500 mg", "250", "500", "mg"),
        ("10 billion CFU", "10", None, "CFU"),
        ("7 to 9 hours", "7", "9", "hour"),
        ("2.5 L", "2.5", None, "l"),
        ("half a teaspoon", "0.5", None, "teaspoon"),
        ("16-18 °C in the bedroom", "16", "18", "°C"),
        ("10mg", "10", None, "mg"),
        ("1-2 small servings a day", "1", "2", "serving"),
        ("30 ml/day", "30", None, "ml"),
        ("20\u00a0mg", "20", None, "mg"),
        ("1\u00a0000 IU", "1000", None, "IU"),
        ("1\u202f000–5\u202f000 IU", "1000", "5000", "IU"),
        ("1 000 IU", "1000", None, "IU"),
        ("omega 3 500 mg", "500", None, "mg"),
    ],
)
def test_an_amount_is_read_from(text: str, low: str, high: str | None, unit: str) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert (amount.low, amount.high, amount.unit) == (Decimal(low), high and Decimal(high), unit)


@pytest.mark.parametrize("text", ["", "Form B12", "a 2013 study", "40 people", "milligrams", "10 gallons"])
def test_no_amount_is_read_from(text: str) -> None:
    assert parse_amount(text) is None


def test_every_amount_of_a_sentence_is_found_in_order() -> None:
    text = "Women need 18 mg, men 8 mg, and nobody more than 45 mg."
    assert [text[amount.start : amount.end] for amount in find_amounts(text)] == ["18 mg", "8 mg", "45 mg"]


@pytest.mark.parametrize(
    "text",
    [
        "Adults: 1,000-5,000 IU daily",
        "45-180 mcg daily (form A preferred)",
        "Up to 3 g a day",
        "Take 2 capsules before bed.",
        "1 capsule twice daily",
        "EPA and DHA 250-500 mg daily",
        "Women (19-50): 18 mg daily",
        "7-9 hours a night",
        "Apply twice daily",
        "Once a day with food",
        "Daily: 300 mg",
        "~2 litres",
    ],
)
def test_a_line_that_says_how_much(text: str) -> None:
    assert is_amount_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Optimal Dosage",
        "Daily Dosage",
        "Daily Needs at a Glance",
        "How a Daily Walk Helps",
        "Higher doses only under supervision",
        "Most people who take part in studies of this kind receive about 300 mg daily for twelve weeks.",
        "What the label means by 10 mg",
    ],
)
def test_a_line_that_does_not_say_how_much(text: str) -> None:
    assert not is_amount_line(text)


@pytest.mark.parametrize(
    "title",
    [
        "30 Days to Better Rest",
        "TWO CUPS, ONE HOUR",
        "100% Natural Rest and Recovery",
        "10 Minutes That Matter Most",
    ],
)
def test_a_title_that_counts_something_is_no_amount(title: str) -> None:
    assert not is_amount_line(title)


@pytest.mark.parametrize(
    "line", ["1,000 IU Daily With Food", "2 Tablets Daily", "30 Minutes a day", "Adults: 2 Cups"]
)
def test_an_amount_with_capitals_is_one(line: str) -> None:
    assert is_amount_line(line)
