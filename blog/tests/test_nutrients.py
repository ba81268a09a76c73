"""Which nutrients an article is about."""

import time
from typing import Any

import pytest

from blog.nutrients import names_of, nutrients_in, nutrients_of


def heading(text: str) -> dict[str, Any]:
    return {"type": "heading", "value": {"text": text, "level": "2"}}


def text(html: str) -> dict[str, Any]:
    return {"type": "text", "value": html}


def panel(title: str) -> dict[str, Any]:
    panels = [{"type": "nutrient", "value": {"title": title}}, {"type": "steps", "value": {"title": "Zinc"}}]
    return {"type": "infographic", "value": {"panels": panels}}


class TestAnArticleIsAbout:
    def test_what_its_title_names_and_not_what_a_heading_does(self) -> None:
        body = [heading("Calcium"), text("Calcium, calcium, calcium."), heading("Calcium again")]
        assert nutrients_of("Vitamins K2 and D3", body) == ("vitamin K", "vitamin D")

    def test_what_its_nutrient_panels_name(self) -> None:
        assert nutrients_of("Strong bones", [panel("Vitamin B₁₂")]) == ("vitamin B12",)

    def test_what_several_headings_name(self) -> None:
        assert nutrients_of("From plants", [heading("Iron"), heading("More iron")]) == ("iron",)

    def test_what_its_standfirst_names_and_its_text_keeps_speaking_of(self) -> None:
        body = [text("<p>Iodine. Also iodine, and iodine with zinc.</p>")]
        assert nutrients_of("From the sea", body, "Iodine and zinc.") == ("iodine",)

    def test_nothing_that_is_named_in_passing(self) -> None:
        assert nutrients_of("Sleep", [heading("Magnesium?"), text("Magnesium.")], "And zinc.") == ()


@pytest.mark.parametrize(
    ("label", "nutrient"),
    [
        ("Calcium L-aspartate", "calcium"),
        ("Ferrous bisglycinate", "iron"),
        ("Iron bisglycinate", "iron"),
        ("Vitamin K2 (MK-7)", "vitamin K"),
        ("Cholecalciferol", "vitamin D"),
        ("Methylcobalamin", "vitamin B12"),
        ("Magnesium glycinate", "magnesium"),
        ("Potassium iodide", "iodine"),
    ],
)
def test_an_ingredient_is_the_nutrient_it_brings(label: str, nutrient: str) -> None:
    assert nutrient in nutrients_in(label)


def test_plants_and_environments_are_no_nutrients() -> None:
    assert nutrients_in("Turmeric, aloe vera, an ironic environment") == ()


def test_every_name_is_recognised() -> None:
    assert all(
        nutrient in nutrients_in(name) for nutrient in ("iron", "vitamin K") for name in names_of(nutrient)
    )


@pytest.mark.timed
def test_an_article_of_sixty_blocks_is_read_in_no_time() -> None:
    body = [
        block for n in range(30) for block in (heading(f"Zinc and {n}"), text("<p>Zinc is here.</p>" * 20))
    ]
    nutrients_of("Meals", body)
    begun = time.process_time()
    for _ in range(10):
        nutrients_of("Meals", body)
    assert (time.process_time() - begun) / 10 < 0.004
