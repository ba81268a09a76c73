from products.rich_text.editor_html import MentionLinkRule
from qnwellness.content.rich_text import to_stored

from .mentions import stored

FEATURES = ["bold", "link", "product"]


class TestRichTextFromElsewhere:
    def test_keeps_its_mentions_as_the_editor_stores_them(self):
        html = f"<p>Take {stored(7, '<b>Bone</b>')} or {stored(8, 'that one', 'own')}.</p>"
        assert to_stored(html, FEATURES) == (html, [])

    def test_keeps_nothing_of_a_mention_but_what_is_stored(self):
        html = '<p><a onclick="x()" text="no" id="7" href="/x" linktype="product">words</a></p>'
        assert to_stored(html, FEATURES)[0] == f"<p>{stored(7, 'words', 'own')}</p>"

    def test_loses_a_mention_that_names_no_product_and_says_so(self):
        for attributes in ('linktype="product"', 'linktype="product" id="x"'):
            html, removals = to_stored(f"<p><a {attributes}>words</a></p>", FEATURES)
            assert html == "<p>words</p>"
            assert [(removal.tag, removal.reason) for removal in removals] == [("a", "missing_attribute")]

    def test_loses_mentions_where_they_are_not_offered(self):
        assert to_stored(f"<p>{stored(7, 'words')}</p>", ["bold"])[0] == "<p>words</p>"


class TestTheFormBetween:
    def test_says_the_same_as_the_stored_one(self):
        tag = MentionLinkRule.expand_db_attributes({"id": "7", "text": "name"})
        assert tag == '<a data-linktype="product" data-id="7" data-text="name">'

    def test_is_a_link_to_nothing_without_a_product(self):
        assert MentionLinkRule.expand_db_attributes({"text": "name"}) == "<a>"
