"""A published heading that is deleted, from the warning to the way out of it."""

import pytest

from blog.checks.finding import Finding
from blog.checks.findings import review
from blog.models import ArticlePage, DismissedFinding
from blog.tests.factories import heading, make_article, rewrite, text
from blog.tests.open_form import OpenForm

pytestmark = pytest.mark.django_db


def gone(article: ArticlePage) -> list[Finding]:
    newest = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    return [finding for finding in review(newest).open if finding.rule == "gone_heading"]


def test_is_told_before_and_after_publishing():
    sun, light = heading("Sun"), heading("Light")
    article = make_article(sun, light)
    assert gone(article) == []
    rewrite(article, light, publish=False)
    assert [finding.subject for finding in gone(article)] == ["sun"]
    rewrite(article, light)
    (finding,) = gone(article)
    assert "“#sun”" in finding.message


def test_is_told_of_the_last_heading_too():
    article = make_article(heading("Sun"))
    rewrite(article, text("<p>Words.</p>"))
    assert [finding.subject for finding in gone(article)] == ["sun"]


def test_that_was_never_published_is_missed_by_nobody():
    article = make_article(heading("Sun"), publish=False)
    rewrite(article, heading("Light"))
    assert gone(article) == []


def test_is_told_no_more_once_another_one_was_given_its_address(client, admin_user):
    client.force_login(admin_user)
    article = make_article(heading("Sun"), heading("Light"))
    form = OpenForm(client, article)
    del form.blocks[0]
    form.heading("Light")["anchor"] = "sun"
    form.publish()
    outline = ArticlePage.objects.get(pk=article.pk).outline
    assert [*outline.anchors.values(), *outline.aliases.values()] == ["sun", ("light",)]
    assert gone(article) == []


def test_is_told_no_more_once_it_was_set_aside(admin_user):
    light = heading("Light")
    article = make_article(heading("Sun"), light)
    rewrite(article, light)
    (finding,) = gone(article)
    DismissedFinding.objects.create(
        article=article,
        rule=finding.rule,
        fingerprint=finding.fingerprint,
        reason="Nobody links there",
        dismissed_by=admin_user,
    )
    rewrite(article, {**light, "value": {**light["value"], "text": "Other words"}})
    assert gone(article) == []


def test_is_told_by_the_form_while_it_is_open(client, admin_user):
    client.force_login(admin_user)
    article = make_article(heading("Sun"), heading("Light"))
    form = OpenForm(client, article)
    del form.blocks[0]
    form.post()
    assert [finding.subject for finding in gone(article)] == ["sun"]
