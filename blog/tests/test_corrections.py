"""A published correction stays, in its place; its words may be mended."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from blog.corrections import Loss, last_correction, lost, restored


def correction(number, made_on="2026-03-02", text="<p>It is micrograms.</p>"):
    return {"id": str(number), "type": "correction", "value": {"made_on": made_on, "text": text}}


ONE, TWO, THREE = (correction(number) for number in (1, 2, 3))


def losses(published, edited):
    return [(found.number, found.loss) for found in lost(published, edited)]


class TestAnEdit:
    def test_may_add_corrections_below(self):
        assert losses([ONE], [ONE, TWO]) == []

    def test_may_mend_words_and_date(self):
        assert losses([ONE], [correction(1, "2026-03-03", "<p>It is <b>micrograms</b>.</p>")]) == []

    def test_may_not_take_one_out(self):
        assert losses([ONE, TWO, THREE], [ONE, THREE]) == [(2, Loss.ITSELF)]

    def test_may_not_put_another_in_its_place(self):
        assert losses([ONE], [TWO]) == [(1, Loss.ITSELF)]

    def test_may_not_take_the_words_out(self):
        assert losses([ONE], [correction(1, text="<p><b> </b></p>")]) == [(1, Loss.WORDS)]

    def test_may_not_take_the_date_out(self):
        assert losses([ONE], [correction(1, made_on=None)]) == [(1, Loss.DATE)]

    def test_may_not_change_the_numbers(self):
        assert losses([ONE, TWO], [TWO, ONE]) == [(1, Loss.PLACE), (2, Loss.PLACE)]
        assert losses([ONE], [TWO, ONE]) == [(1, Loss.PLACE)]

    def test_of_what_was_never_published_may_do_anything(self):
        assert losses([], [ONE]) == []

    def test_names_the_date_of_what_would_be_lost(self):
        assert [found.made_on for found in lost([ONE], [])] == [date(2026, 3, 2)]


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_nothing_is_lost_exactly_where_the_published_ones_come_first_in_their_order(published, edited):
    stored, sent = [correction(n) for n in published], [correction(n) for n in edited]
    assert (losses(stored, sent) == []) is (edited[: len(published)] == published)


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_what_is_put_back_loses_no_correction_of_either(published, edited):
    stored, sent = [correction(n) for n in published], [correction(n) for n in edited]
    ids = [item["id"] for item in restored(stored, sent)]
    assert sorted(ids) == sorted({item["id"] for item in stored + sent})
    assert Loss.ITSELF not in [found.loss for found in lost(stored, restored(stored, sent))]


def test_a_missing_correction_is_put_back_under_its_number():
    assert restored([ONE, TWO], [ONE, THREE]) == [ONE, TWO, THREE]
    assert restored([ONE, TWO], [TWO]) == [ONE, TWO]


def test_the_last_correction_is_that_with_the_latest_date():
    items = [
        correction(1, "2026-03-02"),
        correction(2, date(2026, 5, 1)),
        correction(3, ""),
        correction(4, "x"),
    ]
    assert last_correction(items) == date(2026, 5, 1)
    assert last_correction([]) is None
