from hypothesis import given
from hypothesis import strategies as st

from blog.outline import Heading, build_outline
from blog.outline.labels import label


def heading(text, level=2, contents_only=False, block_id=None):
    return Heading(block_id or f"id-{text}-{level}", text, level, contents_only)


def shape(entries):
    return [(entry.text, shape(entry.children)) for entry in entries]


class TestTheContentsList:
    def test_nests_sub_sections_in_their_section(self):
        outline = build_outline(
            [heading("A"), heading("A1", 3), heading("A1a", 4), heading("A2", 3), heading("B")]
        )
        assert shape(outline.entries) == [("A", [("A1", [("A1a", [])]), ("A2", [])]), ("B", [])]

    def test_makes_no_empty_entry_for_a_skipped_level(self):
        outline = build_outline([heading("A"), heading("deep", 4), heading("B")])
        assert shape(outline.entries) == [("A", [("deep", [])]), ("B", [])]

    def test_starts_with_the_smallest_level_even_if_a_deeper_one_comes_first(self):
        outline = build_outline([heading("early", 3), heading("A"), heading("A1", 3)])
        assert shape(outline.entries) == [("early", []), ("A", [("A1", [])])]

    def test_leaves_out_a_heading_without_words_but_gives_it_an_anchor(self):
        outline = build_outline([heading("A"), heading("  ", block_id="blank"), heading("B")])
        assert shape(outline.entries) == [("A", []), ("B", [])]
        assert outline.anchors["blank"] == "section"

    def test_is_useful_from_two_entries_on(self):
        assert not build_outline([]).is_useful
        assert not build_outline([heading("A")]).is_useful
        assert build_outline([heading("A"), heading("A1", 3)]).is_useful


levels = st.sampled_from([2, 3, 4])
headings = st.lists(st.tuples(st.text(max_size=12), levels), max_size=25).map(
    lambda pairs: [Heading(f"id-{number}", text, level) for number, (text, level) in enumerate(pairs)]
)


@given(headings)
def test_every_heading_with_words_stands_in_the_list_once_in_document_order(given_headings):
    outline = build_outline(given_headings)
    listed = [heading for heading in given_headings if label(heading.text)]
    assert len(list(outline.flat())) == len(listed)
    assert [entry.anchor for entry in outline.flat()] == [
        outline.anchors[heading.block_id] for heading in listed
    ]
    assert len(set(outline.anchors.values())) == len(given_headings)
