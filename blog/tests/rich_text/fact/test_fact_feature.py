import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from wagtail.rich_text import features

from blog.blocks.text import INLINE_FEATURES, TEXT_FEATURES
from blog.infographics.line import LINE_FEATURES
from blog.rich_text.fact.contentstate import shown
from blog.rich_text.fact.editor_feature import FEATURE, labels
from blog.rich_text.fact.editor_html import FactLinkRule
from blog.tests.facts.facts import state
from blog.wagtail_hooks import fact_labels
from qnwellness.content.rich_text import to_stored


class TestTheFeature:
    def test_is_offered_where_articles_are_written_and_only_there(self):
        assert features.get_editor_plugin("draftail", "fact") is FEATURE
        assert all("fact" in offered for offered in (TEXT_FEATURES, INLINE_FEATURES, LINE_FEATURES))
        assert "fact" not in features.get_default_features()

    def test_keeps_on_pasting_everything_its_script_shows(self):
        assert {"id", "words", *shown(None)} == set(FEATURE.data["attributes"])

    @pytest.mark.parametrize(
        "path",
        [
            "blog/js/fact_form.js",
            "blog/js/fact_entity.js",
            "blog/css/fact_entity.css",
            "blog/css/admin/fact_form.css",
        ],
    )
    def test_has_its_files(self, path):
        assert finders.find(path)
        assert path in str(FEATURE.media)

    def test_hands_its_script_every_word_it_asks_for(self):
        source = Path(finders.find("blog/js/fact_entity.js")).read_text()
        assert all(f'"{key}"' in source for key in labels())
        handed = re.fullmatch(
            r'<script id="fact-labels" type="application/json">(.*)</script>', fact_labels()
        )
        assert json.loads(handed[1]) == {key: str(label) for key, label in labels().items()}


class TestRichTextFromElsewhere:
    def test_keeps_its_facts_as_the_editor_stores_them(self):
        html = f"<p>It is {state(7, '30%')}.</p>"
        assert to_stored(html, ["bold", "fact"]) == (html, [])

    def test_keeps_nothing_of_a_fact_but_what_is_stored(self):
        html = '<p><a onclick="x()" id="7" href="/x" linktype="fact">30%</a></p>'
        assert to_stored(html, ["fact"])[0] == f"<p>{state(7, '30%')}</p>"

    def test_leaves_the_words_of_a_fact_that_names_none_and_says_so(self):
        html, removals = to_stored('<p><a linktype="fact" id="x">30%</a></p>', ["fact"])
        assert html == "<p>30%</p>"
        assert [removal.tag for removal in removals] == ["a"]

    def test_leaves_the_words_where_facts_are_not_offered(self):
        assert to_stored(f"<p>{state(7, '30%')}</p>", ["bold"])[0] == "<p>30%</p>"

    def test_has_a_form_between_that_says_the_same(self):
        assert FactLinkRule.expand_db_attributes({"id": "7"}) == '<a data-linktype="fact" data-id="7">'
        assert FactLinkRule.expand_db_attributes({}) == "<a>"
