"""What holds for every body there could be, whoever wrote it, whatever was kept."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.outline import RESERVED, Heading, Kept, build_outline
from blog.outline.anchors import RESERVED_PREFIXES
from blog.outline.labels import label

pytestmark = pytest.mark.slow

# Equal and empty headings, numbers, ids of the page, markup, and any script.
ODD = [
    *("", " ", "…", "Sun", "sun", "Sun™", "Sun 2", "1. Sun", "2.1 Sun", "Sources", "Note", "Note 2", "2024"),
    *("<b>Sun</b>", "骨の健康", "क्या है", "الشمس", "Ｓｕｎ", "ﷺ" * 40, "İstanbul", "ß", "\u0301", "Light"),
]
WORDS = st.one_of(st.sampled_from(ODD), st.text(max_size=5))
TYPED = ["", "sun", "sun-2", "note", "Light!", "sources", "section", "骨"]
# Everything about a heading apart from its words: level, contents only, label, listed, typed over what was shown.
SHAPES = list(product([2, 3, 4], [False, True], ["", "1. Sun", "¿"], [True, False], TYPED, TYPED[:4]))
IDS = [f"block-{number}" for number in range(7)]
ROWS = [
    Kept(block, anchor, is_current, former)
    for block in IDS[:5]
    for anchor in ("sun", "sun-2", "note", "light", "section", "food")
    for is_current in (True, False)
    for former in ((), (IDS[0],), (IDS[1], IDS[2]))
    if block not in former
]


def with_one_id_each(drawn):
    return list({block_id: Heading(block_id, words, *shape) for block_id, words, shape in drawn}.values())


headings = st.lists(st.tuples(st.sampled_from(IDS), WORDS, st.sampled_from(SHAPES)), max_size=5).map(
    with_one_id_each
)


def possible(drawn):
    """Return rows as publishing could have left them: unique anchors, at most one of a heading current."""
    rows, with_current = {}, set()
    for row in drawn:
        is_current = row.is_current and row.block_id not in with_current
        if row.anchor not in rows:
            rows[row.anchor] = replace(row, is_current=is_current)
            with_current |= {row.block_id} if is_current else set()
    return list(rows.values())


kept_rows = st.lists(st.sampled_from(ROWS), max_size=5).map(possible)


def ids(outline):
    """Return every id the headings of a page have, as they stand in it."""
    return [
        anchor for block in outline.anchors for anchor in (outline.anchors[block], *outline.aliases[block])
    ]


@settings(max_examples=1500)
@given(headings, kept_rows)
def test_no_two_ids_are_equal_and_every_line_of_the_list_has_a_target(given_headings, kept):
    outline = build_outline(given_headings, kept)
    assert len(set(ids(outline))) == len(ids(outline))
    assert set(outline.anchors) == {heading.block_id for heading in given_headings}
    assert {entry.anchor for entry in outline.flat()} <= set(outline.anchors.values())
    for anchor in set(ids(outline)) - {row.anchor for row in kept}:
        assert anchor not in RESERVED
        assert not anchor.startswith(RESERVED_PREFIXES)
        assert not anchor[0].isdigit()
        assert not any(character.isspace() for character in anchor)
        assert len(anchor) <= 200


@settings(max_examples=1000)
@given(headings, kept_rows)
def test_publishing_again_changes_nothing_and_no_address_is_lost(given_headings, kept):
    settled = build_outline(given_headings, kept).settled
    assert {row.anchor for row in kept} <= {row.anchor for row in settled.kept}
    again = build_outline(given_headings, settled.kept).settled
    assert (again.anchors, again.aliases, again.kept) == (settled.anchors, settled.aliases, settled.kept)
    present = {heading.block_id for heading in given_headings}
    carried = {a for block in settled.anchors for a in (settled.anchors[block], *settled.aliases[block])}
    for row in kept:
        if {row.block_id, *row.former} & present:
            assert row.anchor in carried


@settings(max_examples=1000)
@given(headings)
def test_every_listed_heading_with_words_stands_in_the_list_once_in_document_order(given_headings):
    outline = build_outline(given_headings)
    listed = [h for h in given_headings if h.is_listed and (label(h.text) or label(h.contents_label))]
    assert [entry.anchor for entry in outline.flat()] == [outline.anchors[h.block_id] for h in listed]
    assert all(child.level > entry.level for entry in outline.flat() for child in entry.children)


@settings(max_examples=1000)
@given(headings, kept_rows)
def test_what_is_hidden_in_the_list_renumbers_nothing(given_headings, kept):
    outline = build_outline(given_headings, kept)
    hidden = [replace(heading, is_listed=not heading.is_listed) for heading in given_headings]
    assert build_outline(hidden, kept).anchors == outline.anchors
