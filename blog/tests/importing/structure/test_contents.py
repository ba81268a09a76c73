"""Printed contents lists."""

import pytest

from blog.importing.document import Heading, Text
from blog.tests.importing.outline import headings
from blog.tests.importing.structure.arranging import PROSE, arranged

SHORT = "Scent is older than words."


@pytest.mark.parametrize(
    "title",
    [
        "Table of Contents",
        "CONTENTS",
        "Contents:",
        "On this page",
        "In This Article",
        "What’s inside",
        "Jump to:",
    ],
)
@pytest.mark.parametrize(
    "form", ["1. Scent\n2. Light", "• Scent\n• Light", "- Scent\n\n- Light", "Scent\nLight"]
)
def test_is_known_by_its_title_and_what_follows(title: str, form: str) -> None:
    article = arranged("Evenings", title, form, "Scent", PROSE, "Light", PROSE)
    assert headings(article) == [(2, "Scent"), (2, "Light")]
    assert (article.contents_title, len(article.contents), article.warnings) == (title, 2, ())


def test_entries_match_whatever_their_signs_and_numbers() -> None:
    article = arranged(
        "Evenings",
        "Contents",
        "1. Scent & Light\n2. The ‘Door’\n3. Last Words",
        "1) SCENT AND LIGHT:",
        PROSE,
        "“The Door”",
        PROSE,
        "3. Last words",
        PROSE,
    )
    assert headings(article) == [(2, "SCENT AND LIGHT"), (2, "“The Door”"), (2, "Last words")]
    assert article.warnings == ()


def test_dots_and_page_numbers_do_not_count() -> None:
    article = arranged(
        "Evenings", "Contents", "- Scent ..... 3\n- Light ..... 12", "Scent", PROSE, "Light", PROSE
    )
    assert headings(article) == [(2, "Scent"), (2, "Light")]


def test_nested_entries_are_one_level_deeper() -> None:
    article = arranged(
        "Evenings",
        "Contents",
        "1. Scent\n   1.1 Leaves\n2. Light\n   - Lamps",
        "1. Scent",
        PROSE,
        "1.1 Leaves",
        PROSE,
        "2. Light",
        PROSE,
        "Lamps",
        PROSE,
    )
    assert headings(article) == [(2, "Scent"), (3, "Leaves"), (2, "Light"), (3, "Lamps")]


def test_the_opening_is_what_leading_entries_lead_to() -> None:
    article = arranged(
        "Evenings", "Contents", "- Introduction\n- Scent\n- Light", PROSE, "Scent", PROSE, "Light", PROSE
    )
    assert article.blocks[0] == Heading("Introduction", 2, contents_only=True)
    assert isinstance(article.blocks[1], Text)
    assert [entry.matched for entry in article.contents] == [True, True, True]


def test_the_opening_may_stand_above_the_list() -> None:
    article = arranged(
        "Evenings", PROSE, "Contents", "- Introduction\n- Scent\n- Light", "Scent", PROSE, "Light", PROSE
    )
    assert article.blocks[0] == Heading("Introduction", 2, contents_only=True)


def test_without_an_opening_a_leading_entry_leads_nowhere() -> None:
    article = arranged(
        "Evenings", "Contents", "- Introduction\n- Scent\n- Light", "Scent", PROSE, "Light", PROSE
    )
    assert headings(article) == [(2, "Scent"), (2, "Light")]
    assert len(article.warnings) == 1


def test_other_entries_without_a_heading_are_named_in_a_warning() -> None:
    article = arranged("Evenings", "Contents", "- Scent\n- Recipes\n- Light", "Scent", PROSE, "Light", PROSE)
    assert headings(article) == [(2, "Scent"), (2, "Light")]
    assert [entry.matched for entry in article.contents] == [True, False, True]
    assert article.warnings == (
        "Line 3: the contents entry “Recipes” stands nowhere as a heading in the text.",
    )


def test_the_order_of_the_list_is_kept_where_that_matches_most() -> None:
    article = arranged(
        "Evenings", "Contents", "- Light\n- Scent\n- Breath", "Scent", PROSE, "Light", PROSE, "Breath", PROSE
    )
    assert sum(entry.matched for entry in article.contents) == 2
    assert article.contents[-1].matched


def test_headings_the_list_does_not_have_are_one_level_deeper() -> None:
    article = arranged(
        "Evenings", "Contents", "- Scent\n- Light", "Scent", PROSE, "Why It Works", PROSE, "Light", PROSE
    )
    assert headings(article) == [(2, "Scent"), (3, "Why It Works"), (2, "Light")]


def test_a_list_under_another_title_is_no_contents_list() -> None:
    article = arranged("Evenings", PROSE, "What's Inside", "- lavender\n- lemon balm", PROSE)
    assert headings(article) == [(2, "What's Inside")]
    assert article.contents == ()


def test_a_sentence_with_the_words_of_an_entry_may_be_its_heading_only_as_a_whole_line() -> None:
    article = arranged(
        "Evenings", "Contents", "- Scent\n- Light", "Scent is a door.", "Scent", SHORT, "Light", SHORT
    )
    assert headings(article) == [(2, "Scent"), (2, "Light")]
