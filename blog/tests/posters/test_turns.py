"""Who may draw, and who waits."""

from threading import Barrier, Event, Thread

import pytest

from blog.posters import turns
from blog.posters.turns import Busy, drawing_turn, own_turn


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.2)


class Holder:
    """Somebody who has a turn until told to go."""

    def __init__(self, turn):
        self._has, self._may_go = Event(), Event()
        self._thread = Thread(target=self._hold, args=(turn,))

    def _hold(self, turn):
        with turn:
            self._has.set()
            self._may_go.wait(10)

    def __enter__(self):
        self._thread.start()
        assert self._has.wait(5)

    def __exit__(self, *error):
        self._may_go.set()
        self._thread.join()


def test_a_picture_somebody_is_drawing_is_drawn_by_nobody_else():
    with Holder(own_turn("a")), pytest.raises(Busy), own_turn("a"):
        pass


def test_another_picture_may_be_drawn_meanwhile():
    with Holder(own_turn("a")), own_turn("b"):
        pass


def test_whoever_waits_gets_the_turn_that_becomes_free(monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 5)
    got = []

    def wait():
        with own_turn("a"):
            got.append(True)

    waiting = Thread(target=wait)
    with Holder(own_turn("a")):
        waiting.start()
        assert not got
    waiting.join(5)
    assert got


def test_only_a_few_draw_at_once():
    assert turns.AT_ONCE == 2
    with Holder(drawing_turn(1)), Holder(drawing_turn(1)), pytest.raises(Busy) as refused, drawing_turn(1):
        pass
    assert refused.value.seconds > 0


def test_a_turn_is_given_back_by_whoever_fails():
    for _ in range(5):
        with pytest.raises(ValueError, match="failed"), drawing_turn(1):
            raise ValueError("failed")


def test_only_so_many_draw_in_a_minute(monkeypatch):
    monkeypatch.setattr(turns, "A_MINUTE", 3)
    for _ in range(3):
        with drawing_turn(1):
            pass
    with pytest.raises(Busy) as refused, drawing_turn(1):
        pass
    assert 50 < refused.value.seconds <= 61


def test_one_article_leaves_turns_to_the_others(monkeypatch):
    monkeypatch.setattr(turns, "OF_ONE_ARTICLE", 3)
    for _ in range(3):
        with drawing_turn(1):
            pass
    with drawing_turn(2):
        pass
    with pytest.raises(Busy) as refused, drawing_turn(1):
        pass
    assert 50 < refused.value.seconds <= 61


def test_a_minute_later_there_is_room_again(monkeypatch):
    monkeypatch.setattr(turns, "A_MINUTE", 1)
    with drawing_turn(1):
        pass
    now = turns.monotonic()
    monkeypatch.setattr(turns, "monotonic", lambda: now + 61)
    with drawing_turn(1):
        pass


def test_many_who_ask_for_one_picture_have_it_drawn_once(monkeypatch):
    from blog.describing.poster import Pictured
    from blog.infographics.poster.value import Poster
    from blog.posters import pictures

    monkeypatch.setattr(turns, "PATIENCE", 10)
    drawn = []

    def draw(poster, name):
        drawn.append(name)
        Event().wait(0.3)
        return b"<svg></svg>"

    monkeypatch.setattr(pictures, "draw", draw)
    monkeypatch.setattr(pictures, "_is_shown", lambda article: True)
    shown = Pictured(1, "block", Poster("Title"), "http://localhost")
    together, got = Barrier(4), []

    def ask():
        together.wait()
        got.append(pictures.picture(shown, "poster.svg", [shown]))

    asking = [Thread(target=ask) for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert got == [b"<svg></svg>"] * 4
    assert drawn == ["poster.svg"]
