import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.outline import RESERVED, AnchorMinter, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vitamin K2: The Director", "vitamin-k2-the-director"),
        ("K2's crucial role", "k2s-crucial-role"),
        ("Bone Essential™ & friends®", "bone-essential-friends"),
        ("Crème brûlée", "creme-brulee"),
        ("<em>Why</em> it matters", "why-it-matters"),
        ("3 reasons", "section-3-reasons"),
        ("骨の健康", "骨の健康"),
        ("क्या है", "क्या-है"),
        ("…!", "section"),
        ("", "section"),
        ("Infographic design", "section-infographic-design"),
        ("Vitamin D₃", "vitamin-d3"),
        ("Source of iron", "section-source-of-iron"),
        ("Note: read this", "section-note-read-this"),
        ("Sources", "sources"),
    ],
)
def test_a_heading_becomes_a_readable_fragment(text, expected):
    assert slug(text) == expected


def test_an_endless_heading_makes_no_endless_fragment():
    assert len(slug("ﷺ" * 60)) <= 200


def test_equal_headings_are_numbered_in_document_order():
    minter = AnchorMinter()
    assert [minter.mint("Sources of iron") for _ in range(3)] == [
        "sources-of-iron",
        "sources-of-iron-2",
        "sources-of-iron-3",
    ]


def test_an_id_the_page_uses_itself_is_never_given_to_a_heading():
    assert AnchorMinter().mint("Contents") == "contents-2"


def test_a_number_makes_no_id_of_the_kind_the_page_counts_itself():
    minter = AnchorMinter()
    assert [minter.mint("Note") for _ in range(3)] == ["note", "section-note-2", "section-note-3"]


@given(st.lists(st.text(), max_size=30))
def test_anchors_are_unique_stable_and_valid_whatever_the_headings(texts):
    anchors = [minter.mint(text) for minter in [AnchorMinter()] for text in texts]
    again = [minter.mint(text) for minter in [AnchorMinter()] for text in texts]
    assert anchors == again
    assert len(set(anchors)) == len(anchors)
    assert not RESERVED & set(anchors)
    for anchor in anchors:
        assert anchor
        assert not anchor[0].isdigit()
        assert not any(character.isspace() for character in anchor)
        assert not anchor.startswith("infographic-")
