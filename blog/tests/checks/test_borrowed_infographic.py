"""What is said of an infographic of another article that readers cannot see."""

import pytest

from blog.checks.findings import review
from blog.models import ArticlePage
from blog.tests.factories import block, infographic, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def lender():
    return make_article(infographic(), title="The lender")


@pytest.fixture
def host(lender):
    return make_article(block("borrowed_infographic", {"article": lender.pk, "title": ""}), title="Host")


def of(article, rule):
    return [
        finding for finding in review(ArticlePage.objects.get(pk=article.pk)).findings if finding.rule == rule
    ]


def test_one_that_is_shown_is_fine(host):
    assert of(host, "broken_link") == of(host, "unpublished_target") == []


def test_one_of_a_draft_is_told_with_what_readers_see(host, lender):
    lender.unpublish()
    (finding,) = of(host, "unpublished_target")
    assert (
        finding.message == "“The lender” is not published. Readers see nothing in place of its infographic."
    )
    assert finding.place.endswith(".article")


def test_one_that_has_been_deleted_must_be_mended(host, lender):
    lender.delete()
    (finding,) = of(host, "broken_link")
    assert finding.message == "The article whose infographic is shown here has been deleted."
