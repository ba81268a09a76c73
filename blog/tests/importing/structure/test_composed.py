"""Articles of one kind in many variations, each with its structure known beforehand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.arranging import arrange
from blog.importing.readers import read_data
from blog.tests.importing.accounting import unaccounted
from blog.tests.importing.composing import PRODUCT, Plan, composed
from blog.tests.importing.outline import headings, infographics

PANELS = ("nutrient", "nutrient", "synergy", "dosage", "benefits")


def panels() -> st.SearchStrategy[tuple[str, ...]]:
    ordered = st.sampled_from((PANELS, (*PANELS, "call_to_action")))
    mixed = st.permutations(PANELS).flatmap(
        lambda mix: st.sampled_from((tuple(mix), (*mix, "call_to_action")))
    )
    return ordered | mixed


def plans(contents: st.SearchStrategy[str]) -> st.SearchStrategy[Plan]:
    return st.builds(
        Plan,
        contents=contents,
        contents_title=st.sampled_from(
            ("Table Of Contents", "Contents:", "ON THIS PAGE", "What's inside", "Jump to")
        ),
        introduction=st.booleans(),
        missing_entry=st.booleans(),
        infographics=st.sampled_from(((), (0,), (1,), (2,), (3,), (4,), (0, 3), (1, 2), (2, 4))),
        panels=panels(),
        subtitle=st.booleans(),
        lead=st.booleans(),
        sources_label=st.sampled_from(("Sources", "Food sources", "In food", "Found in")),
        notes=st.booleans(),
        logo=st.booleans(),
        tagline=st.booleans(),
        bullet=st.sampled_from("•-*–"),
        repeated=st.booleans(),
        sentence_case=st.booleans(),
        closing=st.booleans(),
    )


def assert_structure(plan: Plan) -> None:
    expected = composed(plan)
    (article,) = read_data(expected.text.encode(), source="evenings.txt")
    arranged = arrange(article, (PRODUCT,))
    assert arranged.title == expected.title
    assert headings(arranged) == expected.headings
    assert [
        [panel.type for panel in found.panels] for found in infographics(arranged)
    ] == expected.infographics
    assert [aside.text for aside in arranged.set_aside] == expected.set_aside
    assert unaccounted(expected.text, arranged) == ({}, {})
    assert len(arranged.warnings) == (1 if plan.contents and plan.missing_entry else 0)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(plans(st.sampled_from(("numbered", "bullets", "dashes", "lines"))))
def test_an_article_with_a_contents_list(plan: Plan) -> None:
    assert_structure(plan)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(plans(st.just("")))
def test_an_article_without_a_contents_list(plan: Plan) -> None:
    assert_structure(plan)


@pytest.mark.parametrize("panel", ["synergy", "dosage", "benefits"])
def test_an_infographic_may_lack_a_panel(panel: str) -> None:
    assert_structure(Plan(panels=tuple(name for name in PANELS if name != panel)))


def test_panels_without_sources_are_found_under_a_contents_list() -> None:
    assert_structure(Plan(sources_label=""))


def test_sentences_in_panels_may_lack_their_full_stops() -> None:
    assert_structure(Plan(unpunctuated=True))
