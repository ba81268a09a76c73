"""What is said of the pictures of an article before it is published."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.checks import posters
from blog.checks.findings import review, review_all
from blog.models import ArticlePage, Fact
from blog.tests.factories import block, infographic, line, make_article, rewrite, text
from blog.tests.posters.test_views import bars, figure

pytestmark = pytest.mark.django_db


def long_panel(number):
    points = [
        block("item", line(f"Point {number}.{n} " + "with a good many words to it " * 5)) for n in range(8)
    ]
    return block(
        "nutrient", {"title": f"Panel {number}", "points": points, "sources_label": "", "sources": ""}
    )


def crowded():
    return infographic(*[long_panel(number) for number in range(8)], title="Crowded")


def found(article, rule="crowded_poster"):
    return [finding for finding in review(article).findings if finding.rule == rule]


def test_an_infographic_that_fits_is_let_be():
    assert not found(make_article(figure()))


def test_a_tall_picture_that_leaves_out_panels_is_told_of_with_the_way_to_them():
    article = make_article(crowded())
    (finding, *_cards) = [one for one in found(article) if one.subject == "pin"]
    assert "of the 8 panels" in finding.message or "no panel" in finding.message
    assert finding.place == f"body.{article.body[0].id}.panels"
    assert finding.quote == "Crowded"


def test_it_is_told_of_what_stands_in_the_form_and_not_of_what_was_published():
    article = make_article(figure())
    rewrite(article, crowded(), publish=False)
    article = ArticlePage.objects.get(pk=article.pk)
    assert not found(article)
    assert found(article.get_latest_revision_as_object())


def test_a_character_no_font_has_is_told_of():
    (finding,) = found(make_article(figure("Bone \U00012000")), "missing_character")
    assert "\U00012000" in finding.message


def test_an_article_without_infographic_is_not_measured(monkeypatch):
    monkeypatch.setattr(posters, "legibility", None)
    assert not found(make_article(text("<p>Words.</p>")))


def test_what_has_not_changed_is_not_measured_again(monkeypatch):
    article = make_article(figure("Measured once"))
    review(article)
    monkeypatch.setattr(posters, "legibility", None)
    review(ArticlePage.objects.get(pk=article.pk))


def test_a_report_of_many_articles_measures_none(monkeypatch):
    monkeypatch.setattr(posters, "legibility", None)
    review_all([make_article(crowded(), title=f"Article {number}") for number in range(3)])


def test_publishing_measures_nothing(monkeypatch, admin_client):
    from blog.editor.publishing import warn_of_what_is_broken

    monkeypatch.setattr(posters, "legibility", None)
    warn_of_what_is_broken(None, make_article(infographic(bars(), title="Not measured yet")))


def test_many_infographics_take_no_more_queries_than_one():
    def queries(article):
        with CaptureQueriesContext(connection) as captured:
            review(ArticlePage.objects.get(pk=article.pk))
        return len(captured)

    facts = [Fact.objects.create(statement=f"Fact {n}", low=n + 1, unit="%") for n in range(6)]
    few = make_article(figure("One", fact=facts[0].pk), title="Few")
    many = make_article(*[figure(f"Number {n}", fact=fact.pk) for n, fact in enumerate(facts)], title="Many")
    assert queries(many) == queries(few)
