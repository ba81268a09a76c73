"""What is filled in to begin an import."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from qnwellness.content.files import MAX_BYTES

from ...importing.readers import READERS
from ...importing.runs.starting import MOST_FILES, PASTED
from ...models import BlogIndexPage

ENDINGS = (
    *(".docx", ".html", ".htm", ".json", ".csv", ".xlsx", ".md", ".markdown", ".xml", ".txt", ".zip"),
    # Pictures beside the texts that name them.
    *(".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"),
)
# What may be handed in at once; docs/nginx.conf lets a little more through.
MOST_BYTES = 60_000_000
_FILES_HELP = _(
    "Word, HTML, JSON, CSV, Excel, Markdown, WordPress export or text, and ZIP archives of them with their pictures."
)


class FilesInput(forms.FileInput):
    """A field several files can be dropped on."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; what each of them is and whether it can be read is told when it is read."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files, none of which needs to be there. Raises ValidationError for too many."""
        files = [file for file in data or () if file]
        if len(files) > MOST_FILES:
            message = _("These are more than %(limit)s files. Put them into a ZIP archive.")
            raise forms.ValidationError(message, params={"limit": MOST_FILES})
        if sum(file.size for file in files) > MOST_BYTES:
            message = _("Together they are over %(limit)s MB. Hand them in by turns.")
            raise forms.ValidationError(message, params={"limit": MOST_BYTES // 1_000_000})
        return files


class StartForm(forms.Form):
    """Files, or a pasted text, and where they go. What format each is in is told from its content."""

    files = FilesField(
        label=_("Files"),
        required=False,
        widget=FilesInput(
            attrs={"accept": ",".join(ENDINGS), "class": "importing-drop", "data-import-files": ""}
        ),
        help_text=_FILES_HELP,
    )
    pasted = forms.CharField(
        label=_("Or paste it here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "data-import-paste": ""}),
        help_text=_(
            "From Shopify's editor, Google Docs, Word or a web page: what is copied with its layout keeps it. HTML,"
            " JSON and plain text are fine too."
        ),
    )
    parent = forms.ModelChoiceField(
        label=_("Journal"), queryset=BlogIndexPage.objects.none(), empty_label=None
    )
    format = forms.ChoiceField(
        label=_("Format"),
        required=False,
        help_text=_("Only where a file is taken for something else than it is."),
    )

    def __init__(self, *args: Any, journals: Sequence[BlogIndexPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(journals) > 1:
            pks = [journal.pk for journal in journals]
            self.fields["parent"].queryset = BlogIndexPage.objects.filter(pk__in=pks).order_by("path")
        else:
            del self.fields["parent"]
        self.fields["format"].choices = [
            ("", _("Told from the content")),
            *((reader.name, reader.label) for reader in READERS),
        ]
        self._only = journals[0]

    @property
    def journal(self) -> BlogIndexPage:
        """Return where a valid form wants its articles."""
        return self.cleaned_data.get("parent") or self._only

    def clean(self) -> dict[str, Any]:
        """Refuse a form with nothing in it; take a long paste, which the script sends as a file, for what it is."""
        cleaned = super().clean()
        for file in [file for file in cleaned.get("files", ()) if file.name == PASTED]:
            cleaned["files"].remove(file)
            cleaned["pasted"] = file.read().decode("utf-8", "replace")
        if "files" in cleaned and not cleaned["files"] and not cleaned.get("pasted", "").strip():
            self.add_error("files", _("Choose one or more files, or paste a text below."))
        return cleaned


def limit() -> int:
    """Return how many megabytes a file may have."""
    return MAX_BYTES // 1_000_000
