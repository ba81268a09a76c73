"""The life of real articles through their form: whatever happens, old links lead somewhere."""

from datetime import timedelta
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from blog.models import ArticleAnchor, ArticlePage
from blog.tests.factories import heading, make_article
from blog.tests.open_form import DirectForm

pytestmark = pytest.mark.slow

WORDS = st.sampled_from(["Sun", "Light", "Food", "2024"])
TYPED = st.sampled_from(["", "sun", "light", "food", "rays"])
PLACES = st.integers(min_value=0, max_value=5)


class History(RuleBasedStateMachine):
    """An article, its revisions, and a form that may have been open for long. A refused form is opened anew."""

    @initialize(publish=st.booleans())
    def write(self, publish):
        self.around = transaction.atomic()
        self.around.__enter__()
        self.reader = Client()
        self.article = make_article(heading("Sun"), heading("Light"), publish=publish)
        self.carried = {}
        self.form = DirectForm(self.article)

    def teardown(self):
        if hasattr(self, "around"):
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)

    @rule(number=PLACES)
    def open_a_version(self, number):
        versions = list(self.article.revisions.order_by("pk"))
        self.form = DirectForm(self.article, versions[number % len(versions)])

    @rule(text=WORDS, typed=TYPED, place=PLACES)
    def add(self, text, typed, place):
        self.form.add(text, place, anchor=typed)

    @precondition(lambda self: self.form.blocks)
    @rule(text=WORDS, typed=TYPED, place=PLACES)
    def edit(self, text, typed, place):
        value = self.form.blocks[place % len(self.form.blocks)]["value"]
        value.update({"text": text} if typed == "" else {"anchor": typed})

    @precondition(lambda self: self.form.blocks)
    @rule(place=PLACES)
    def delete(self, place):
        del self.form.blocks[place % len(self.form.blocks)]

    @precondition(lambda self: self.form.blocks)
    @rule(place=PLACES)
    def duplicate(self, place):
        self.form.duplicate(place % len(self.form.blocks))

    @precondition(lambda self: self.form.blocks)
    @rule(start=PLACES, end=PLACES)
    def reorder(self, start, end):
        self.form.blocks.insert(end, self.form.blocks.pop(start % len(self.form.blocks)))

    @rule(publish=st.booleans())
    def save(self, publish):
        if not self.form.save(publish=publish) or publish:
            self.form = DirectForm(self.article)

    @rule(number=PLACES)
    def publish_a_version_as_it_is(self, number):
        revisions = self.article.revisions.order_by("pk")
        # A copied page has revisions with the address of the original, which cannot be published.
        own = [revision for revision in revisions if revision.content["slug"] == self.article.slug]
        own[number % len(own)].publish()

    @rule()
    def schedule_and_wait(self):
        draft = self.article.get_latest_revision_as_object()
        draft.go_live_at = timezone.now() + timedelta(hours=1)
        draft.save_revision().publish()
        with mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(hours=2)):
            call_command("publish_scheduled")
        draft = self.article.get_latest_revision_as_object()
        draft.go_live_at = None
        draft.save_revision().publish()

    @rule()
    def take_down(self):
        ArticlePage.objects.get(pk=self.article.pk).unpublish()

    @rule()
    def copy(self):
        slug = f"copy-{ArticlePage.objects.count()}"
        source = ArticlePage.objects.get(pk=self.article.pk)
        self.article = source.copy(update_attrs={"slug": slug}, keep_live=False)
        self.carried = {}
        self.form = DirectForm(self.article)

    @invariant()
    def old_links_lead_somewhere(self):
        article = ArticlePage.objects.get(pk=self.article.pk)
        for row in ArticleAnchor.objects.filter(article=article):
            self.carried.setdefault(row.block_id, set()).add(row.anchor)
        if not article.live:
            return
        page = BeautifulSoup(self.reader.get(article.url).content, "html.parser")
        ids = [element["id"] for element in page.find_all(id=True)]
        assert len(set(ids)) == len(ids)
        for item in article.body.raw_data:
            assert self.carried.get(item["id"], set()) <= set(ids)
        assert {link["href"][1:] for link in page.select("nav.contents a")} <= set(ids)


@pytest.mark.django_db
def test_whatever_is_done_to_an_article_its_old_links_lead_somewhere():
    # Shortening a story of real pages takes minutes; the same story without pages (`outline`) is shortened at once.
    phases = [Phase.explicit, Phase.reuse, Phase.generate]
    run_state_machine_as_test(
        History, settings=settings(max_examples=12, stateful_step_count=10, phases=phases)
    )
