import pytest
from django.utils import translation

from blog.evidence.references import LONGEST_PASTE, MOST, Reason, Unreadable, read
from blog.sources import wording
from blog.sources.storing import plan
from blog.sources.wording import REASONS, worded

LOST = {
    Reason.NOTHING: "",
    Reason.TOO_LONG: "x" * (LONGEST_PASTE + 1),
    Reason.TOO_MANY: "TY  - BOOK\nTI  - A\n" * (MOST + 1),
    Reason.NO_TITLE: "TY  - BOOK\nAU  - A\n",
    Reason.NO_AUTHOR: "(2013). Title. Journal.",
    Reason.NOT_ONE: "word " * 1000,
    Reason.SEVERAL: "A. B. 2013. PMID: 1. C. D. 2014. PMID: 2.",
    Reason.NO_PARTS: "a note of mine",
    Reason.OUTSIDE: "A note\nTY  - BOOK\nTI  - A\n",
    Reason.NO_FIELD: "@book{x,\n  title {A}\n}",
    Reason.NOT_CLOSED: "@book{x, title = {100% A",
    Reason.NO_VALUE: "@book{x, title = , }",
    Reason.NO_JSON: "{oops}",
    Reason.OUT_OF_BOUNDS: "[" * 100_000,
    Reason.NO_ENTRIES: "[]",
    Reason.NO_ENTRY: "[1]",
}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_said_with_the_names_it_takes(reason: Reason) -> None:
    lost = {result.reason: result for result in read(LOST[reason]) if isinstance(result, Unreadable)}
    assert "%(" not in worded(lost[reason])


def test_says_which_field_it_is_about() -> None:
    [lost] = read(LOST[Reason.NOT_CLOSED])
    assert worded(lost) == "The value of “title” is not closed."


@pytest.mark.django_db
def test_is_in_the_language_of_who_pastes(monkeypatch: pytest.MonkeyPatch) -> None:
    german = translation.gettext_lazy("Yes")
    monkeypatch.setitem(wording.REASONS, Reason.NO_TITLE, german)
    with translation.override("de"):
        [item] = plan(LOST[Reason.NO_TITLE])
    assert item.reason == "Ja"


def test_none_is_left_out() -> None:
    assert set(REASONS) == set(Reason)
