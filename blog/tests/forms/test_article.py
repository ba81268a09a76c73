"""Addresses of headings in the form editors fill in, as a browser opens and sends it."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages

from blog.models import ArticlePage
from blog.tests.factories import block, heading, make_article, text
from blog.tests.open_form import OpenForm, refusals

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, admin_user):
    client.force_login(admin_user)
    return client


def addresses(article):
    """Return the addresses of each heading of the live page, the current one first."""
    outline = ArticlePage.objects.get(pk=article.pk).outline
    return [[outline.anchors[block_id], *outline.aliases[block_id]] for block_id in outline.anchors]


class TestTheForm:
    def test_shows_no_address_of_a_heading_that_was_never_published(self, editor):
        form = OpenForm(editor, make_article(heading("Sun"), publish=False))
        assert (form.heading("Sun")["anchor"], form.heading("Sun")["anchor_was"]) == ("", "")

    def test_shows_the_address_a_heading_has(self, editor):
        form = OpenForm(editor, make_article(heading("Sun")))
        assert (form.heading("Sun")["anchor"], form.heading("Sun")["anchor_was"]) == ("sun", "sun")

    def test_shows_the_address_of_today_whichever_version_it_opens(self, editor):
        article = make_article(heading("Sun"))
        first = article.latest_revision
        for name in ("light", "rays"):
            form = OpenForm(editor, article)
            form.heading("Sun")["anchor"] = name
            form.publish()
        shown = OpenForm(editor, article, revision=first).heading("Sun")
        assert (shown["anchor"], shown["anchor_was"]) == ("rays", "rays")

    def test_shows_what_was_typed_and_waits_for_publishing(self, editor):
        article = make_article(heading("Sun"))
        form = OpenForm(editor, article)
        form.heading("Sun")["anchor"] = "light"
        form.post()
        shown = OpenForm(editor, article).heading("Sun")
        assert (shown["anchor"], shown["anchor_was"]) == ("light", "sun")
        OpenForm(editor, article).publish()
        assert addresses(article) == [["light", "sun"]]

    def test_does_not_take_opening_it_for_a_change(self, editor):
        article = make_article(heading("Sun"), text("<p>Words.</p>"))
        OpenForm(editor, article).publish()
        article = ArticlePage.objects.get(pk=article.pk)
        assert article.get_latest_revision_as_object().body.raw_data[0]["value"]["anchor"] == "sun"
        assert addresses(article) == [["sun"]]

    def test_costs_one_query_for_all_addresses(self, editor, django_assert_num_queries):
        article = make_article(heading("Sun"), heading("Light"), heading("Rays"))
        form_class = ArticlePage.get_edit_handler().get_form_class()
        with django_assert_num_queries(1):
            article.kept_anchors()
        form = form_class(instance=article, for_user=None)
        assert [child.value["anchor"] for child in form.initial["body"]] == ["sun", "light", "rays"]

    def test_hides_what_it_showed_from_people(self, editor):
        article = make_article(heading("Sun"))
        page = BeautifulSoup(editor.get(f"/admin/pages/{article.pk}/edit/").content, "html.parser")
        assert page.find("link", href=lambda href: href and "blog/css/admin/heading.css" in href)


class TestRenamingInTwoBrowsers:
    @pytest.fixture
    def article(self):
        return make_article(heading("Calcium"))

    @pytest.fixture
    def second(self, editor, article):
        """Return a form that was opened before somebody else called the heading “aaa”."""
        first, second = OpenForm(editor, article), OpenForm(editor, article)
        first.heading("Calcium")["anchor"] = "aaa"
        first.publish()
        return second

    def test_the_later_wish_is_heard_and_told_of_and_every_address_leads_on(self, article, second):
        second.heading("Calcium")["anchor"] = "bbb"
        response = second.publish()
        assert addresses(article) == [["bbb", "calcium", "aaa"]]
        assert ["“aaa”" in str(said) for said in get_messages(response.wsgi_request)].count(True) == 1

    def test_a_draft_keeps_the_later_wish_without_an_error_that_would_stop_automatic_saves(
        self, editor, article, second
    ):
        second.heading("Calcium")["anchor"] = "bbb"
        for _ in range(2):
            assert second.post().status_code == 302
        assert addresses(article) == [["aaa", "calcium"]]
        shown = OpenForm(editor, article).heading("Calcium")
        assert (shown["anchor"], shown["anchor_was"]) == ("bbb", "aaa")
        OpenForm(editor, article).publish()
        assert addresses(article) == [["bbb", "calcium", "aaa"]]

    @pytest.mark.parametrize("typed", ["calcium", "aaa", ""])
    def test_who_asks_for_nothing_new_changes_nothing(self, article, second, typed):
        second.heading("Calcium")["anchor"] = typed
        response = second.publish()
        assert addresses(article) == [["aaa", "calcium"]]
        assert not any("“aaa”" in str(said) for said in get_messages(response.wsgi_request))

    def test_an_address_another_heading_has_is_refused_all_the_same(self, editor):
        article = make_article(heading("Calcium"), heading("Sun"))
        first, second = OpenForm(editor, article), OpenForm(editor, article)
        first.heading("Calcium")["anchor"] = "aaa"
        first.publish()
        second.heading("Calcium")["anchor"] = "sun"
        ((_, said),) = refusals(second.post(**{"action-publish": "action-publish"}))
        assert "“sun” is already the address of" in said


class TestRenaming:
    def test_leaves_the_old_link_on_the_right_heading(self, editor, client):
        article = make_article(heading("How much"), heading("Sun"))
        form = OpenForm(editor, article)
        form.heading("How much")["anchor"] = "https://example.com/blog/x/#My dosage"
        form.publish()
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert page.find(id="my-dosage").get_text() == "How much"
        assert page.find(id="how-much").find_parent("h2") is page.find(id="my-dosage")
        assert page.find("nav", class_="contents").find("a", href="#my-dosage")

    def test_back_is_possible(self, editor):
        article = make_article(heading("Sun"))
        for name in ("light", "sun"):
            form = OpenForm(editor, article)
            form.heading("Sun")["anchor"] = name
            form.publish()
        assert addresses(article) == [["sun", "light"]]

    def test_does_not_happen_by_a_form_left_open_that_still_shows_the_old_address(self, editor):
        article = make_article(heading("Sun"))
        left_open, quick = OpenForm(editor, article), OpenForm(editor, article)
        quick.heading("Sun")["anchor"] = "light"
        quick.publish()
        left_open.heading("Sun")["text"] = "Sunlight"
        left_open.publish()
        assert addresses(article) == [["light", "sun"]]

    def test_by_emptying_the_field_changes_nothing(self, editor):
        article = make_article(heading("Sun"))
        form = OpenForm(editor, article)
        form.heading("Sun")["anchor"] = ""
        form.publish()
        assert addresses(article) == [["sun"]]

    def test_is_possible_before_the_first_publishing(self, editor):
        article = make_article(heading("Sun"), publish=False)
        form = OpenForm(editor, article)
        form.heading("Sun")["anchor"] = "light"
        form.publish()
        assert addresses(article) == [["light"]]


class TestAnAddressIsRefused:
    @pytest.fixture
    def article(self, editor):
        article = make_article(heading("How much"), heading("Sun"))
        form = OpenForm(editor, article)
        form.heading("How much")["anchor"] = "dosage"
        form.publish()
        return article

    def refused(self, editor, article, **typed):
        form = OpenForm(editor, article)
        for text_of, wish in typed.items():
            form.heading(text_of)["anchor"] = wish
        before = addresses(article)
        response = form.post(**{"action-publish": "action-publish"})
        assert response.status_code == 200
        assert addresses(article) == before
        return refusals(response)

    def test_that_is_an_older_one_of_another_heading(self, editor, article):
        assert self.refused(editor, article, Sun="How much?") == [
            (1, "“how-much” is already an older address of “How much”. Choose another.")
        ]

    def test_that_another_heading_has(self, editor, article):
        assert self.refused(editor, article, Sun="dosage") == [
            (1, "“dosage” is already the address of “How much”. Choose another.")
        ]

    def test_that_another_heading_is_to_get(self, editor, article):
        assert self.refused(editor, article, **{"How much": "amount", "Sun": "amount"}) == [
            (1, "“amount” is what “How much” is to be called. Choose another.")
        ]

    def test_that_the_page_uses_itself(self, editor, article):
        assert self.refused(editor, article, Sun="Sources") == [
            (1, "“sources” is used by the page itself. Choose another.")
        ]

    def test_without_a_letter_or_digit(self, editor, article):
        assert self.refused(editor, article, Sun="#…") == [(1, "Write at least one letter or digit.")]

    def test_in_a_draft_as_well(self, editor, article):
        form = OpenForm(editor, article)
        form.heading("Sun")["anchor"] = "dosage"
        assert refusals(form.post()) != []


class TestABlock:
    def test_that_was_duplicated_gets_an_address_from_its_words(self, editor):
        article = make_article(heading("Sun"))
        form = OpenForm(editor, article)
        form.heading("Sun")["anchor"] = "light"
        form.publish()
        form = OpenForm(editor, article)
        form.duplicate(0)
        form.publish()
        assert addresses(article) == [["light", "sun"], ["sun-2"]]

    def test_with_the_id_of_another_gets_one_of_its_own(self, editor):
        article = make_article(heading("Sun"), block("text", "<p>Words.</p>"))
        form = OpenForm(editor, article)
        form.blocks += [form.blocks[0], {**form.blocks[0], "id": ""}]
        form.publish()
        assert addresses(article) == [["sun"], ["sun-2"], ["sun-3"]]


def test_a_copy_opened_in_the_form_has_addresses_of_its_own(editor):
    article = make_article(heading("Sun"))
    form = OpenForm(editor, article)
    form.heading("Sun")["anchor"] = "light"
    form.publish()
    OpenForm(editor, article).post()
    article = ArticlePage.objects.get(pk=article.pk)
    copy = article.copy(update_attrs={"slug": "a-copy"}, keep_live=False)
    form = OpenForm(editor, copy)
    assert form.heading("Sun")["anchor"] == ""
    form.publish()
    assert addresses(copy) == [["sun"]]


def test_a_heading_can_be_left_out_of_the_list_and_have_a_label_of_its_own(editor, client):
    article = make_article(heading("Sun"), heading("Food"), heading("Light"))
    form = OpenForm(editor, article)
    form.heading("Food")["is_listed"] = False
    form.heading("Sun")["contents_label"] = "What sun does"
    form.publish()
    page = BeautifulSoup(client.get(article.url).content, "html.parser")
    assert [link.get_text() for link in page.select("nav.contents a")] == ["What sun does", "Light"]
    assert page.find(id="food").get_text() == "Food"
