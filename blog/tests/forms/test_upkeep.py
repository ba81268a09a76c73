"""What an article's form asks of its dates and its corrections."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.blocks.correction import CORRECTION_FEATURES
from blog.models import ArticlePage
from blog.tests.factories import make_article, make_author
from blog.tests.open_form import OpenForm

pytestmark = pytest.mark.django_db

SHOWN = "%Y-%m-%d %H:%M"
WRONG = "It is micrograms."


def posted(*corrections):
    """Return corrections, each (id, date, words), as the browser sends them."""
    made = [
        (
            "correction",
            {"made_on": made_on, "text": rich_text(f"<p>{words}</p>", features=CORRECTION_FEATURES)},
        )
        for _, made_on, words in corrections
    ]
    data = streamfield(made)
    for index, (block_id, _, _) in enumerate(corrections):
        data[str(index)]["id"] = block_id
    return data


def filled(article, admin, *, draft=False, **fields):
    """Return the form of an article, filled in."""
    page = article.get_latest_revision_as_object()
    plain = {
        "title": page.title,
        "slug": page.slug,
        "contents": page.contents,
        "body": streamfield([]),
        "corrections": posted(),
        "comments": inline_formset([]),
        "bylines": inline_formset([]),
        "picks": inline_formset([]),
    }
    data = nested_form_data({**plain, **fields})
    form = page.get_edit_handler().get_form_class()(
        data, instance=page, parent_page=page.get_parent(), for_user=admin
    )
    if draft:
        form.defer_required_fields()
    return form


def publish(form):
    assert form.is_valid(), form.errors
    form.save(commit=False).save_revision().publish()
    return ArticlePage.objects.get(pk=form.instance.pk)


@pytest.fixture
def reviewer():
    return make_author("Lena Hartono")


class TestAReview:
    def test_is_accepted_whole(self, admin_user, reviewer):
        fields = {"reviewer": reviewer.pk, "reviewed_on": "2026-03-03", "review_due_on": "2026-09-03"}
        article = publish(filled(make_article(), admin_user, **fields))
        assert (article.reviewer, article.reviewed_on) == (reviewer, date(2026, 3, 3))

    def test_without_a_date_is_refused_at_publishing(self, admin_user, reviewer):
        form = filled(make_article(), admin_user, reviewer=reviewer.pk)
        assert set(form.errors) == {"reviewed_on"}

    def test_without_a_reviewer_is_refused_at_publishing(self, admin_user):
        assert set(filled(make_article(), admin_user, reviewed_on="2026-03-03").errors) == {"reviewer"}

    def test_may_be_unfinished_in_a_draft(self, admin_user, reviewer):
        assert filled(make_article(), admin_user, draft=True, reviewer=reviewer.pk).is_valid()

    @pytest.mark.parametrize("draft", [True, False])
    def test_of_tomorrow_is_refused(self, admin_user, reviewer, draft):
        tomorrow = timezone.localdate() + timedelta(1)
        form = filled(
            make_article(), admin_user, draft=draft, reviewer=reviewer.pk, reviewed_on=tomorrow.isoformat()
        )
        assert set(form.errors) == {"reviewed_on"}

    def test_due_before_it_was_made_is_refused(self, admin_user, reviewer):
        fields = {"reviewer": reviewer.pk, "reviewed_on": "2026-03-03", "review_due_on": "2026-03-01"}
        assert set(filled(make_article(), admin_user, **fields).errors) == {"review_due_on"}


class TestAnUpdate:
    published = timezone.make_aware(datetime(2026, 1, 5, 9, 0))

    @pytest.fixture
    def article(self):
        return make_article(published_at=self.published)

    def test_is_none_where_a_slip_was_mended(self, article, admin_user):
        again = publish(filled(article, admin_user, title="A slip", published_at="2026-01-05 09:00"))
        assert again.updated_at is None
        assert again.reviewed_on is None

    def test_is_now_where_the_editor_says_so(self, article, admin_user):
        again = publish(filled(article, admin_user, is_update="on", published_at="2026-01-05 09:00"))
        assert timezone.now() - again.updated_at < timedelta(minutes=1)

    def test_is_when_readers_will_see_the_change_where_it_is_scheduled(self, article, admin_user):
        later = timezone.localtime().replace(second=0, microsecond=0) + timedelta(days=5)
        dates = {"published_at": "2026-01-05 09:00", "go_live_at": later.strftime(SHOWN)}
        form = filled(article, admin_user, is_update="on", **dates)
        assert form.is_valid(), form.errors
        assert form.save(commit=False).updated_at == later

    def test_keeps_the_date_an_editor_typed(self, article, admin_user):
        again = publish(
            filled(article, admin_user, updated_at="2026-02-01 10:00", published_at="2026-01-05 09:00")
        )
        assert timezone.localtime(again.updated_at).strftime(SHOWN) == "2026-02-01 10:00"

    def test_goes_back_to_what_it_was_when_the_box_is_unticked_after_an_automatic_save(
        self, article, admin_user
    ):
        form = filled(article, admin_user, draft=True, is_update="on", published_at="2026-01-05 09:00")
        assert form.is_valid()
        form.save(commit=False).save_revision()
        assert article.get_latest_revision_as_object().updated_at
        assert publish(filled(article, admin_user, published_at="2026-01-05 09:00")).updated_at is None

    def test_before_the_publishing_is_refused(self, article, admin_user):
        form = filled(article, admin_user, updated_at="2026-01-01 10:00", published_at="2026-01-05 09:00")
        assert set(form.errors) == {"updated_at"}

    def test_of_an_article_that_was_never_published_is_none(self, admin_user):
        draft = make_article(publish=False)
        assert publish(filled(draft, admin_user, is_update="on")).updated_at is None

    def test_that_was_typed_for_a_draft_does_not_keep_it_from_being_published(self, admin_user):
        draft = make_article(publish=False)
        article = publish(filled(draft, admin_user, updated_at="2026-01-01 10:00"))
        assert article.live
        assert article.updated_at is None


class TestACorrection:
    first, second = ("one", "2026-03-02", WRONG), ("two", "2026-04-02", "It is grams.")

    @pytest.fixture
    def corrected(self, admin_user):
        return publish(filled(make_article(), admin_user, corrections=posted(self.first)))

    def refusal(self, article, admin, *corrections, draft=False):
        form = filled(article, admin, draft=draft, corrections=posted(*corrections))
        return " ".join(form.errors.get("corrections", []))

    def put_back(self, article, admin, *corrections, draft=False):
        """Return the ids of what is saved instead, having been told so."""
        form = filled(article, admin, draft=draft, corrections=posted(*corrections))
        assert form.is_valid(), form.errors
        assert ["put back" in notice for notice in form.notices] == [True]
        assert "Correction 1 (2 Mar 2026)" in form.notices[0]
        return [block.id for block in form.save(commit=False).corrections]

    @pytest.mark.parametrize("draft", [True, False])
    def test_that_was_published_is_put_back_when_it_is_taken_out(self, corrected, admin_user, draft):
        assert self.put_back(corrected, admin_user, draft=draft) == ["one"]

    def test_of_a_form_opened_before_goes_below_what_was_published_meanwhile(self, corrected, admin_user):
        assert self.put_back(corrected, admin_user, self.second) == ["one", "two"]

    def test_that_was_published_cannot_be_emptied(self, corrected, admin_user):
        assert "taken" in self.refusal(corrected, admin_user, ("one", "2026-03-02", " "), draft=True)

    def test_that_was_published_can_be_mended(self, corrected, admin_user):
        mended = ("one", "2026-03-02", "It is <b>micrograms</b>.")
        again = publish(filled(corrected, admin_user, corrections=posted(mended)))
        assert "<b>micrograms</b>" in str(again.corrections[0].value["text"])

    def test_that_was_published_keeps_its_number(self, corrected, admin_user):
        assert "keeps its number" in self.refusal(corrected, admin_user, self.second, self.first)

    def test_can_be_added_below(self, corrected, admin_user):
        again = publish(filled(corrected, admin_user, corrections=posted(self.first, self.second)))
        assert [block.id for block in again.corrections] == ["one", "two"]

    def test_of_a_draft_can_be_taken_out(self, corrected, admin_user):
        form = filled(corrected, admin_user, draft=True, corrections=posted(self.first, self.second))
        assert form.is_valid()
        form.save(commit=False).save_revision()
        assert self.refusal(corrected, admin_user, self.first) == ""

    def test_stays_when_the_article_was_taken_down(self, corrected, admin_user):
        corrected.unpublish()
        assert self.put_back(corrected, admin_user) == ["one"]

    def test_stands_in_the_form_of_an_older_version_which_can_be_restored(self, client, admin_user):
        article = make_article(title="Before")
        old = article.latest_revision.pk
        publish(filled(article, admin_user, title="After", corrections=posted(self.first)))
        client.force_login(admin_user)
        response = client.get(f"/admin/pages/{article.pk}/revisions/{old}/revert/")
        assert [block.id for block in response.context["form"].initial["corrections"]] == ["one"]
        assert "Correction 1 (2 Mar 2026) was published and stays" in response.content.decode()

    def test_is_told_to_whoever_saves_a_form_opened_before_it(self, client, admin_user):
        article = make_article()
        client.force_login(admin_user)
        stale = OpenForm(client, article)
        publish(filled(article, admin_user, corrections=posted(self.first)))
        response = stale.publish()
        assert any("put back" in str(message) for message in get_messages(response.wsgi_request))
        assert len(ArticlePage.objects.get(pk=article.pk).corrections) == 1

    def test_of_a_copy_that_was_never_published_can_be_taken_out(self, corrected, admin_user):
        copied = corrected.copy(update_attrs={"slug": "copied", "title": "Copied"}, keep_live=False)
        assert self.refusal(copied, admin_user) == ""
