"""A saved article's review: what it refers to, and what that costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from blog.checks.finding import Finding
from blog.checks.findings import review, review_all
from blog.models import ArticlePage, Fact, Source
from blog.tests.factories import (
    block,
    call_to_action,
    callout,
    heading,
    infographic,
    line,
    make_article,
    mention,
    rewrite,
    text,
)
from products.models import ProductPage
from products.tests.factories import make_product
from qnwellness.images.models import SiteImage

pytestmark = pytest.mark.django_db


def of(article: ArticlePage, rule: str) -> list[Finding]:
    return [finding for finding in review(article).findings if finding.rule == rule]


def page_link(page: ArticlePage) -> str:
    return f'<p>See <a linktype="page" id="{page.pk}">this one</a>.</p>'


class TestLinks:
    def test_to_a_live_article_are_fine(self) -> None:
        article = make_article(text(page_link(make_article(title="Other"))))
        assert of(article, "broken_link") == of(article, "unpublished_target") == []

    def test_to_a_draft_are_told(self) -> None:
        article = make_article(text(page_link(make_article(title="Other", publish=False))))
        (finding,) = of(article, "unpublished_target")
        assert finding.quote == "this one"
        assert "“Other” is not published." in finding.message

    def test_to_a_private_article_are_told(self) -> None:
        other = make_article(title="Other")
        PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
        assert "is private" in of(make_article(text(page_link(other))), "unpublished_target")[0].message

    def test_to_an_expired_article_are_told(self) -> None:
        other = make_article(title="Other")
        ArticlePage.objects.filter(pk=other.pk).update(expire_at=timezone.now() - timedelta(days=1))
        assert "is over" in of(make_article(text(page_link(other))), "unpublished_target")[0].message

    def test_to_what_has_been_deleted_must_be_fixed(self) -> None:
        other = make_article(title="Other")
        html = page_link(other)
        other.delete()
        (finding,) = of(make_article(text(html)), "broken_link")
        assert finding.quote == "this one"

    def test_to_a_heading_of_the_article_follow_its_older_addresses(self) -> None:
        article = make_article(heading("Bone"), text('<p><a href="#bone">up</a> <a href="#gone">no</a></p>'))
        assert [finding.subject for finding in of(article, "broken_link")] == ["gone"]

    def test_in_corrections_are_looked_at(self) -> None:
        article = make_article()
        correction = block(
            "correction", {"made_on": "2026-01-01", "text": '<p><a href="https://x">a</a></p>'}
        )
        article.corrections = article.corrections.stream_block.to_python([correction])
        assert [finding.place.split(".")[0] for finding in of(article, "broken_link")] == ["corrections"]


class TestProducts:
    @pytest.fixture
    def hidden(self) -> ProductPage:
        return make_product(title="Quiet", state=ProductPage.Availability.HIDDEN)

    def test_that_are_hidden_are_told_on_every_surface(self, hidden: ProductPage) -> None:
        article = make_article(
            text(f"<p>{mention(hidden)}</p>"), callout(hidden), infographic(call_to_action(hidden))
        )
        messages = [finding.message for finding in of(article, "unpublished_target")]
        assert len(messages) == 3
        assert all("“Quiet” is hidden in the shop." in message for message in messages)

    def test_that_are_deleted_must_be_fixed_on_every_surface(self, hidden: ProductPage) -> None:
        article = make_article(
            text(f"<p>{mention(hidden)}</p>"), callout(hidden), infographic(call_to_action(hidden))
        )
        hidden.delete()
        article = ArticlePage.objects.get(pk=article.pk)
        assert len(of(article, "broken_link")) == 1
        assert len(of(article, "missing_product")) == 2

    def test_lead_to_their_field(self) -> None:
        panel = call_to_action(None, link_label="Learn more")
        article = make_article(infographic(panel))
        (finding,) = of(article, "aimless_call")
        (figure,) = article.body.raw_data
        assert finding.place == f"body.{figure['id']}.panels.{panel['id']}.product"


class TestCitations:
    def test_of_a_source_count(self) -> None:
        source = Source.objects.create(title="Bone")
        html = f'<p>Studies show it.<a linktype="source" id="{source.pk}">Bone</a></p>'
        assert of(make_article(text(html)), "uncited_claim") == []

    def test_in_a_panel_goes_for_all_of_it(self) -> None:
        source = Source.objects.create(title="Bone")
        value = {
            "title": "K2",
            "points": [block("item", line("Studies show it."))],
            "sources": "",
            "sources_label": "",
        }
        cited = {**value, "citations": [block("item", source.pk)]}
        assert of(make_article(infographic(block("nutrient", cited))), "uncited_claim") == []
        empty = {**value, "citations": [block("item", None)]}
        article = make_article(infographic(block("nutrient", empty)), title="Without")
        assert len(of(article, "uncited_claim")) == 1
        assert of(article, "broken_link") == []

    def test_in_one_paragraph_of_a_note_does_not_go_for_the_other(self) -> None:
        source = Source.objects.create(title="Bone")
        html = f'<p>A.<a linktype="source" id="{source.pk}">Bone</a></p><p>Studies show it.</p>'
        note = block("note", {"kind": "caution", "title": "", "text": html})
        assert len(of(make_article(note), "uncited_claim")) == 1

    def test_of_a_deleted_source_must_be_fixed(self) -> None:
        html = '<p>Studies show it.<a linktype="source" id="999">Bone</a></p>'
        assert len(of(make_article(text(html)), "broken_link")) == 1


class TestFacts:
    def test_that_are_used_are_fine(self) -> None:
        fact = Fact.objects.create(statement="Zinc absorbed", low=15, high=20, unit="%")
        article = make_article(text(f'<p>About <a linktype="fact" id="{fact.pk}">15–20%</a>.</p>'))
        assert of(article, "broken_link") == []

    def test_that_are_deleted_must_be_replaced(self) -> None:
        article = make_article(text('<p>About <a linktype="fact" id="999">15–20%</a>.</p>'))
        (finding,) = of(article, "broken_link")
        assert finding.message.startswith("The fact used here has been deleted.")
        assert finding.quote == "15–20%"

    def test_above_an_upper_level_are_told_where_they_are_used(self) -> None:
        fact = Fact.objects.create(
            statement="Vitamin D a day", low=1000, high=5000, unit="IU", nutrient="vitamin D"
        )
        article = make_article(text(f'<p>Take <a linktype="fact" id="{fact.pk}">800 IU</a> daily.</p>'))
        (finding,) = of(article, "high_dose")
        assert finding.message.startswith("5,000\u00a0IU of vitamin D a day")


class TestPictures:
    @pytest.fixture
    def picture(self) -> SiteImage:
        return SiteImage.objects.create(title="bone", file=get_test_image_file())

    def test_without_a_description_must_be_fixed(self, picture: SiteImage) -> None:
        value = {"image": picture.pk, "decorative": False, "alt_text": ""}
        (finding,) = of(
            make_article(block("image", {"picture": value, "caption": ""})), "missing_description"
        )
        assert finding.place.endswith(".picture.alt_text")

    def test_that_are_gone_must_be_fixed(self) -> None:
        value = {"image": 999, "decorative": False, "alt_text": "A bone"}
        assert (
            len(of(make_article(block("image", {"picture": value, "caption": ""})), "missing_picture")) == 1
        )

    def test_may_be_left_out_where_a_block_says_so(self) -> None:
        value = {"address": "https://vimeo.com/76979871", "title": "Bone", "poster": None, "length": ""}
        article = make_article(block("video", value))
        assert of(article, "missing_picture") == of(article, "missing_description") == []

    def test_at_the_top_are_described_in_the_library(self, picture: SiteImage) -> None:
        article = make_article(hero=picture)
        assert of(article, "file_name_description") == of(article, "missing_hero") == []
        SiteImage.objects.update(title="IMG_0042.gif")
        assert len(of(article, "file_name_description")) == 1


def test_an_article_is_reviewed_as_it_is_now() -> None:
    article = make_article(text("<p>Studies show it.</p>"))
    assert len(of(article, "uncited_claim")) == 1
    assert of(rewrite(article, text("<p>Bone.</p>")), "uncited_claim") == []


@pytest.mark.slow
def test_many_articles_take_no_more_queries_each_than_their_authors_and_anchors() -> None:
    product = make_product()

    def make(number: int) -> None:
        make_article(heading("A"), text(f"<p>{mention(product)}</p>"), title=f"Article {number}")

    def queries() -> int:
        pages = list(ArticlePage.objects.prefetch_related("anchors"))
        with CaptureQueriesContext(connection) as captured:
            review_all(pages)
        return len(captured) - len(pages)

    make(0)
    few = queries()
    for number in range(1, 6):
        make(number)
    assert queries() == few
