"""What every new site starts from, and the addresses it answers."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import override_settings
from wagtail.models import Page, Workflow

from blog.models import BlogIndexPage
from blog.tests.factories import journal, make_article
from products.models import ProductIndexPage
from products.tests.factories import make_product
from qnwellness.home.models import HomePage

pytestmark = pytest.mark.django_db


def user_of(group):
    user = get_user_model().objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    return user


class TestTheTree:
    def test_has_a_home_page_with_a_journal_and_products(self):
        home = HomePage.objects.get()
        assert home.get_children().count() == home.numchild == 2
        assert {page.specific_class for page in home.get_children()} == {BlogIndexPage, ProductIndexPage}

    def test_is_sound(self):
        assert Page.find_problems() == ([], [], [], [], [])


class TestTheGroups:
    def test_are_these_four(self):
        assert set(Group.objects.values_list("name", flat=True)) == {
            "Editors",
            "Reviewers",
            "Catalogue",
            "Importers",
        }

    @pytest.mark.parametrize(
        ("group", "may_write_articles", "may_publish_articles", "may_publish_products"),
        [
            ("Editors", True, False, False),
            ("Reviewers", True, True, False),
            ("Catalogue", False, False, True),
            ("Importers", True, False, False),
        ],
    )
    def test_may_do_what_they_are_for_and_no_more(
        self, group, may_write_articles, may_publish_articles, may_publish_products
    ):
        user, products = user_of(group), ProductIndexPage.objects.get()
        assert journal().permissions_for_user(user).can_add_subpage() is may_write_articles
        assert journal().permissions_for_user(user).can_publish_subpage() is may_publish_articles
        assert products.permissions_for_user(user).can_publish_subpage() is may_publish_products
        assert not HomePage.objects.get().permissions_for_user(user).can_edit()

    @pytest.mark.parametrize("group", ["Editors", "Reviewers", "Catalogue", "Importers"])
    def test_can_open_the_admin(self, client, group):
        client.force_login(user_of(group))
        assert client.get("/admin/").status_code == 200

    def test_articles_of_editors_are_reviewed(self):
        article = make_article(publish=False)
        assert article.get_workflow() == Workflow.objects.get()
        (task,) = article.get_workflow().tasks
        assert [group.name for group in task.specific.groups.all()] == ["Reviewers"]


class TestForms:
    @pytest.fixture
    def reviewer(self, client):
        user = user_of("Reviewers")
        client.force_login(user)
        return user

    @pytest.mark.parametrize("slug", ["tags", "feed", "related-articles"])
    def test_refuse_a_slug_that_would_hide_an_address(self, slug):
        from django.core.exceptions import ValidationError

        with pytest.raises(ValidationError) as error:
            make_article(title="Hiding", slug=slug)
        assert "slug" in error.value.message_dict

    @pytest.mark.parametrize("path", ["add/blog/articlepage/{journal}/", "{article}/edit/"])
    def test_open_for_an_article(self, client, reviewer, path):
        article = make_article()
        address = path.format(journal=journal().pk, article=article.pk)
        assert client.get(f"/admin/pages/{address}").status_code == 200

    def test_open_for_a_product(self, client):
        client.force_login(user_of("Catalogue"))
        product = make_product()
        assert client.get(f"/admin/pages/{product.pk}/edit/").status_code == 200
        parent = ProductIndexPage.objects.get()
        assert client.get(f"/admin/pages/add/products/productpage/{parent.pk}/").status_code == 200


class TestAddresses:
    def test_healthz_and_readyz_answer(self, client):
        assert client.get("/healthz").json() == {"status": "ok"}
        assert client.get("/readyz").status_code == 200

    def test_an_unknown_address_gets_our_own_page(self, client):
        response = client.get("/nothing-here/")
        assert response.status_code == 404
        assert "QN Wellness" in response.content.decode()

    @override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False)
    def test_an_error_gets_our_own_page(self, client, monkeypatch):
        def broken(*args, **kwargs):
            raise RuntimeError("on purpose")

        monkeypatch.setattr(HomePage, "get_context", broken)
        client.raise_request_exception = False
        response = client.get("/")
        assert response.status_code == 500
        assert "QN Wellness" in response.content.decode()

    def test_robots_names_the_sitemap_and_the_sitemap_the_pages(self, client):
        article = make_article(title="Listed")
        assert "/sitemap.xml" in client.get("/robots.txt").content.decode()
        assert article.get_full_url() in client.get("/sitemap.xml").content.decode()

    def test_tags_have_pages_of_their_own(self, client):
        draft = make_article(title="Tagged").get_latest_revision_as_object()
        draft.tags.add("Iron")
        draft.save_revision().publish()
        make_article(title="Other")
        html = client.get("/blog/tags/iron/").content.decode()
        assert "Tagged" in html
        assert "Other" not in html
        assert client.get("/blog/tags/unknown/").status_code == 404

    def test_the_journal_has_pages(self, client):
        for number in range(13):
            make_article(title=f"Article {number:02}")
        first, second = (client.get(f"/blog/?page={page}").content.decode() for page in (1, 2))
        assert "Article 12" in first
        assert "Article 00" not in first
        assert "Article 00" in second

    @pytest.mark.parametrize(
        "query", ["", "?q=", "?q=%00", "?q=calcium", "?q=" + "x" * 500, "?page=nonsense"]
    )
    def test_search_answers_whatever_it_is_asked(self, client, query):
        assert client.get(f"/search/{query}").status_code == 200

    def test_search_finds_articles_and_products(self, client):
        make_article(title="Calcium without guesswork")
        make_product(title="Calcium One™", handle="calcium-one")
        html = BeautifulSoup(client.get("/search/?q=calcium").content, "html.parser")
        found = {link.get_text() for link in html.select("main h2 a")}
        assert found == {"Calcium without guesswork", "Calcium One™"}

    def test_public_pages_carry_a_strict_policy_and_set_no_cookie(self, client):
        response = client.get("/")
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert not response.cookies
