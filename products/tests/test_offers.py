"""What a product costs and whether it can be bought: one price, never a wrong one."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from products.availability import Rule, State
from products.offers import Stated, VariantLine, offered

SHOP = "https://shop.example/p"
SOLD, PRICED, SHOWN = Rule(True, True, True), Rule(True, True), Rule(True)

prices = st.none() | st.decimals(0, 999, places=2)
states = st.sampled_from([State.LIVE, State.OUT_OF_STOCK])
lines = st.builds(
    lambda pk, price, state, url: VariantLine(pk, f"Size {pk}", price=price, state=state, purchase_url=url),
    st.integers(1, 99),
    prices,
    states,
    st.sampled_from(["", "https://shop.example/v"]),
)
offers = st.builds(
    Stated,
    state=st.sampled_from(State),
    price=prices,
    currency=st.just("SGD"),
    purchase_url=st.sampled_from(["", SHOP]),
    variants=st.lists(lines, max_size=4, unique_by=lambda line: line.pk),
)
rules = st.sampled_from([SOLD, PRICED, SHOWN])
chosen = st.none() | st.integers(1, 99)


def product(*variants: VariantLine, state: State = State.LIVE) -> Stated:
    return Stated(state, Decimal(40), "SGD", SHOP, variants)


def size(pk: int, price: int | None = None, state: State = State.LIVE, url: str = "") -> VariantLine:
    return VariantLine(
        pk, f"{pk} capsules", price=None if price is None else Decimal(price), state=state, purchase_url=url
    )


def test_without_variants_a_product_costs_what_it_says():
    found = offered(product(), SOLD)
    assert (found.price, found.is_from, found.purchase_url) == (Decimal(40), False, SHOP)


def test_variants_of_several_prices_cost_from_the_lowest_that_can_be_bought():
    found = offered(product(size(1, 30), size(2, 20, State.OUT_OF_STOCK), size(3, 50)), SOLD)
    assert (found.price, found.is_from) == (Decimal(30), True)


def test_variants_of_one_price_cost_that():
    assert not offered(product(size(1, 30), size(2, 30)), SOLD).is_from


def test_one_that_is_named_costs_and_leads_to_its_own():
    found = offered(product(size(1, 30), size(2, 50, url="https://shop.example/2")), SOLD, variant=2)
    assert (found.price, found.is_from, found.purchase_url) == (Decimal(50), False, "https://shop.example/2")


def test_one_that_is_named_and_gone_means_the_product():
    lines = (size(1, 30), size(2, 50))
    assert offered(product(*lines), SOLD, variant=9) == offered(product(*lines), SOLD)


def test_a_product_whose_variants_are_all_sold_out_is_sold_out():
    found = offered(product(size(1, 30, State.OUT_OF_STOCK), size(2, 50, State.OUT_OF_STOCK)), SOLD)
    assert (found.state, found.price, found.purchase_url) == (State.OUT_OF_STOCK, Decimal(30), "")


@given(offers, rules, st.booleans(), chosen)
def test_a_price_is_one_that_is_stated_and_never_shown_where_it_may_not_be(stated, rule, is_stale, variant):
    found = offered(stated, rule, is_stale=is_stale, variant=variant)
    if not rule.priced or is_stale:
        assert found.price is None
        assert not found.is_from
    if found.price is not None:
        assert found.price in {stated.price, *(line.price for line in stated.variants)}
    assert not found.is_from or found.price is not None


@given(offers, rules, st.booleans(), chosen)
def test_only_what_is_live_and_may_be_bought_has_an_address_to_buy_at(stated, rule, is_stale, variant):
    found = offered(stated, rule, is_stale=is_stale, variant=variant)
    if found.purchase_url:
        assert rule.buyable
        assert found.state is State.LIVE
        assert stated.state is State.LIVE


@given(offers, rules, chosen)
def test_the_order_of_variants_changes_no_price(stated, rule, variant):
    turned = Stated(stated.state, stated.price, stated.currency, stated.purchase_url, stated.variants[::-1])
    first, second = offered(stated, rule, variant=variant), offered(turned, rule, variant=variant)
    assert (first.price, first.is_from, first.state) == (second.price, second.is_from, second.state)
