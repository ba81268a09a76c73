from products.catalogue.columns import match_columns
from products.catalogue.readers.shopify_columns import SHOPIFY

from .shop_exports import CURRENT, LEGACY


class TestColumns:
    def test_of_the_current_template_are_all_known(self):
        columns = match_columns(CURRENT, SHOPIFY)
        assert len(CURRENT) == 57
        assert columns.unknown == ()
        assert columns.repeated == ()

    def test_of_the_legacy_vocabulary_are_all_known(self):
        assert match_columns(LEGACY, SHOPIFY).unknown == ()

    def test_mean_the_same_in_both_vocabularies(self):
        legacy, current = match_columns(LEGACY, SHOPIFY).fields, match_columns(CURRENT, SHOPIFY).fields
        assert set(legacy) <= set(current)

    def test_are_matched_whatever_their_capitals_and_spaces(self):
        assert SHOPIFY.field_of("uRL  HANDLE".replace("  ", " ")) == "handle"
        assert match_columns(["  variant   sku "], SHOPIFY).fields == {"sku": 0}

    def test_that_are_unknown_are_kept_by_their_own_name(self):
        columns = match_columns(["Handle", "Packed product length", "Price / International", ""], SHOPIFY)
        assert columns.names(columns.unknown) == ("Packed product length",)
        assert columns.names(columns.without_field) == ("Price / International",)

    def test_that_repeat_a_field_leave_it_to_the_first(self):
        columns = match_columns(["Handle", "Title", "title"], SHOPIFY)
        assert columns.fields["title"] == 1
        assert columns.repeated == ((2, 1),)


class TestMetafields:
    def test_are_known_by_the_last_part_of_their_key(self):
        assert SHOPIFY.field_of("Inhaltsstoffe (product.metafields.custom.ingredients)") == "ingredients"
        assert SHOPIFY.field_of("Also known as (product.metafields.shop.other-names)") == "other_names"

    def test_never_stand_for_shopifys_own_columns(self):
        assert SHOPIFY.field_of("Price (product.metafields.custom.price)") is None
        assert SHOPIFY.field_of("Note (variant.metafields.custom.summary)") is None
