"""The forms for publications."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from ..models import Source
from .storing import Pasted, plan, store

_EXAMPLE = _(
    "Copy it from “Cite” in PubMed, or paste what a journal exports: PubMed (.nbib), RIS, BibTeX or CSL-JSON."
    " Of a source that is here already, its DOI or PubMed number will do."
)


class SourceForm(WagtailAdminModelForm):
    """A publication. DOI and PubMed number may be pasted with their addresses."""

    doi = forms.CharField(
        label=_("DOI"),
        required=False,
        max_length=300,
        help_text=_("For example 10.1007/s00198-013-2325-6. Its address will do as well."),
    )
    pmid = forms.CharField(
        label=_("PubMed number"),
        required=False,
        max_length=100,
        help_text=_("For example 23525894. Its address will do as well."),
    )


class _Pasting(forms.Form):
    """What both forms know of who pastes: `may_fill` is whether they may change the sources that are here."""

    def __init__(self, *args: Any, may_fill: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may_fill = may_fill
        self.pasted: list[Pasted] = []


class PasteForm(_Pasting):
    """Any number of references in one text."""

    text = forms.CharField(
        label=_("References"),
        help_text=_EXAMPLE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """Read the references, so that `pasted` holds what each would become."""
        data = super().clean()
        self.pasted = plan(data["text"], may_fill=self.may_fill) if data.get("text") else []
        return data


class PasteOneForm(_Pasting):
    """One reference, pasted while an editor chooses a source."""

    text = forms.CharField(
        label=_("Reference"),
        help_text=_EXAMPLE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    def clean_text(self) -> str:
        """Read the reference. There must be one, and no more."""
        text = self.cleaned_data["text"]
        self.pasted = plan(text, may_fill=self.may_fill)
        if len(self.pasted) > 1:
            raise forms.ValidationError(
                _(
                    "These are %(count)d references. Paste one here, and several under Sources → Add by pasting."
                )
                % {"count": len(self.pasted)}
            )
        if self.pasted[0].source is None:
            raise forms.ValidationError(self.pasted[0].reason)
        return text

    def save(self, user: Any = None) -> Source:
        """Return the source: the one that is there already, or a new one."""
        return store(self.pasted, user)[0]
