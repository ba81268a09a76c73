import pytest
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import RichText, features

from blog.tests.factories import make_article
from products.models import ProductPage
from products.tests.factories import make_product
from qnwellness.content.page_links import ResolvedPageLinkHandler

pytestmark = pytest.mark.django_db


def stored(pk, words="words"):
    return f'<p><a linktype="page" id="{pk}">{words}</a></p>'


def shown(html):
    return str(RichText(html)).strip()


class TestALinkToAPage:
    def test_is_resolved_by_this_site_and_not_by_wagtail(self):
        assert features.get_link_types()["page"] is ResolvedPageLinkHandler

    def test_leads_to_a_public_page(self):
        article = make_article(title="Sleep")
        assert shown(stored(article.pk, "<b>Sleep</b>")) == '<p><a href="/blog/sleep/"><b>Sleep</b></a></p>'

    def test_leaves_its_words_when_the_page_is_a_draft(self):
        assert shown(stored(make_article(publish=False).pk)) == "<p>words</p>"

    def test_leaves_its_words_when_a_page_above_is_private(self):
        article = make_article()
        PageViewRestriction.objects.create(page=article.get_parent(), restriction_type="login")
        assert shown(stored(article.pk)) == "<p>words</p>"

    def test_leaves_its_words_when_the_product_is_hidden(self):
        product = make_product()
        ProductPage.objects.filter(pk=product.pk).update(state="hidden")
        assert shown(stored(product.pk)) == "<p>words</p>"

    @pytest.mark.parametrize("pk", ["", "x", "999999", "9" * 40, "-1"])
    def test_leaves_its_words_when_there_is_no_such_page(self, pk):
        assert shown(stored(pk)) == "<p>words</p>"

    def test_leaves_its_words_when_no_site_shows_the_page(self):
        assert shown(stored(Page.get_first_root_node().pk)) == "<p>words</p>"
