"""What is filled in to bring a catalogue in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from products.catalogue.readers import MAX_BYTES

ENDINGS = (".csv", ".tsv", ".txt", ".xml", ".rss", ".atom")


class CatalogueForm(forms.Form):
    """A file, and whether it holds all products. What format it is in is told from its content."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS), "class": "catalogue-start__file"}),
        help_text=_("Drop it here or choose it: CSV, TSV or XML, up to 15 MB."),
        error_messages={
            "required": _("Choose the file your shop exported."),
            "empty": _("This file is empty. Export it again from the shop."),
        },
    )
    is_full = forms.BooleanField(
        label=_("This is the whole catalogue"),
        required=False,
        help_text=_(
            "Products that came from the shop and are missing from this file are then withdrawn: readers no longer see"
            " them, nothing is deleted, and they come back with the next file that has them. Leave it off for an export"
            " of some products. A Google Merchant feed always counts as whole."
        ),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse a file that is larger than what is read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                _("This file is over %(limit)s MB. Export the products in two or more files.")
                % {"limit": MAX_BYTES // 1_000_000}
            )
        return file
