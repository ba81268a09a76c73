"""An article's edit form as a browser has it open: what it shows, and what posting it does."""

from typing import Any
from uuid import uuid4

from django.test import Client
from wagtail.blocks import RichTextBlock
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data

HEADING = {
    "text": "",
    "level": "2",
    "contents_label": "",
    "is_listed": True,
    "anchor": "",
    "anchor_was": "",
}


class OpenForm:
    """The form of an article with headings and texts, opened at its newest version or at an older one."""

    def __init__(self, client: Client, article: Page, revision: Revision | None = None) -> None:
        self.client = client
        self.url = f"/admin/pages/{article.pk}/edit/"
        self.revision = revision
        shown = f"/admin/pages/{article.pk}/revisions/{revision.pk}/revert/" if revision else self.url
        response = client.get(shown)
        assert response.status_code == 200
        self.read(response.context["form"])

    def read(self, form: Any) -> None:
        """Take over what a form shows."""
        self.blocks = [
            {"type": child.block_type, "value": _shown(child), "id": child.id}
            for child in form["body"].value()
        ]
        self.fields = {name: _posted(form[name]) for name in form.fields if name != "body"}
        self.fields |= {name: inline_formset([]) for name in form.formsets}

    def heading(self, text: str) -> dict[str, Any]:
        """Return the fields of the first heading with this text."""
        return next(b["value"] for b in self.blocks if b["type"] == "heading" and b["value"]["text"] == text)

    def add(self, text: str, position: int | None = None, **fields: Any) -> None:
        """Add a heading, at the end without a position."""
        block = {"type": "heading", "value": {**HEADING, "text": text, **fields}, "id": str(uuid4())}
        self.blocks.insert(len(self.blocks) if position is None else position, block)

    def duplicate(self, position: int) -> None:
        """Add a copy of a block behind it, as the editor's button does."""
        block = self.blocks[position]
        self.blocks.insert(position + 1, {**block, "value": dict(block["value"]), "id": str(uuid4())})

    def data(self, **action: Any) -> dict[str, Any]:
        """Return what the browser sends."""
        body = {"count": len(self.blocks)}
        for index, block in enumerate(self.blocks):
            value = block["value"]
            if isinstance(value, dict):
                value = {name: part for name, part in value.items() if part not in (None, False)}
            body[str(index)] = {**block, "value": value, "deleted": "", "order": index}
        revision = {"revision": self.revision.pk} if self.revision else {}
        return nested_form_data({**self.fields, "body": body, **revision, **action})

    def post(self, **action: Any) -> Any:
        """Send the form and return the answer; without an action it saves a draft."""
        return self.client.post(self.url, self.data(**action))

    def publish(self) -> Any:
        """Send the form by its publish button; it must be accepted."""
        response = self.post(**{"action-publish": "action-publish"})
        assert response.status_code == 302, refusals(response)
        return response


class DirectForm(OpenForm):
    """The same form without the views around it, for stories of many steps."""

    def __init__(self, article: Page, revision: Revision | None = None) -> None:
        self.article, self.revision = article, revision
        shown = revision.as_object() if revision else article.get_latest_revision_as_object()
        self.form_class = article.get_edit_handler().get_form_class()
        self.read(self.form_class(instance=shown, for_user=None))
        # A copied page has revisions with the address of the original.
        self.fields["slug"] = article.slug

    def save(self, *, publish: bool) -> bool:
        """Save a draft or publish, and tell whether the form was accepted."""
        newest = self.article.get_latest_revision_as_object()
        form = self.form_class(self.data(), instance=newest, parent_page=newest.get_parent(), for_user=None)
        if not form.is_valid():
            assert set(form.errors) == {"body"}
            return False
        revision = form.save(commit=not newest.live).save_revision()
        if publish:
            revision.publish()
        return True


def refusals(response: Any) -> list[tuple[int, str]]:
    """Return what a refused form says of addresses: the position of the heading and the message."""
    said = []
    for error in response.context["form"].errors.as_data().get("body", []):
        for index, problem in error.block_errors.items():
            said += [(index, message) for message in problem.block_errors["anchor"].messages]
    return said


def _shown(child: Any) -> Any:
    if isinstance(child.block, RichTextBlock):
        return child.block.field.widget.format_value(child.value.source)
    return dict(child.value)


def _posted(field: Any) -> Any:
    value = field.value()
    if hasattr(value, "stream_block"):
        return {"count": 0}
    shown = field.field.widget.format_value(value)
    return "" if shown is None else shown[0] if isinstance(shown, list) and shown else shown
