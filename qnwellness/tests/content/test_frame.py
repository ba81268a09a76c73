"""The menus and texts around every page."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.tests.factories import journal, make_article, text
from products.models import ProductIndexPage
from products.tests.factories import make_product
from qnwellness.content.frame import aria_current
from qnwellness.content.models import SiteTexts
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db


def plain_page(title, **fields):
    page = PlainPage(title=title, **fields)
    HomePage.objects.get().add_child(instance=page)
    return page


def page_entry(page, label=""):
    return {"type": "page", "value": {"page": page.pk, "label": label}, "id": str(uuid4())}


def address_entry(address, label):
    return {"type": "address", "value": {"address": address, "label": label}, "id": str(uuid4())}


def set_menu(place, *entries):
    texts = SiteTexts.objects.get()
    field = f"{place}_menu"
    setattr(texts, field, getattr(texts, field).stream_block.to_python(list(entries)))
    texts.save()


@pytest.fixture
def links(client):
    def links(url="/", place="Main", status=200):
        response = client.get(url)
        assert response.status_code == status
        page = BeautifulSoup(response.content, "html.parser")
        found = page.select(f'nav[aria-label="{place}"] a')
        return [(link.get_text(strip=True), link["href"], link.get("aria-current", "")) for link in found]

    return links


class TestTheMenuAtTheTop:
    def test_of_a_new_site_leads_to_the_journal_and_the_products(self, links):
        assert links() == [("Journal", "/blog/", ""), ("Products", "/products/", "")]

    def test_is_what_the_editors_chose_in_their_order(self, links):
        set_menu(
            "header", address_entry("https://shop.example/", "Shop"), page_entry(plain_page("About"), "Us")
        )
        assert links() == [("Shop", "https://shop.example/", ""), ("Us", "/about/", "")]

    def test_follows_a_page_that_gets_another_title(self, links):
        page = plain_page("About")
        set_menu("header", page_entry(page))
        page.title = "Who we are"
        page.save()
        assert links()[0][0] == "Who we are"

    @pytest.mark.parametrize("state", ["draft", "private", "deleted", "hidden product"])
    def test_leaves_out_what_shoppers_may_not_see(self, links, state):
        page = make_product(state="hidden") if state == "hidden product" else plain_page("Secret")
        if state == "draft":
            page.unpublish()
        if state == "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        set_menu("header", page_entry(page, "Secret"), page_entry(journal()))
        if state == "deleted":
            page.delete()
        assert [label for label, _, _ in links()] == ["Journal"]

    def test_that_is_empty_shows_the_pages_below_the_home_page(self, links):
        set_menu("header")
        plain_page("About")
        plain_page("Secret", live=False)
        assert [label for label, _, _ in links()] == ["Journal", "Products", "About"]

    def test_marks_where_the_reader_is(self, links):
        article = make_article()
        assert [current for _, _, current in links("/blog/")] == ["page", ""]
        assert [current for _, _, current in links(article.url)] == ["true", ""]
        assert [current for _, _, current in links("/search/")] == ["", ""]

    @pytest.mark.parametrize(("url", "status"), [("/search/?q=x", 200), ("/nothing-here/", 404)])
    def test_stands_on_pages_of_no_tree(self, links, url, status):
        assert len(links(url, status=status)) == 2

    def test_has_the_search_beside_it_whatever_it_holds(self, client):
        set_menu("header", page_entry(plain_page("Draft", live=False)))
        page = BeautifulSoup(client.get("/").content, "html.parser")
        assert not page.select('nav[aria-label="Main"]')
        assert page.select_one('.site-header a[href="/search/"]').get_text(strip=True) == "Search"


class TestTheMenuAtTheBottom:
    def test_is_what_the_editors_chose(self, links):
        set_menu("footer", page_entry(plain_page("About")))
        assert [label for label, _, _ in links(place="Footer")] == ["About", "Search"]

    def test_that_is_empty_is_the_same_as_at_the_top(self, links):
        set_menu("header", page_entry(plain_page("About")))
        set_menu("footer")
        assert [label for label, _, _ in links(place="Footer")] == ["About", "Search"]


class TestTheTexts:
    def test_stand_at_the_bottom_of_every_page(self, client):
        SiteTexts.objects.update(tagline="From plants.", disclaimer="Ask a doctor.")
        for url in ("/", "/blog/", "/products/", "/search/"):
            words = (
                BeautifulSoup(client.get(url).content, "html.parser").select_one(".site-footer").get_text()
            )
            assert "From plants." in words
            assert "Ask a doctor." in words

    def test_that_were_emptied_leave_no_trace(self, client):
        SiteTexts.objects.update(tagline="")
        page = BeautifulSoup(client.get("/").content, "html.parser")
        assert not page.select(".site-footer__line")

    def test_of_a_site_that_has_none_are_those_of_a_new_one(self, client):
        SiteTexts.objects.all().delete()
        assert "Food supplements are no substitute" in client.get("/").content.decode()

    def test_with_markup_are_shown_as_text(self, client):
        SiteTexts.objects.update(tagline="<b>From plants</b>")
        assert "&lt;b&gt;From plants" in client.get("/").content.decode()


def test_menus_and_links_of_a_page_cost_one_query_of_pages(client, made_anew):
    target = plain_page("About")
    page = make_article(text(f'<p><a linktype="page" id="{make_article(title="Other").pk}">see</a></p>'))
    set_menu("header", page_entry(target), page_entry(ProductIndexPage.objects.get()))
    set_menu("footer", page_entry(plain_page("Terms")), page_entry(journal()))
    SiteTexts.objects.update(how_we_write=plain_page("Our way"))
    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        html = client.get(page.url).content.decode()
    for address in ("/about/", "/terms/", "/our-way/", "/blog/other/"):
        assert f'href="{address}"' in html
    asked = [query["sql"] for query in captured]
    assert sum('FROM "content_sitetexts"' in sql for sql in asked) == 1
    assert sum('FROM "wagtailcore_page"' in sql and str(target.pk) in sql for sql in asked) == 1


@pytest.mark.parametrize(
    ("url", "path", "expected"),
    [
        ("/blog/", "/blog/", "page"),
        ("/blog/", "/blog/bone/", "true"),
        ("/blog/", "/blogs/", ""),
        ("/", "/blog/", ""),
        ("/", "/", "page"),
        ("https://shop.example/", "/blog/", ""),
    ],
)
def test_a_link_knows_whether_the_reader_is_there(url, path, expected):
    assert aria_current(url, path) == expected


@pytest.mark.parametrize(("group", "status"), [("Reviewers", 200), ("Editors", 302)])
def test_the_texts_can_be_changed_by_reviewers_and_not_by_editors(client, group, status):
    user = get_user_model().objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    response = client.get("/admin/settings/content/sitetexts/", follow=True)
    assert (b"Texts and menus" in response.content or b"texts and menus" in response.content) is (
        status == 200
    )
    assert ("tagline" in response.content.decode()) is (status == 200)


def test_the_pages_of_the_menus_are_loaded_with_whatever_page_is_asked_for_first(client, made_anew):
    SiteTexts.objects.update(how_we_write=plain_page("Our way"))
    page = make_article(title="Iron")
    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        client.get(page.url)
    by_id = [query["sql"] for query in captured if '"wagtailcore_page"."id" IN (' in query["sql"]]
    assert len(by_id) == 1
