"""Whatever a text looks like, each of its words comes out once and nothing fails."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.arranging import arrange
from blog.importing.readers import read_data
from blog.importing.readers.decoding import decode
from blog.tests.importing.accounting import unaccounted
from blog.tests.importing.catalogue import NAMES
from qnwellness.content.files import Unreadable

SHAPES = (
    "Quiet Evenings",
    "Lavender: The Door",
    "How it works",
    "Does it help?",
    "Ready to Rest!",
    "Best sources:",
    "Good leaves include:",
    "Table of Contents",
    "On this page:",
    "In this article",
    "It opens the door to the evening.",
    "Leaves, light and breath work on two sides of one stair. " * 3,
    "Scent is older than words and harder to forget " * 4,
    "- one leaf\n- two leaves",
    "1. Quiet Evenings\n2. How it works\n3. Nothing",
    "  • soft\n  • slow",
    "1. Quiet Evenings",
    "1.1 Lavender",
    "2. How it works",
    "Sources: gardens, oils",
    "Lavender",
    "Adults: 1-2 cups daily",
    "20–30 g",
    "Fine grains dissolve faster than coarse ones",
    "Benefits of a Slow Hour",
    "Better Together",
    "Dosage Guidelines",
    "Begin Tonight",
    "For a slow evening, consider Harbour Calm™, which carries two leaves in one cup.",
    "harbour calm is a place, HARBOUR CALM a cup, Calm Face Duo® another and Nobody's Cup™ a third.",
    "Learn More About Harbour",
    "Harbour House Logo",
    "Grown in the wind",
    "lamp.png",
    "Back to blog",
    "Share this",
    "***",
    "Back to top",
)


def lines() -> st.SearchStrategy[str]:
    shaped = st.sampled_from(SHAPES)
    anything = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)
    return st.one_of(shaped, shaped, shaped, anything)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(lines(), st.sampled_from(("\n", "\n\n", "\n\n", "\r\n"))), max_size=40))
def test_nothing_is_lost_or_doubled(parts: list[tuple[str, str]]) -> None:
    data = "".join(line + gap for line, gap in parts).encode()
    try:
        (article,) = read_data(data, source="notes.txt", format="text")
    except Unreadable:
        return
    arranged = arrange(article, NAMES)
    lost, gained = unaccounted(decode(data), arranged)
    assert (dict(lost), dict(gained)) == ({}, {})
