"""An article's life, as far as the addresses of its headings go: whatever happens, in whatever order."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from blog.outline import Heading, asks_for, build_outline

pytestmark = pytest.mark.slow

WORDS = st.sampled_from(["Sun", "Light", "Food", "Sun 2", "2024", "", "骨"])
TYPED = st.sampled_from(["", "sun", "light", "food", "sun-2", "rays", "Sources"])
PLACES = st.integers(min_value=0, max_value=6)


class History(RuleBasedStateMachine):
    """Versions of an article, one of them live, and a form that may have been open for long."""

    def __init__(self):
        super().__init__()
        self.kept, self.live, self.carried, self.made = (), None, {}, 0
        self.versions = [()]
        self.open(0)

    @rule(version=PLACES)
    def open(self, version):
        headings = self.versions[version % len(self.versions)]
        before = build_outline(headings, self.kept).settled.before
        shown = [(one, before[one.block_id]) for one in headings]
        self.form = [replace(one, wish=asks_for(one, now) or now, wish_over=now) for one, now in shown]

    @rule(text=WORDS, typed=TYPED, place=PLACES)
    def add(self, text, typed, place):
        self.made += 1
        self.form.insert(place, Heading(f"block-{self.made}", text, 2, wish=typed))

    @precondition(lambda self: self.form)
    @rule(text=WORDS, place=PLACES)
    def edit_the_words(self, text, place):
        self.change(place, text=text)

    @precondition(lambda self: self.form)
    @rule(typed=TYPED, place=PLACES)
    def rename(self, typed, place):
        self.change(place, wish=typed)

    @precondition(lambda self: self.form)
    @rule(place=PLACES)
    def delete(self, place):
        del self.form[place % len(self.form)]

    @precondition(lambda self: self.form)
    @rule(place=PLACES)
    def duplicate(self, place):
        self.made += 1
        self.form.insert(place, replace(self.form[place % len(self.form)], block_id=f"block-{self.made}"))

    @precondition(lambda self: self.form)
    @rule(start=PLACES, end=PLACES)
    def reorder(self, start, end):
        self.form.insert(end, self.form.pop(start % len(self.form)))

    @rule()
    def save(self):
        self.versions.append(tuple(self.form))

    @rule()
    def save_and_publish(self):
        self.save()
        self.publish(len(self.versions) - 1)

    @rule(version=PLACES)
    def publish(self, version):
        """A revert, a schedule or a republish: a version that may be old goes live without passing a form."""
        self.live = self.versions[version % len(self.versions)]
        self.kept = build_outline(self.live, self.kept).settled.kept
        for row in self.kept:
            self.carried.setdefault(row.block_id, set()).add(row.anchor)

    @rule()
    def copy_the_page(self):
        self.kept, self.live, self.carried = (), None, {}

    def change(self, place, **fields):
        place %= len(self.form)
        self.form[place] = replace(self.form[place], **fields)

    @invariant()
    def every_address_a_heading_ever_had_is_in_the_page_once(self):
        if self.live is None:
            return
        settled = build_outline(self.live, self.kept).settled
        ids = [anchor for block, now in settled.anchors.items() for anchor in (now, *settled.aliases[block])]
        assert len(set(ids)) == len(ids)
        for heading in self.live:
            assert self.carried[heading.block_id] <= set(ids)


History.TestCase.settings = settings(max_examples=300, stateful_step_count=40)
TestHistory = History.TestCase
