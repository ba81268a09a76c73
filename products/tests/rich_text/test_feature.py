import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from wagtail.rich_text import features

from products.rich_text.editor_feature import FEATURE, labels
from products.rich_text.link_handler import ProductMentionHandler
from products.wagtail_hooks import product_mention_labels


class TestTheFeature:
    def test_is_offered_only_where_a_field_lists_it(self):
        assert features.get_editor_plugin("draftail", "product") is FEATURE
        assert "product" not in features.get_default_features()

    def test_shows_stored_mentions_everywhere(self):
        assert features.get_link_types()["product"] is ProductMentionHandler

    @pytest.mark.parametrize("path", ["products/js/product_mention.js", "products/css/product_mention.css"])
    def test_has_its_files(self, path):
        assert finders.find(path)
        assert path in str(FEATURE.media)

    def test_hands_its_script_every_word_it_asks_for(self):
        source = Path(finders.find("products/js/product_mention.js")).read_text()
        assert all(f'"{key}"' in source for key in labels())
        handed = re.fullmatch(
            r'<script id="product-mention-labels" type="application/json">(.*)</script>',
            product_mention_labels(),
        )
        assert json.loads(handed[1]) == {key: str(label) for key, label in labels().items()}
