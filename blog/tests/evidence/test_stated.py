from hypothesis import given
from hypothesis import strategies as st

from blog.evidence.stated import Stated, in_order, marked, marking, next_mark, sources_of, unmarked

USES = st.lists(st.integers(1, 6), max_size=30)
KNOWN = st.sets(st.integers(1, 6))


class TestTheFactsOfAPage:
    def test_are_listed_by_first_use(self):
        assert in_order([7, 3, 7], {3, 7}) == {7: Stated(7, 1, 2), 3: Stated(3, 2, 1)}

    def test_have_addresses_of_their_own(self):
        assert (Stated(7, 2, 2).anchor, Stated(7, 2, 2).places) == ("fact-2", ["stated-2-1", "stated-2-2"])

    @given(USES, KNOWN)
    def test_are_all_those_that_are_known(self, uses, known):
        assert list(in_order(uses, known)) == list(dict.fromkeys(pk for pk in uses if pk in known))


class TestTheSourcesTheListNames:
    def test_come_in_its_order_and_as_often_as_it_names_them(self):
        stated = in_order([7, 3], {3, 7})
        assert list(sources_of(stated, {3: [1, 2], 7: [2, 9], 8: [5]})) == [2, 9, 1, 2]

    def test_are_none_of_a_fact_without_any(self):
        assert list(sources_of(in_order([7], {7}), {})) == []


class TestMarks:
    def test_are_given_while_the_page_is_rendered_only(self):
        assert next_mark(7) is None
        with marking(lambda: in_order([7], {7})):
            assert next_mark(7).id == "stated-1-1"
        assert next_mark(7) is None

    def test_are_not_used_up_by_what_is_made_beside_the_page(self):
        with marking(lambda: in_order([7], {7})):
            with unmarked():
                assert next_mark(7) is None
            assert next_mark(7).id == "stated-1-1"

    @given(USES, st.integers(0, 30))
    def test_that_were_given_are_the_ways_back(self, uses, shown):
        """A figure may be stored and not shown."""
        stated = in_order(uses, set(uses))
        with marking(lambda: stated):
            given_ids = [next_mark(pk).id for pk in uses[:shown]]
            ways = [place for entry in stated.values() for place in marked(entry)]
        assert sorted(ways) == sorted(given_ids)
