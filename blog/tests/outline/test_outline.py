import pytest

from blog.outline import Heading, build_outline


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

    def test_shows_the_label_a_heading_has_for_it(self):
        outline = build_outline([Heading("a", "Food", 2, contents_label="1. In <b>food</b>")])
        assert [(entry.text, entry.anchor) for entry in outline.entries] == [("In food", "food")]

    def test_leaves_out_a_heading_that_is_not_listed_and_renumbers_no_other(self):
        headings = [Heading("a", "Sun", 2, is_listed=False), Heading("b", "Sun", 2), Heading("c", "Rays", 3)]
        outline = build_outline(headings)
        assert shape(outline.entries) == [("Sun", [("Rays", [])])]
        assert (outline.anchors["a"], outline.anchors["b"]) == ("sun", "sun-2")

    @pytest.mark.parametrize(("shown", "needed"), [("auto", 2), ("on", 1)])
    def test_is_useful_from_as_many_entries_on_as_the_article_says(self, shown, needed):
        def with_entries(count):
            return build_outline([heading(f"A{n}") for n in range(count)], shown=shown)

        assert not with_entries(needed - 1).is_useful
        assert with_entries(needed).is_useful

    def test_is_never_useful_where_it_is_switched_off(self):
        assert not build_outline([heading("A"), heading("B")], shown="off").is_useful

    def test_counts_only_what_it_lists(self):
        assert not build_outline([heading("A"), Heading("b", "B", 2, is_listed=False)]).is_useful
