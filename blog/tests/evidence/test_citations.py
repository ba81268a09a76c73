from hypothesis import given
from hypothesis import strategies as st

from blog.evidence.citations import Cited, marking, next_mark, number
from blog.evidence.listed import Marks

USES = st.lists(st.integers(1, 6), max_size=30)
KNOWN = st.sets(st.integers(1, 6))


class TestNumbers:
    def test_follow_first_use(self):
        assert number([7, 3, 7, 5], {3, 5, 7}) == {7: Cited(7, 1, 2), 3: Cited(3, 2, 1), 5: Cited(5, 3, 1)}

    def test_are_not_taken_by_what_is_unknown(self):
        assert number([9, 3], {3, 4}) == {3: Cited(3, 1, 1)}

    @given(USES, KNOWN)
    def test_are_without_a_gap_and_in_order(self, uses, known):
        cited = number(uses, known)
        assert [entry.number for entry in cited.values()] == list(range(1, len(cited) + 1))
        assert list(cited) == list(dict.fromkeys(pk for pk in uses if pk in known))


class TestMarks:
    @given(USES, KNOWN)
    def test_meet_every_back_link_once(self, uses, known):
        cited = number(uses, known)
        marks = Marks(lambda: cited)
        ids = [mark.id for pk in uses if (mark := marks.next(pk))]
        assert sorted(ids) == sorted(place for entry in cited.values() for place in entry.places)
        assert len(set(ids)) == len(ids)

    @given(USES.flatmap(lambda uses: st.tuples(st.just(uses), st.permutations(uses))))
    def test_keep_their_numbers_whatever_order_they_are_asked_in(self, orders):
        uses, asked = orders
        cited = number(uses, set(uses))
        marks = Marks(lambda: cited)
        assert all(marks.next(pk).entry.number == cited[pk].number for pk in asked)

    def test_beyond_the_known_uses_have_no_id(self):
        marks = Marks(lambda: number([7], {7}))
        assert [marks.next(7).id, marks.next(7).id] == ["cite-1-1", ""]


class TestAPage:
    def test_has_marks_only_while_it_is_rendered(self):
        assert next_mark(7) is None
        with marking(lambda: number([7], {7})):
            assert next_mark(7).id == "cite-1-1"
            assert next_mark(8) is None
        assert next_mark(7) is None

    def test_begins_anew_with_every_rendering(self):
        for _ in range(2):
            with marking(lambda: number([7], {7})):
                assert next_mark(7).id == "cite-1-1"
