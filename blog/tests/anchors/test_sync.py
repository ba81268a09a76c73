"""The rows of kept anchors, on every way an article is published."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction

from blog.anchors.sync import sync
from blog.models import ArticleAnchor, ArticlePage, ProductMention, ProductRelation
from blog.tests.factories import callout, heading, journal, make_article, rewrite, text
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


def renamed(block, words=None, to="", over=""):
    """Return a stored heading with other words, or with an address typed over the one its form showed."""
    value = {**block["value"], "anchor": to, "anchor_was": over}
    return {**block, "value": value | ({"text": words} if words else {})}


def called(article):
    rows = ArticleAnchor.objects.filter(article=article).order_by("pk")
    return [(row.anchor, row.is_current) for row in rows]


@pytest.fixture
def leads_to(client):
    """Return `leads_to(article, fragment)`: the heading a reader of the live page gets to."""

    def find(article, fragment):
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        (target,) = page.find_all(id=fragment)
        return (target if target.name.startswith("h") else target.find_parent(["h2", "h3", "h4"])).get_text()

    return find


class TestThePublishedPage:
    def test_keeps_the_address_when_the_words_change(self, leads_to):
        how_much = heading("How much")
        article = make_article(how_much)
        rewrite(article, renamed(how_much, "The right amount"))
        assert leads_to(article, "how-much") == "The right amount"

    def test_leads_from_the_older_address_to_the_renamed_heading(self, leads_to):
        how_much = heading("How much")
        article = make_article(how_much, heading("Sun"))
        rewrite(article, renamed(how_much, to="dosage", over="how-much"), heading("How much"))
        assert leads_to(article, "dosage") == leads_to(article, "how-much") == "How much"
        assert called(article)[:2] == [("how-much", False), ("sun", True)]

    def test_keeps_addresses_when_headings_change_places(self, leads_to):
        first, second = heading("Sun", "2"), heading("Sun", "3")
        article = make_article(first, text("<p>One.</p>"), second)
        rewrite(article, second, first)
        assert article.outline.anchors == {first["id"]: "sun", second["id"]: "sun-2"}

    def test_keeps_what_a_heading_in_the_contents_list_only_was_called(self, client):
        landing = heading("Introduction", "contents")
        article = make_article(landing)
        rewrite(article, renamed(landing, to="start", over="introduction"))
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert page.find(class_="landing").get("id") == "start"
        assert page.find(class_="landing").find(id="introduction")

    def test_goes_by_its_rows_when_an_old_revision_is_published(self, leads_to):
        how_much = heading("How much")
        article = make_article(how_much)
        old = article.latest_revision
        rewrite(article, renamed(how_much, to="dosage", over="how-much"))
        rewrite(article, renamed(how_much, to="amount", over="dosage"))
        old.publish()
        assert called(article) == [("how-much", False), ("dosage", False), ("amount", True)]
        assert leads_to(article, "dosage") == "How much"

    def test_is_found_by_old_links_after_it_was_taken_down_and_published_again(self, leads_to):
        how_much = heading("How much")
        article = make_article(how_much)
        article.unpublish()
        rewrite(article, renamed(how_much, "Amounts"))
        assert leads_to(article, "how-much") == "Amounts"

    def test_reads_its_rows_with_one_query_and_without_headings_with_none(self, django_assert_num_queries):
        article, plain = make_article(heading("Sun")), make_article(text("<p>Words.</p>"), title="Plain")
        with django_assert_num_queries(1):
            assert article.outline.anchors
        with django_assert_num_queries(0):
            assert not plain.outline.anchors


class TestADraft:
    def test_has_no_rows(self):
        assert called(make_article(heading("Sun"), publish=False)) == []

    def test_changes_none_of_the_live_page(self):
        sun = heading("Sun")
        article = make_article(sun)
        rewrite(article, renamed(sun, to="light", over="sun"), publish=False)
        assert called(article) == [("sun", True)]

    def test_shows_what_publishing_it_would_give(self):
        sun = heading("Sun")
        article = make_article(sun)
        rewrite(article, renamed(sun, to="light", over="sun"), publish=False)
        outline = article.get_latest_revision_as_object().outline
        assert (outline.anchors[sun["id"]], outline.aliases[sun["id"]]) == ("light", ("sun",))

    def test_that_was_never_saved_has_an_outline(self):
        article = ArticlePage(title="New")
        article.body = article.body.stream_block.to_python([heading("Sun"), heading("Light")])
        assert [entry.anchor for entry in article.outline.flat()] == ["sun", "light"]


class TestSchedulingAndOtherPages:
    def test_a_scheduled_version_is_published_with_the_addresses_of_that_hour(self, monkeypatch):
        sun = heading("Sun")
        article = make_article(sun)
        draft = rewrite(article, renamed(sun, to="rays", over="sun"), publish=False)
        draft = draft.get_latest_revision_as_object()
        draft.go_live_at = timezone.now() + timedelta(hours=1)
        scheduled = draft.save_revision()
        scheduled.publish()
        assert called(article) == [("sun", True)]
        later = timezone.now() + timedelta(hours=2)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        call_command("publish_scheduled")
        assert called(article) == [("sun", False), ("rays", True)]

    def test_a_copy_starts_with_addresses_of_its_own(self):
        sun = heading("Sun")
        article = make_article(sun)
        rewrite(article, renamed(sun, "Light"))
        copy = article.copy(update_attrs={"slug": "a-copy"}, keep_live=False)
        assert called(copy) == []
        copy.get_latest_revision().publish()
        assert called(copy) == [("light", True)]
        assert called(article) == [("sun", True)]

    def test_an_alias_has_the_addresses_of_the_page_it_follows(self, leads_to):
        sun = heading("Sun")
        article = make_article(sun)
        alias = article.create_alias(update_slug="again", parent=journal())
        rewrite(article, renamed(sun, to="light", over="sun"))
        alias = ArticlePage.objects.get(pk=alias.pk)
        assert leads_to(alias, "sun") == leads_to(alias, "light") == "Sun"

    def test_an_alias_keeps_them_when_it_becomes_a_page_of_its_own(self, leads_to):
        sun = heading("Sun")
        article = make_article(sun)
        rewrite(article, renamed(sun, to="light", over="sun"))
        alias = article.create_alias(update_slug="again", parent=journal())
        ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
        article.delete()
        assert leads_to(ArticlePage.objects.get(pk=alias.pk), "sun") == "Sun"

    def test_deleting_the_article_deletes_its_rows(self):
        article = make_article(heading("Sun"))
        article.delete()
        assert not ArticleAnchor.objects.exists()


def test_a_heading_that_took_the_place_of_another_keeps_its_links(leads_to):
    article = make_article(heading("Sun"))
    rewrite(article, heading("Sun"))
    assert leads_to(article, "sun") == "Sun"
    assert called(article) == [("sun", True)]


def test_an_older_address_of_a_heading_that_has_gone_takes_no_other_along(leads_to):
    zinc, twin, facts = heading("What zinc does"), heading("What zinc does"), heading("Zinc facts")
    article = make_article(zinc)
    first = article.latest_revision
    rewrite(article, renamed(zinc, to="zinc-facts", over="what-zinc-does"))
    rewrite(article, renamed(zinc, to="what-zinc-does", over="zinc-facts"), twin)
    rewrite(article, twin)
    rewrite(article, twin, facts)
    assert called(article) == [("what-zinc-does", True), ("zinc-facts", True), ("what-zinc-does-2", True)]
    first.publish()
    assert leads_to(article, "zinc-facts") == leads_to(article, "what-zinc-does") == "What zinc does"
    assert ArticlePage.objects.get(pk=article.pk).outline.anchors == {zinc["id"]: "what-zinc-does"}


def test_several_headings_renamed_back_at_once_are_not_in_each_others_way():
    a, b = heading("A"), heading("B")
    article = make_article(a, b)
    rewrite(article, renamed(a, to="c", over="a"), renamed(b, to="d", over="b"))
    rewrite(article, renamed(a, to="a", over="c"), renamed(b, to="b", over="d"))
    assert called(article) == [("a", True), ("b", True), ("c", False), ("d", False)]


def test_lists_of_products_link_to_the_address_the_page_shows():
    product = make_product()
    how_much = heading("How much")
    article = make_article(how_much, callout(product))
    rewrite(article, renamed(how_much, "Amounts", to="dosage", over="how-much"), callout(product))
    assert ProductMention.objects.get().anchor == "dosage"
    assert ProductRelation.objects.get().section_anchor == "dosage"
    call_command("check_mentions")


def test_keeping_what_is_kept_costs_one_query(django_assert_num_queries):
    article = make_article(heading("Sun"), heading("Light"))
    with django_assert_num_queries(1):
        sync(article)


def test_anchors_that_cannot_be_written_publish_nothing(monkeypatch):
    draft = make_article(heading("Sun"), publish=False)

    def broken(*args):
        raise RuntimeError("no rows today")

    monkeypatch.setattr("blog.anchors.sync._write", broken)
    with pytest.raises(RuntimeError):
        draft.get_latest_revision().publish()
    assert not ArticlePage.objects.get(pk=draft.pk).live
