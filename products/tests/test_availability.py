"""The table of states: complete, and never saying two things at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from products.availability import RULES, SCHEMA_AVAILABILITY, Standing, State, Surface, rule, standing_of

CELLS = [(standing, surface) for standing in Standing for surface in Surface]
UNSEEN = {Standing.HIDDEN, Standing.DRAFT, Standing.PRIVATE, Standing.DELETED}


def test_the_table_has_every_cell_and_no_other():
    assert set(RULES) == set(Standing)
    assert all(set(row) == set(Surface) for row in RULES.values())


@pytest.mark.parametrize(("standing", "surface"), CELLS)
def test_what_is_not_shown_has_no_price_no_button_and_no_successor(standing, surface):
    found = rule(standing, surface)
    assert found.shown or not (found.priced or found.buyable or found.successor)
    assert found.priced or not found.buyable
    assert not (found.successor and found.priced), "the price would be that of the product that is gone"


@pytest.mark.parametrize("surface", Surface)
def test_nothing_is_told_of_a_product_nobody_may_see(surface):
    assert not any(rule(standing, surface).shown for standing in UNSEEN)


@pytest.mark.parametrize("surface", Surface)
def test_only_a_live_product_is_sold_and_only_a_replaced_one_succeeded(surface):
    assert not any(rule(standing, surface).buyable for standing in Standing if standing is not Standing.LIVE)
    assert not any(
        rule(standing, surface).successor for standing in Standing if standing is not Standing.REPLACED
    )


@given(
    state=st.sampled_from(State), is_live=st.booleans(), is_private=st.booleans(), has_successor=st.booleans()
)
def test_every_product_has_one_standing(state, is_live, is_private, has_successor):
    found = standing_of(state, is_live=is_live, is_private=is_private, has_successor=has_successor)
    assert (found in UNSEEN) is (not is_live or is_private or state is State.HIDDEN)
    assert (found is Standing.REPLACED) is (
        is_live and not is_private and has_successor and state is State.DISCONTINUED
    )


def test_a_state_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="sold_out"):
        standing_of("sold_out")


def test_whatever_crawlers_are_told_has_a_word_of_theirs():
    assert set(State) - set(SCHEMA_AVAILABILITY) == {State.HIDDEN}
