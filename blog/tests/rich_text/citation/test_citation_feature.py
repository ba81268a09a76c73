import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from wagtail.models import ReferenceIndex
from wagtail.rich_text import features

from blog.blocks.text import INLINE_FEATURES, TEXT_FEATURES
from blog.rich_text.citation.editor_feature import FEATURE, labels
from blog.rich_text.citation.editor_html import CitationLinkRule
from blog.rich_text.citation.link_handler import CitationHandler
from blog.tests.factories import infographic, make_article, text
from blog.tests.models.test_citing import panel
from blog.tests.sources.sources import cite, make_source
from blog.wagtail_hooks import citation_labels
from qnwellness.content.rich_text import to_stored


class TestTheFeature:
    def test_is_offered_where_articles_are_written_and_only_there(self):
        assert features.get_editor_plugin("draftail", "source") is FEATURE
        assert "source" in TEXT_FEATURES
        assert "source" in INLINE_FEATURES
        assert "source" not in features.get_default_features()

    @pytest.mark.parametrize("path", ["blog/js/citation_entity.js", "blog/css/citation_entity.css"])
    def test_has_its_files(self, path):
        assert finders.find(path)
        assert path in str(FEATURE.media)

    def test_hands_its_script_every_word_it_asks_for(self):
        source = Path(finders.find("blog/js/citation_entity.js")).read_text()
        assert all(f'"{key}"' in source for key in labels())
        handed = re.fullmatch(
            r'<script id="citation-labels" type="application/json">(.*)</script>', citation_labels()
        )
        assert json.loads(handed[1]) == {key: str(label) for key, label in labels().items()}


class TestRichTextFromElsewhere:
    def test_keeps_its_citations_as_the_editor_stores_them(self):
        html = f"<p>Bone is kept {cite(7)}.</p>"
        assert to_stored(html, ["bold", "source"]) == (html, [])

    def test_keeps_nothing_of_a_citation_but_what_is_stored(self):
        html = '<p><a onclick="x()" id="7" href="/x" linktype="source">words</a></p>'
        assert to_stored(html, ["source"])[0] == f"<p>{cite(7, 'words')}</p>"

    def test_loses_a_citation_that_names_no_source_and_says_so(self):
        html, removals = to_stored('<p><a linktype="source" id="x">words</a></p>', ["source"])
        assert html == "<p>words</p>"
        assert [removal.tag for removal in removals] == ["a"]

    def test_loses_citations_where_they_are_not_offered(self):
        assert to_stored(f"<p>{cite(7)}</p>", ["bold"])[0] == "<p>Knapen 2013</p>"

    def test_has_a_form_between_that_says_the_same(self):
        assert CitationLinkRule.expand_db_attributes({"id": "7"}) == '<a data-linktype="source" data-id="7">'
        assert CitationLinkRule.expand_db_attributes({}) == "<a>"


@pytest.mark.django_db
class TestTheReferenceIndex:
    def test_lists_the_articles_that_cite_a_source_in_text_or_panel(self):
        source = make_source()
        features.get_link_types()
        inline = make_article(text(f"<p>{cite(source)}</p>"), title="In the text")
        drawn = make_article(infographic(panel("synergy", source, points=[])), title="In a panel")
        found = {reference.object_id for reference in ReferenceIndex.get_references_to(source)}
        assert found == {str(inline.pk), str(drawn.pk)}

    def test_is_given_nothing_for_a_link_without_a_source(self):
        assert list(CitationHandler.extract_references({"id": "x"})) == []
