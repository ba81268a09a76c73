from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from qnwellness.answers.store import Store


@dataclass(frozen=True)
class Made:
    parts: frozenset[str] = frozenset()
    size: int = 100
    made: float = 0


class Changes:
    """What has changed in which state."""

    def __init__(self) -> None:
        self.by_part: dict[str, int] = {}

    def has_changed(self, parts: Iterable[str], since: int) -> bool:
        return any(self.by_part.get(part, 0) > since for part in parts)


def make(most: int = 1_000, most_each: int = 500) -> tuple[Store[Made], Changes]:
    changes = Changes()
    return Store(most, most_each, 60, changes.has_changed), changes


def test_what_is_kept_is_found_again_by_its_key() -> None:
    store, _changes = make()
    store.put("a", 1, Made())
    assert store.find("a", 1, 0) == Made()
    assert store.find("b", 1, 0) is None


def test_what_is_made_of_something_that_changed_is_not_given_again() -> None:
    store, changes = make()
    store.put("a", 1, Made(frozenset({"one"})))
    store.put("b", 1, Made(frozenset({"two"})))
    changes.by_part["one"] = 2
    assert store.find("a", 2, 0) is None
    assert store.find("b", 2, 0)
    assert len(store) == 1


def test_what_was_looked_at_is_not_looked_at_again_in_the_same_state() -> None:
    looks: list[int] = []
    store: Store[Made] = Store(1_000, 500, 60, lambda parts, since: bool(looks.append(since)))
    store.put("a", 1, Made())
    for _time in range(3):
        store.find("a", 5, 0)
    assert looks == [1]


def test_an_entry_is_not_given_when_it_is_too_old() -> None:
    store, _changes = make()
    store.put("a", 1, Made(made=10))
    assert store.find("a", 1, 70)
    assert store.find("a", 1, 70.5) is None


def test_an_old_entry_is_found_by_who_asks_for_it_whatever_its_age() -> None:
    store, changes = make()
    store.put("a", 1, Made(frozenset({"one"}), made=10))
    changes.by_part["one"] = 2
    assert store.find_made_since("a", 10)
    assert store.find_made_since("a", 11) is None


def test_what_nobody_asked_for_longest_gives_way() -> None:
    store, _changes = make(most=250)
    for key in "abc":
        store.put(key, 1, Made())
        store.find("a", 1, 0)
    assert [key for key in "abc" if store.find(key, 1, 0)] == ["a", "c"]


def test_an_entry_that_is_too_big_is_not_kept() -> None:
    store, _changes = make(most_each=99)
    store.put("a", 1, Made())
    assert store.find("a", 1, 0) is None


PUT = st.tuples(st.just("put"), st.sampled_from("abcdef"), st.integers(0, 400), st.sampled_from("xyz"))
CHANGE = st.tuples(st.just("change"), st.just(""), st.just(0), st.sampled_from("xyz"))


@given(st.lists(PUT | CHANGE, max_size=30))
def test_it_never_holds_more_than_it_may_nor_gives_what_has_changed(
    steps: list[tuple[str, str, int, str]],
) -> None:
    store, changes = make(most=600, most_each=350)
    last: dict[str, tuple[str, int]] = {}
    for state, (step, key, size, part) in enumerate(steps, start=1):
        if step == "put":
            store.put(key, state, Made(frozenset({part}), size))
            last[key] = (part, state)
        else:
            changes.by_part[part] = state
        found = {key: entry for key in "abcdef" if (entry := store.find(key, state, 0))}
        assert sum(entry.size for entry in found.values()) <= 600
        assert all(changes.by_part.get(last[key][0], 0) <= last[key][1] for key in found)
