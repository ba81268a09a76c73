"""Old versions go; what is read, waited for or worked on stays."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Revision, Workflow

from blog.models import ArticlePage
from blog.tests.factories import heading, make_article
from blog.tests.facts.sourced import make_full_fact
from blog.tests.sources.sources import make_source

pytestmark = pytest.mark.django_db


def old(*revisions: Revision, days: int = 100) -> None:
    keys = [revision.pk for revision in revisions] or Revision.objects.values("pk")
    Revision.objects.filter(pk__in=keys).update(created_at=timezone.now() - timedelta(days=days))


def prune(capsys, *arguments: str) -> str:
    call_command("prune_revisions", *arguments)
    return capsys.readouterr().out


@pytest.fixture
def article() -> ArticlePage:
    """Return an article of five versions: the third is published, the last is a draft."""
    made = make_article(heading("A"), title="Version 1")
    for number in range(2, 6):
        draft = made.get_latest_revision_as_object()
        draft.title = f"Version {number}"
        revision = draft.save_revision()
        if number == 3:
            revision.publish()
    return ArticlePage.objects.get(pk=made.pk)


def titles(article: ArticlePage) -> list[str]:
    return [revision.content["title"] for revision in article.revisions.order_by("pk")]


def test_the_published_and_the_newest_version_stay(article, capsys):
    old()
    assert "Deleted" in prune(capsys)
    assert titles(article) == ["Version 3", "Version 5"]
    article.refresh_from_db()
    assert article.live_revision.content["title"] == "Version 3"


def test_what_is_not_old_enough_stays(article, capsys):
    old(days=89)
    prune(capsys)
    assert len(titles(article)) == 5
    prune(capsys, "--days", "88")
    assert len(titles(article)) == 2


def test_a_dry_run_deletes_nothing(article, capsys):
    old()
    assert prune(capsys, "--dry-run").startswith("3 versions older than 90 days would go")
    assert len(titles(article)) == 5


def test_what_is_to_be_published_at_a_time_stays(article, capsys):
    fourth = article.revisions.order_by("pk")[3]
    Revision.objects.filter(pk=fourth.pk).update(approved_go_live_at=timezone.now() + timedelta(days=3))
    old()
    prune(capsys)
    assert titles(article) == ["Version 3", "Version 4", "Version 5"]


def test_what_is_being_reviewed_stays(article, capsys):
    Workflow.objects.get().start(article, get_user_model().objects.create_user("editor"))
    reviewed = article.current_workflow_state.current_task_state.revision
    draft = article.get_latest_revision_as_object()
    draft.title = "Version 6"
    draft.save_revision()
    old()
    prune(capsys)
    assert reviewed in article.revisions.all()


def test_versions_of_facts_go_as_well(capsys):
    fact = make_full_fact(make_source("A study"), statement="A fact")
    for _time in range(3):
        fact.save_revision()
    old()
    prune(capsys)
    assert fact.revisions.count() == 1


def test_it_costs_the_same_for_few_and_many(article, capsys, django_assert_max_num_queries):
    for _time in range(20):
        article.save_revision()
    old()
    with django_assert_max_num_queries(25):
        prune(capsys)


def test_no_day_before_today_is_taken(capsys):
    with pytest.raises(CommandError, match="0 or more"):
        prune(capsys, "--days", "-1")
