"""What an article's form asks of its dates and its corrections."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.blocks import StreamValue

from ..corrections import Loss, Lost, lost, restored
from ..review import DateProblem, review_problems, whole_minute

# A draft may be unfinished in these ways: the date is not typed yet.
UNFINISHED = {DateProblem.NO_REVIEWER, DateProblem.NO_REVIEW_DATE}

DATE_MESSAGES: Mapping[DateProblem, tuple[str, Promise]] = {
    DateProblem.NO_REVIEWER: (
        "reviewer",
        _("Say who reviewed the article, or take the date of the review out."),
    ),
    DateProblem.NO_REVIEW_DATE: ("reviewed_on", _("Say when the article was reviewed.")),
    DateProblem.REVIEWED_LATER: ("reviewed_on", _("This day is still to come.")),
    DateProblem.DUE_TOO_EARLY: ("review_due_on", _("The next review comes after the last one.")),
    DateProblem.DUE_WITHOUT_REVIEW: (
        "review_due_on",
        _("The article was not reviewed yet. Say who reviewed it and when, or take this date out."),
    ),
    DateProblem.UPDATED_TOO_EARLY: ("updated_at", _("An update comes after the publishing.")),
}
LOSS_MESSAGES: Mapping[Loss, Promise] = {
    Loss.ITSELF: _(
        "Correction %(number)s (%(date)s) was published and stays: it was missing here and has been put back. "
        "Mend its words if they are wrong."
    ),
    Loss.DATE: _("Correction %(number)s (%(date)s) was published: it keeps a date."),
    Loss.WORDS: _(
        "Correction %(number)s (%(date)s) was published: its words can be mended, and not taken out."
    ),
    Loss.PLACE: _(
        "Correction %(number)s (%(date)s) keeps its number: new corrections go below the published ones."
    ),
}


class UpkeepForm(WagtailAdminPageForm):
    """An article's form minds its dates and keeps its corrections.

    It is the form, and not the model, that refuses: a publish at its hour must not fail because of a rule for
    editors. A published correction that is missing is put back rather than missed: older versions and forms that
    were opened before it was published know nothing of it. `notices` says what whoever fills in the form should know.
    """

    is_update = forms.BooleanField(
        required=False,
        label=_("Readers should know of this change"),
        help_text=_(
            "Sets “updated” to now when you save or publish, or to when the change is scheduled. Leave it unticked "
            "for a mended slip. Without effect before the first publishing."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notices: list[str] = []
        if "corrections" in self.fields:
            shown = self.instance.corrections
            self.initial["corrections"] = self._with_published(shown, list(shown.raw_data))

    def clean(self) -> dict[str, Any]:
        """Put published corrections back; add what is wrong with them and with dates to the errors of their fields."""
        cleaned = super().clean()
        for problem in self._date_problems(cleaned):
            field, message = DATE_MESSAGES[problem]
            self._refuse(field, message)
        if "corrections" in cleaned:
            sent = cleaned["corrections"]
            cleaned["corrections"] = self._with_published(sent, sent.get_prep_value())
            for loss in lost(self._published_corrections, cleaned["corrections"].get_prep_value()):
                self._refuse("corrections", _worded(loss))
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Set “updated” where the editor asks for it. The field itself is posted as it was before.

        To now, or to the moment readers will see the change where that is still to come.
        """
        if self.cleaned_data.get("is_update") and self._published:
            now = timezone.now()
            self.instance.updated_at = whole_minute(max(now, self.cleaned_data.get("go_live_at") or now))
        return super().save(commit)

    def _date_problems(self, cleaned: Mapping[str, Any]) -> list[DateProblem]:
        problems = review_problems(
            has_reviewer=bool(cleaned.get("reviewer")),
            reviewed_on=cleaned.get("reviewed_on"),
            due_on=cleaned.get("review_due_on"),
            today=timezone.localdate(),
        )
        published, updated = cleaned.get("published_at"), cleaned.get("updated_at")
        if published and updated and updated < published:
            problems.append(DateProblem.UPDATED_TOO_EARLY)
        return [p for p in problems if not (self.is_deferred_validation and p in UNFINISHED)]

    @cached_property
    def _published(self) -> Any | None:
        """Return the article as it was last published, or None before. At most one query.

        The version in the form does not know for sure: that of a copy still bears the date of the original.
        """
        if not self.instance.first_published_at:
            return None
        stored = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        return stored.exclude(first_published_at=None).first()

    @cached_property
    def _published_corrections(self) -> list[Mapping[str, Any]]:
        return list(self._published.corrections.raw_data) if self._published else []

    def _with_published(self, stream: StreamValue, stored: list[Mapping[str, Any]]) -> StreamValue:
        """Return corrections, given in both forms, with the published ones among them."""
        missing = [loss for loss in lost(self._published_corrections, stored) if loss.loss is Loss.ITSELF]
        if not missing:
            return stream
        self.notices += map(_worded, missing)
        return stream.stream_block.to_python(restored(self._published_corrections, stored))

    def _refuse(self, field: str, message: Any) -> None:
        if field in self.fields and field not in self.errors:
            self.add_error(field, ValidationError(message))


def _worded(loss: Lost) -> str:
    date = date_format(loss.made_on, "j M Y") if loss.made_on else _("without a date")
    return LOSS_MESSAGES[loss.loss] % {"number": loss.number, "date": date}
