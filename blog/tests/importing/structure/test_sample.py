"""The customer's own article, line by line."""

from pathlib import Path

import pytest

from blog.importing.arranging import arrange
from blog.importing.document import ArrangedArticle, ProductName, Text
from blog.importing.readers import read_data
from blog.tests.importing.accounting import unaccounted
from blog.tests.importing.outline import headings, infographics, mentions

NAMES = (
    ProductName("Bone Essential™", "bone-essential", own=True),
    ProductName("Plant Glucosamine™", "plant-glucosamine", own=True),
    ProductName("Bone Essential™ / Plant Glucosamine™", "plant-glucosamine", own=False),
)
TOP = [
    "Introduction",
    "Understanding Bone Health",
    "Vitamin D3: The Foundation",
    "Vitamin K2: The Director",
    "The Synergistic Relationship",
    "Benefits Beyond Bones",
    "Optimal Dosage and Supplementation",
    "Dietary Sources of K2 and D3",
    "Supporting Nutrients for Bone Health",
    "Conclusion",
]
BELOW = {
    "Vitamin D3: The Foundation": ["How D3 Supports Bone Health"],
    "Vitamin K2: The Director": ["K2's Crucial Role"],
    "Benefits Beyond Bones": ["Cardiovascular Health", "Immune Function", "Inflammation Management"],
    "Dietary Sources of K2 and D3": ["Vitamin D3 Sources", "Vitamin K2 Sources"],
    "Supporting Nutrients for Bone Health": [
        "Calcium",
        "Magnesium",
        "Anti-inflammatory Components",
        "Trace Minerals",
    ],
}

pytestmark = pytest.mark.samples


@pytest.fixture(scope="module")
def sample(samples: Path) -> Path:
    return samples / "vitamin-k2-and-d3.txt"


@pytest.fixture(scope="module")
def arranged(sample: Path) -> ArrangedArticle:
    (article,) = read_data(sample.read_bytes(), source=sample.name)
    return arrange(article, NAMES)


def test_title_and_hero(arranged: ArrangedArticle) -> None:
    assert arranged.title == "Vitamin K2 and D3: The Powerful Synergy for Optimal Bone Density"
    assert arranged.hero is not None
    assert arranged.hero.name == "m5czzEqoTz-tqGWLCUfxlA.png"


def test_headings_are_the_contents_with_eleven_below(arranged: ArrangedArticle) -> None:
    expected = [pair for top in TOP for pair in ((2, top), *((3, below) for below in BELOW.get(top, [])))]
    assert headings(arranged) == expected
    assert sum(1 for level, _ in expected if level == 3) == 11


def test_the_printed_contents_list_is_matched(arranged: ArrangedArticle) -> None:
    assert arranged.contents_title == "Table Of Contents"
    assert [(entry.text, entry.matched) for entry in arranged.contents] == [(top, True) for top in TOP]


def test_the_introduction_is_in_the_contents_only_and_opens_the_article(arranged: ArrangedArticle) -> None:
    introduction, opening = arranged.blocks[:2]
    assert introduction.contents_only
    assert isinstance(opening, Text)
    assert opening.html.count("<p>") == 3


def test_two_lists_of_four_stand_under_the_sources(arranged: ArrangedArticle) -> None:
    texts = [block.html for block in arranged.blocks if isinstance(block, Text) and "<li>" in block.html]
    assert [text.count("<li>") for text in texts] == [4, 4]


def test_one_infographic_with_six_panels(arranged: ArrangedArticle) -> None:
    (infographic,) = infographics(arranged)
    first, second, synergy, dosage, benefits, call = infographic.panels
    assert infographic.title == "The Powerful Synergy of Vitamin K2 & D3"
    assert infographic.subtitle == "For Optimal Bone Density & Skeletal Health"
    assert infographic.lead.endswith("creating stronger skeletal structure.")
    assert [len(first.points), len(second.points), len(synergy.points)] == [4, 4, 2]
    assert (first.sources_label, second.sources_label) == ("Sources", "Sources")
    assert [(dose.substance, dose.amount.split()[-1], bool(dose.note)) for dose in dosage.doses] == [
        ("Vitamin D3", "daily", True),
        ("Vitamin K2", "preferred)", True),
    ]
    assert [benefit.title for benefit in benefits.benefits][-1] == "Inflammation Control"
    assert (call.handle, call.link_label) == ("bone-essential", "Learn More About QN Wellness")


def test_products_are_mentioned_in_the_text(arranged: ArrangedArticle) -> None:
    found = mentions(arranged)
    assert found.count(("bone-essential", "name")) == 4
    assert found.count(("plant-glucosamine", "own")) == 1
    assert len(found) == 5


def test_page_furniture_is_set_aside(arranged: ArrangedArticle) -> None:
    assert [(aside.line, aside.text) for aside in arranged.set_aside] == [
        (91, "QN Wellness Logo"),
        (93, "Plant-based supplements for optimal health"),
        (235, "Back to blog"),
    ]
    assert arranged.warnings == ()


def test_every_word_is_kept_once(sample: Path, arranged: ArrangedArticle) -> None:
    assert unaccounted(sample.read_text(encoding="utf-8"), arranged) == ({}, {})
