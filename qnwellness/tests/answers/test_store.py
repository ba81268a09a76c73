from hypothesis import given
from hypothesis import strategies as st

from qnwellness.answers.store import Kept, Store


def answer(content: bytes = b"{}", made: float = 0) -> Kept:
    return Kept((("ETag", '"1"'),), content, made)


def test_an_answer_is_found_again_for_its_key_and_state() -> None:
    store = Store(1_000, 500, 60)
    store.put(1, "a", answer())
    assert store.find(1, "a", 0) == answer()
    assert store.find(1, "b", 0) is None


def test_an_answer_from_another_state_is_not_given() -> None:
    store = Store(1_000, 500, 60)
    store.put(1, "a", answer())
    assert store.find(2, "a", 0) is None


def test_an_answer_is_not_given_when_it_is_too_old() -> None:
    store = Store(1_000, 500, 60)
    store.put(1, "a", answer(made=10))
    assert store.find(1, "a", 70)
    assert store.find(1, "a", 70.5) is None


def test_what_nobody_asked_for_longest_gives_way() -> None:
    store = Store(300, 200, 60)
    for key in "abc":
        store.put(1, key, answer(b"x" * 100))
        store.find(1, "a", 0)
    assert [key for key in "abc" if store.find(1, key, 0)] == ["a", "c"]


def test_an_answer_that_is_too_long_is_not_kept() -> None:
    store = Store(1_000, 100, 60)
    store.put(1, "a", answer(b"x" * 100))
    assert store.find(1, "a", 0) is None


@given(st.lists(st.tuples(st.integers(1, 2), st.sampled_from("abcdef"), st.integers(0, 400))))
def test_it_never_holds_more_than_it_may_nor_anything_of_another_state(
    puts: list[tuple[int, str, int]],
) -> None:
    store = Store(600, 350, 60)
    for state, key, size in puts:
        store.put(state, key, answer(b"x" * size))
        held = [found for other in "abcdef" if (found := store.find(state, other, 0))]
        assert sum(one.size for one in held) <= 600
        assert all(store.find(3 - state, other, 0) is None for other in "abcdef")
