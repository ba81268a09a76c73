"""No answer is older than the last change, whoever asks; and what a change has nothing to do with stays kept."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from qnwellness.answers import middleware
from qnwellness.answers.changes import latest
from qnwellness.answers.fragments import fragments
from qnwellness.answers.middleware import store

from . import site
from .site import ADDRESSES, DEEDS, Answer


def all_answers() -> dict[str, Answer]:
    return {name: site.get(name) for name in ADDRESSES}


def forget_all() -> None:
    store.clear()
    fragments.clear()
    latest.forget()
    for name in caches:
        caches[name].clear()


def known_answers() -> dict[str, Answer]:
    """Return what readers get for whom no whole answers are kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(middleware, "is_asked_by_anybody", lambda request: False)
        return all_answers()


def stale() -> dict[str, tuple[Answer, Answer, Answer]]:
    """Return what known readers and all others are given at each address where that is not what would be made now."""
    known, given = known_answers(), all_answers()
    forget_all()
    made = all_answers()
    return {
        name: (known[name], given[name], made[name])
        for name in ADDRESSES
        if not known[name] == given[name] == made[name]
    }


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_is_given_anything_stale_after_a_deed(deed: str) -> None:
    site.build()
    before = all_answers()
    assert all(answer.status == 200 for answer in before.values())
    DEEDS[deed]()
    assert stale() == {}


# What has to be made anew after a deed; all else stays.
_LISTS = {"home", "journal", "topics", "tag", "people", "author", "feed", "articles", "articles of tonic"}
_ABOUT_TONIC = {"tonic", "list", "list as html"}
_SHOW_TONIC = {
    "sleep",
    "home",
    "products",
    "tonic",
    "product",
    "catalogue",
    "article",
    "list",
    "list as html",
}
DROPS = {
    "a draft": set(),
    "another title": {*_LISTS, *_ABOUT_TONIC, "sleep", "wake", "borrower", "article"},
    "another standfirst": {*_LISTS, "wake", "sleep", "balm", "list of balm"},
    "another price": {*_SHOW_TONIC, "articles of tonic"},
    "another figure": {"sleep", "borrower", "article"},
    "another source": {"sleep", "borrower", "article"},
    "far away names tonic": {*_LISTS, *_ABOUT_TONIC, "away", "sleep"},
    "a pin or none": {*_ABOUT_TONIC, "sleep"},
}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("deed", DROPS)
def test_a_change_drops_no_more_than_what_is_made_of_it(deed: str, kept_names: "KeptNames") -> None:
    site.build()
    kept_names()
    assert kept_names() == set(ADDRESSES)
    DEEDS[deed]()
    dropped = set(ADDRESSES) - kept_names()
    # The list of all pages goes with any change.
    assert dropped - {"sitemap"} <= DROPS[deed]


class KeptNames:
    """Tells which addresses are answered with what is kept, by asking for all of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.made = "", list[str]()
        kept = middleware.Kept

        def noting(response: object, parts: object) -> object:
            self.made.append(self.asked)
            return kept(response, parts)

        monkeypatch.setattr(middleware, "Kept", noting)

    def __call__(self) -> set[str]:
        self.made.clear()
        for name in ADDRESSES:
            self.asked = name
            site.get(name)
        return set(ADDRESSES) - set(self.made)


@pytest.fixture
def kept_names(monkeypatch: pytest.MonkeyPatch) -> KeptNames:
    return KeptNames(monkeypatch)


@pytest.mark.django_db
def test_who_is_logged_in_gets_the_same_as_everybody() -> None:
    site.build()
    reader = Client()
    reader.force_login(get_user_model().objects.create_user("reader"))
    for name in ("sleep", "tonic", "journal"):
        for _time in range(2):
            mine = reader.get(ADDRESSES[name], headers={"Accept-Encoding": "identity"})
            assert mine.content.decode() == site.get(name).content
    assert len(fragments) >= 3


@pytest.mark.slow
class TestAfterAnyDeeds(TestCase):
    @settings(max_examples=8, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.booleans()), min_size=1, max_size=6))
    def test_nothing_is_stale(self, deeds: list[tuple[str, bool]]) -> None:
        """Do some deeds, with readers in between or without, and look at everything."""
        # The rows of the example before are gone, and so is what was noted of them.
        forget_all()
        site.build()
        all_answers()
        for deed, is_read in deeds:
            DEEDS[deed]()
            if is_read:
                all_answers()
        assert stale() == {}

    def tearDown(self) -> None:
        forget_all()
