import pytest
from django.test import RequestFactory
from wagtail.models import Page

from blog.models import ArticlePage
from blog.tests.factories import heading, journal, make_article, make_author, text
from products.models import ProductImage, ProductIndexPage, ProductPage
from products.tests.factories import make_image, make_product
from qnwellness.content.routing import find_path
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db


def find_child(parent, slug):
    """Return the page an address of one part leads to."""
    return next(iter(find_path(parent, [slug])), None)


def make_plain(title, parent=None, **fields):
    return (parent or HomePage.objects.get()).add_child(instance=PlainPage(title=title, **fields))


class TestTheChildOfAPage:
    def test_is_the_same_page_wagtail_would_load(self):
        make_article(heading("One"), text("<p>Words.</p>"), title="Sleep", standfirst="Well.")
        parent = journal()
        ours, wagtails = find_child(parent, "sleep"), ArticlePage.objects.get(slug="sleep")
        assert type(ours) is ArticlePage
        for field in ArticlePage._meta.concrete_fields:
            assert field.value_to_string(ours) == field.value_to_string(wagtails), field.name
        assert not ours.get_deferred_fields()

    def test_is_found_with_one_query_and_brings_its_picture_and_reviewer(self, django_assert_num_queries):
        make_article(title="Sleep", hero=make_image("Moon"), reviewer=make_author("Ada Lim"))
        parent = journal()
        with django_assert_num_queries(1):
            article = find_child(parent, "sleep")
            assert article.hero.title == "Moon"
            assert article.reviewer.name == "Ada Lim"
            assert article.get_parent() is parent

    def test_brings_its_lists_whole(self, django_assert_num_queries, monkeypatch):
        monkeypatch.setattr(ProductPage, "routed_with", ("images__image",))
        make_product("Calm", "calm", image=make_image("Jar"))
        calm = ProductPage.objects.get(handle="calm")
        calm.images.add(ProductImage(image=make_image("Box", "blue"), sort_order=1))
        calm.save()
        parent = ProductIndexPage.objects.get()
        with django_assert_num_queries(3):
            product = find_child(parent, "calm")
            assert [picture.image.title for picture in product.images.all()] == ["Jar", "Box"]

    def test_may_lack_the_picture(self):
        make_article(title="Sleep")
        assert find_child(journal(), "sleep").hero is None

    @pytest.mark.parametrize(("slug", "kind"), [("blog", "BlogIndexPage"), ("products", "ProductIndexPage")])
    def test_has_its_own_type_among_several(self, slug, kind, django_assert_num_queries):
        home = HomePage.objects.get()
        find_child(home, slug)  # Django remembers content types.
        with django_assert_num_queries(1):
            assert type(find_child(home, slug)).__name__ == kind

    def test_of_a_type_nobody_expects_there_is_found_all_the_same(self):
        # The form would refuse it; a move made in a shell or by an older version does not.
        stray = make_plain("Stray", parent=journal())
        assert find_child(journal(), "stray") == stray
        assert type(find_child(journal(), "stray")) is PlainPage

    def test_below_a_page_that_expects_none_is_found_all_the_same(self):
        article = make_article(title="Sleep")
        assert (
            type(find_child(make_plain("Below", parent=article).get_parent().specific, "below")) is PlainPage
        )

    def test_is_found_without_a_type_of_its_own(self):
        home = HomePage.objects.get()
        home.add_child(instance=Page(title="Bare", slug="bare"))
        assert type(find_child(home, "bare")) is Page

    def test_is_nobody_where_there_is_none(self):
        make_article(title="Sleep")
        assert find_child(journal(), "sleeping") is None
        assert find_child(make_plain("Leaf"), "sleep") is None

    def test_is_not_one_that_lives_elsewhere(self):
        make_product("Calm", "calm")
        assert find_child(journal(), "calm") is None


class TestAnAddress:
    def test_leads_to_the_page_and_through_the_pages_above_it(self):
        make_article(title="Sleep")
        request = RequestFactory().get("/blog/sleep/")
        page = Page.route_for_request(request, "blog/sleep/").page
        assert page.slug == "sleep"
        assert [item.slug for item in request.trail] == ["home", "blog", "sleep"]

    @pytest.mark.parametrize("address", ["/blog/nothing/", "/nothing/", "/blog/sleep/more/", "/blog/SLEEP/"])
    def test_of_no_page_is_not_found(self, client, address):
        make_article(title="Sleep")
        assert client.get(address).status_code == 404

    def test_of_a_draft_is_not_found(self, client):
        make_article(title="Sleep", publish=False)
        assert client.get("/blog/sleep/").status_code == 404

    def test_below_a_draft_is_found_as_in_wagtail(self, client):
        above = make_plain("Above", live=False)
        make_plain("Below", parent=above)
        assert client.get("/above/").status_code == 404
        assert client.get("/above/below/").status_code == 200

    def test_of_an_alias_shows_what_it_repeats(self, client):
        article = make_article(heading("One heading"), title="Sleep")
        article.create_alias(update_slug="rest")
        assert "One heading" in client.get("/blog/rest/").content.decode()

    def test_the_journal_uses_itself_wins_over_an_article(self, client):
        article = make_article(title="Sleep")
        article.tags.add("Minerals")
        article.save_revision().publish()
        # The form refuses this slug; the database does not.
        Page.objects.filter(pk=make_article(title="Other").pk).update(slug="tags")
        assert client.get("/blog/tags/").status_code == 200
        assert "Sleep" in client.get("/blog/tags/minerals/").content.decode()


def test_breadcrumbs_of_a_journal_below_another_page_name_that_page(client):
    magazine = make_plain("Magazine")
    journal().move(magazine, pos="last-child")
    page = client.get("/magazine/blog/").context["page"]
    request = RequestFactory().get("/magazine/blog/")
    Page.route_for_request(request, "magazine/blog/")
    assert [crumb.title for crumb in page.breadcrumbs(request)] == ["Magazine"]
