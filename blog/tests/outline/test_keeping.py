from blog.outline import Heading, Kept, build_outline
from blog.outline.keeping import Holding


def heading(block_id, text, wish="", over=""):
    return Heading(block_id, text, 2, wish=wish, wish_over=over)


def published(*headings, kept=()):
    """Return what is kept when these headings are published."""
    return build_outline(headings, kept).settled.kept


def called(headings, kept=()):
    settled = build_outline(headings, kept).settled
    return {block: [settled.anchors[block], *settled.aliases[block]] for block in settled.anchors}


class TestAKeptAnchor:
    def test_outranks_the_words_of_today(self):
        kept = published(heading("a", "How much"))
        assert called([heading("a", "Amounts")], kept) == {"a": ["how-much"]}

    def test_outranks_a_heading_with_its_words_that_stands_before_it(self):
        kept = published(heading("a", "How much"))
        assert called([heading("b", "How much"), heading("a", "How much")], kept) == {
            "b": ["how-much-2"],
            "a": ["how-much"],
        }

    def test_is_not_given_to_another_heading_while_its_own_is_there(self):
        kept = published(heading("a", "Sun"), heading("b", "Sun"))
        assert called([heading("b", "Sun"), heading("c", "Sun")], kept) == {"b": ["sun-2"], "c": ["sun"]}

    def test_waits_for_a_heading_that_has_gone(self):
        kept = published(heading("b", "Sun"), kept=published(heading("a", "Food")))
        assert called([heading("a", "Meals"), heading("b", "Sun")], kept) == {"a": ["food"], "b": ["sun"]}


class TestRenaming:
    kept = published(heading("a", "How much"), heading("b", "Sun"))

    def rename(self, wish, over, kept=kept):
        return build_outline([heading("a", "How much", wish, over), heading("b", "Sun")], kept)

    def test_keeps_the_older_address(self):
        outline = self.rename("dosage", "how-much")
        assert (outline.anchors["a"], outline.aliases["a"]) == ("dosage", ("how-much",))

    def test_back_makes_the_older_address_the_current_one(self):
        kept = self.rename("dosage", "how-much").settled.kept
        outline = self.rename("how-much", "dosage", kept)
        assert (outline.anchors["a"], outline.aliases["a"]) == ("how-much", ("dosage",))

    def test_happens_once(self):
        settled = self.rename("dosage", "how-much").settled
        assert self.rename("dosage", "how-much", settled.kept).settled.kept == settled.kept

    def test_from_a_form_that_showed_another_address_changes_nothing(self):
        kept = self.rename("dosage", "how-much").settled.kept
        assert self.rename("amounts", "how-much", kept).anchors["a"] == "dosage"

    def test_with_an_emptied_field_changes_nothing(self):
        assert self.rename("", "how-much").anchors["a"] == "how-much"

    def test_makes_a_fragment_of_what_was_typed(self):
        assert self.rename("My Dosage™!", "how-much").anchors["a"] == "my-dosage"

    def test_to_an_id_of_the_page_changes_nothing(self):
        assert self.rename("sources", "how-much").anchors["a"] == "how-much"


class TestAClash:
    def clashes(self, *headings, kept=()):
        return [
            (clash.block_id, clash.anchor, clash.holder, clash.holding)
            for clash in build_outline(headings, kept).clashes
        ]

    def test_is_with_the_address_of_another_heading(self):
        kept = published(heading("a", "How much"))
        assert self.clashes(heading("a", "How much"), heading("b", "Sun", "how-much"), kept=kept) == [
            ("b", "how-much", "a", Holding.CURRENT)
        ]

    def test_is_with_an_older_address_of_another_heading(self):
        kept = published(heading("a", "x", "new", "x"), kept=published(heading("a", "X")))
        assert self.clashes(heading("b", "Sun", "x"), heading("a", "X"), kept=kept) == [
            ("b", "x", "a", Holding.ALIAS)
        ]

    def test_is_with_what_an_earlier_heading_asks_for(self):
        assert self.clashes(heading("a", "Food", "sun"), heading("b", "Light", "sun")) == [
            ("b", "sun", "a", Holding.WISH)
        ]

    def test_is_not_with_an_address_made_from_words(self):
        headings = [heading("a", "Sun"), heading("b", "Light", "sun")]
        assert self.clashes(*headings) == []
        assert called(headings) == {"a": ["sun-2"], "b": ["sun"]}

    def test_is_not_with_a_heading_that_has_gone(self):
        kept = published(heading("a", "Sun"))
        assert self.clashes(heading("b", "Light", "sun"), kept=kept) == []

    def test_does_not_hinder_publishing(self):
        kept = published(heading("a", "Sun"))
        assert called([heading("a", "Sun"), heading("b", "Light", "sun")], kept) == {
            "a": ["sun"],
            "b": ["light"],
        }


class TestANewHeading:
    def test_is_called_what_its_editor_typed(self):
        assert called([heading("a", "Sun", "light")]) == {"a": ["light"]}

    def test_that_is_a_duplicate_is_called_after_its_words(self):
        assert called([heading("a", "Sun", "light", "light")]) == {"a": ["sun"]}

    def test_takes_over_all_addresses_of_one_that_has_gone(self):
        kept = published(heading("a", "Sun", "light", "sun"), kept=published(heading("a", "Sun")))
        assert called([heading("b", "Light")], kept) == {"b": ["light", "sun"]}

    def test_gives_them_back_when_the_one_before_it_returns_and_it_goes(self):
        first = published(heading("a", "Sun", "light", "sun"), kept=published(heading("a", "Sun")))
        taken = published(heading("b", "Light"), kept=first)
        assert called([heading("a", "Rays")], taken) == {"a": ["light", "sun"]}

    def test_keeps_them_beside_the_one_before_it(self):
        taken = published(heading("b", "Sun"), kept=published(heading("a", "Sun")))
        assert called([heading("a", "Sun"), heading("b", "Sun")], taken) == {"a": ["sun-2"], "b": ["sun"]}

    def test_leaves_them_as_older_addresses_to_one_that_returned_meanwhile(self):
        taken = published(heading("b", "Sun"), kept=published(heading("a", "Sun")))
        both = published(heading("a", "Sun"), heading("b", "Sun"), kept=taken)
        assert called([heading("a", "Sun")], both) == {"a": ["sun-2", "sun"]}


class TestAnOlderAddressOfAHeadingThatHasGone:
    """ "What zinc does" was called `zinc-facts` for a while, and has gone; another heading has its words."""

    first = published(heading("a", "What zinc does"))
    renamed = published(heading("a", "What zinc does", "zinc-facts", "what-zinc-does"), kept=first)
    back = published(heading("a", "What zinc does", "what-zinc-does", "zinc-facts"), kept=renamed)
    twin = heading("b", "What zinc does")
    gone = published(twin, kept=published(heading("a", "What zinc does"), twin, kept=back))
    taken = published(heading("c", "Zinc facts"), twin, kept=gone)

    def test_is_taken_alone(self):
        assert called([heading("c", "Zinc facts"), self.twin], self.taken) == {
            "c": ["zinc-facts"],
            "b": ["what-zinc-does-2"],
        }

    def test_is_missed_by_nobody_when_the_heading_comes_back(self):
        assert called([heading("a", "What zinc does"), self.twin], self.taken) == {
            "a": ["what-zinc-does", "zinc-facts"],
            "b": ["what-zinc-does-2"],
        }

    def test_stays_with_who_took_it_when_both_are_there(self):
        both = [heading("a", "What zinc does"), heading("c", "Zinc facts")]
        assert called(both, self.taken) == {"a": ["what-zinc-does"], "c": ["zinc-facts"]}

    def test_leaves_what_its_taker_was_called_otherwise(self):
        food = published(heading("c", "Zinc facts", "food", "zinc-facts"), self.twin, kept=self.taken)
        assert called([heading("a", "What zinc does")], food) == {"a": ["what-zinc-does", "zinc-facts"]}


def test_a_heading_whose_addresses_several_took_is_called_by_its_newest_when_it_comes_back():
    kept = published(heading("a", "Sun", "light", "sun"), kept=published(heading("a", "Sun")))
    kept = published(heading("b", "Sun"), heading("c", "Light"), kept=kept)
    assert called([heading("a", "Sun")], kept) == {"a": ["light", "sun"]}


def test_only_the_first_of_two_headings_with_one_id_has_an_address():
    assert called([heading("a", "Sun"), heading("a", "Light")]) == {"a": ["sun"]}


def test_a_heading_that_lost_its_current_address_is_called_by_its_newest():
    kept = [Kept("a", "old", is_current=False), Kept("a", "newer", is_current=False)]
    assert called([heading("a", "Sun")], kept) == {"a": ["newer", "old"]}
