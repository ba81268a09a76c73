"""Which pages are private: our one query must agree with Wagtail's own way to the last page."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from blog.tests.factories import journal, make_article
from qnwellness.content.visibility import asking_once, is_public, public, restricted_paths
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db
LOG_IN = "login"


def restrict(page, restriction_type=LOG_IN, **fields):
    return PageViewRestriction.objects.create(page=page, restriction_type=restriction_type, **fields)


def make_plain(title, parent=None):
    return (parent or HomePage.objects.get()).add_child(instance=PlainPage(title=title))


@pytest.fixture
def section():
    """A page with a page below it."""
    return make_plain("Below", parent=make_plain("Above")).get_parent().specific


class TestAPrivatePage:
    def test_asks_for_a_log_in(self, client):
        restrict(make_article(title="Sleep"))
        response = client.get("/blog/sleep/")
        assert response.status_code == 302
        assert "/login/" in response["Location"]
        assert "no-store" in response["Cache-Control"]

    def test_makes_everything_below_it_private(self, client, section):
        restrict(section)
        assert client.get("/above/below/").status_code == 302

    def test_makes_no_other_page_private(self, client, section):
        restrict(section.get_children().get())
        assert client.get("/above/").status_code == 200

    def test_makes_the_views_of_a_journal_private(self, client):
        make_article(title="Sleep")
        restrict(journal())
        for address in ("/blog/", "/blog/tags/minerals/", "/blog/sleep/"):
            assert client.get(address).status_code == 302

    def test_lets_in_who_belongs_to_the_group(self, client):
        restriction = restrict(make_article(title="Sleep"), "groups")
        friends = Group.objects.create(name="Friends")
        restriction.groups.add(friends)
        user = User.objects.create_user("reader")
        client.force_login(user)
        assert client.get("/blog/sleep/").status_code == 302
        user.groups.add(friends)
        response = client.get("/blog/sleep/")
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]

    def test_lets_in_who_knows_the_password(self, client):
        restriction = restrict(make_article(title="Sleep"), "password", password="moon")
        asked = client.get("/blog/sleep/")
        assert asked.context["form"].fields["password"]
        action = asked.context["action_url"]
        for word, template in (("sun", "password_required"), ("moon", "article_page")):
            client.post(action, {"password": word, "return_url": "/blog/sleep/"})
            response = client.get("/blog/sleep/")
            assert any(template in used.name for used in response.templates)
        restriction.delete()
        assert "no-store" not in client.get("/blog/sleep/").get("Cache-Control", "")


class TestAnAliasOfAPrivatePage:
    @pytest.fixture
    def alias(self):
        """An alias made before its page became private; one made later gets a restriction of its own."""
        source = make_article(title="Sleep")
        alias = source.create_alias(update_slug="rest")
        restrict(source)
        return alias

    def test_is_private_too(self, client, alias):
        assert client.get("/blog/rest/").status_code == 302

    def test_is_kept_out_of_lists(self, client, alias):
        assert not is_public(alias.specific)
        assert alias.pk not in public(Page.objects.all()).values_list("pk", flat=True)
        assert "Sleep" not in client.get("/blog/").content.decode()
        assert "/blog/rest/" not in client.get("/sitemap.xml").content.decode()

    def test_makes_its_own_aliases_private(self, client, alias):
        source, restrictions = alias.alias_of, PageViewRestriction.objects.all()
        restrictions.delete()
        last = alias.create_alias(update_slug="third").create_alias(update_slug="fourth")
        restrict(source)
        assert client.get("/blog/fourth/").status_code == 302
        assert last.path in restricted_paths()

    def test_makes_what_is_below_it_private(self, client, section):
        section.create_alias(recursive=True, update_slug="again")
        restrict(section)
        assert client.get("/again/below/").status_code == 302


def test_the_restrictions_of_every_page_are_those_wagtail_finds(section):
    article = make_article(title="Sleep")
    alias = article.create_alias(update_slug="rest")
    alias.create_alias(update_slug="third")
    section.create_alias(recursive=True, update_slug="again")
    below = section.get_children().get()
    below.create_alias(parent=HomePage.objects.get(), update_slug="beside")

    for restricted in (
        [],
        [article],
        [below],
        [section],
        [alias],
        [journal(), below],
        [HomePage.objects.get()],
    ):
        PageViewRestriction.objects.all().delete()
        for page in restricted:
            restrict(page)
        for page in HomePage.objects.get().get_descendants(inclusive=True).specific():
            assert set(page.get_view_restrictions()) == set(Page.get_view_restrictions(page)), page


class TestTheRestrictedPaths:
    def test_are_asked_for_once_where_that_is_wanted(self, django_assert_num_queries):
        restrict(make_article())
        with django_assert_num_queries(1), asking_once():
            assert restricted_paths() == restricted_paths() != ()

    def test_are_asked_for_once_even_when_there_are_none(self, django_assert_num_queries):
        with django_assert_num_queries(1), asking_once():
            assert restricted_paths() == restricted_paths() == ()

    def test_are_asked_for_anew_afterwards(self):
        with asking_once():
            assert restricted_paths() == ()
        restrict(make_article())
        assert restricted_paths() != ()

    def test_are_asked_for_once_by_a_whole_request(self, client):
        make_article(title="Sleep")
        for address in ("/", "/blog/", "/blog/sleep/", "/products/"):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            assert sum("pageviewrestriction" in query["sql"] for query in captured) == 1

    def test_of_one_request_are_forgotten_in_the_next(self, client):
        article = make_article(title="Sleep")
        assert client.get("/blog/sleep/").status_code == 200
        restrict(article)
        assert client.get("/blog/sleep/").status_code == 302


def test_a_journal_whose_time_is_over_has_no_address(client):
    Page.objects.filter(pk=journal().pk).update(expire_at=timezone.now())
    assert client.get("/blog/").status_code == 404
