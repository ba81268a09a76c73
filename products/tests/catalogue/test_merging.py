import pytest

from products.availability import State
from products.catalogue.merging import UNSAID, Verdict, state_verdict, verdict
from products.catalogue.ownership import OWNERS, Owner, owner_of, sentence_of
from products.models import ProductPage


class TestFieldsOfTheShop:
    def test_always_get_its_value(self):
        assert verdict(Owner.SHOP, here="9.00", shop="12.00", before="8.00") is Verdict.TAKE
        assert verdict(Owner.SHOP, here="9.00", shop="12.00") is Verdict.TAKE

    def test_stay_where_it_says_the_same(self):
        assert verdict(Owner.SHOP, here="9.00", shop="9.00", before="8.00") is Verdict.SAME


class TestSharedFields:
    @pytest.mark.parametrize(
        ("here", "shop", "before", "expected"),
        [
            ("old", "new", "old", Verdict.TAKE),
            ("ours", "old", "old", Verdict.KEEP),
            ("ours", "new", "old", Verdict.CONFLICT),
            ("new", "new", "old", Verdict.SAME),
            ("ours", "new", UNSAID, Verdict.CONFLICT),
            ("", "new", UNSAID, Verdict.TAKE),
            ([], ["new"], UNSAID, Verdict.TAKE),
            # An editor has emptied it: that is a word, too.
            ("", "new", "old", Verdict.CONFLICT),
        ],
    )
    def test_are_the_shops_until_somebody_edits_them_here(self, here, shop, before, expected):
        assert verdict(Owner.SHARED, here=here, shop=shop, before=before) is expected


class TestOurFields:
    def test_are_never_written(self):
        assert verdict(Owner.OURS, here="", shop="new") is Verdict.KEEP


class TestTheState:
    @pytest.mark.parametrize("before", [State.LIVE, State.OUT_OF_STOCK, UNSAID])
    def test_moves_with_the_stock(self, before):
        assert state_verdict(here=State.LIVE, shop=State.OUT_OF_STOCK, before=before) is Verdict.TAKE

    @pytest.mark.parametrize("here", [State.DISCONTINUED, State.HIDDEN])
    @pytest.mark.parametrize("before", [State.LIVE, State.OUT_OF_STOCK, UNSAID])
    def test_an_editor_has_set_stays(self, here, before):
        assert state_verdict(here=here, shop=State.LIVE, before=before) is Verdict.KEEP

    @pytest.mark.parametrize("here", [State.DISCONTINUED, State.HIDDEN])
    def test_the_shop_has_set_is_the_shops_to_change(self, here):
        assert state_verdict(here=here, shop=State.LIVE, before=here) is Verdict.TAKE

    def test_of_a_withdrawn_product_comes_back(self):
        verdict = state_verdict(here=State.HIDDEN, shop=State.LIVE, before=State.LIVE, is_withdrawn=True)
        assert verdict is Verdict.TAKE

    def test_an_editor_has_set_on_a_withdrawn_product_stays(self):
        verdict = state_verdict(
            here=State.DISCONTINUED, shop=State.LIVE, before=State.LIVE, is_withdrawn=True
        )
        assert verdict is Verdict.KEEP


class TestOwnership:
    def test_is_said_of_every_field_a_product_adds_to_a_page(self):
        own = {field.name for field in ProductPage._meta.local_fields if field.name != "page_ptr"}
        assert own <= OWNERS.keys()

    def test_of_what_no_catalogue_can_state_is_ours(self):
        assert owner_of("show_in_menus") is Owner.OURS

    def test_is_told_in_a_sentence(self):
        assert all(str(sentence_of(owner)) for owner in Owner)
