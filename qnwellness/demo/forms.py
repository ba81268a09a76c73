"""Saves a page through the form its editor shows, so that the demo passes every check an editor's work passes."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield


class RefusedError(ValueError):
    """The editor's form refused the demo's content."""


def save_through_form(page: Page, fields: dict[str, Any], user: AbstractBaseUser) -> None:
    """Post `fields` to the page's edit form as its editor would, and publish.

    StreamField values in `fields` are `StreamValue`s, inline panels are lists of dicts (a row that is there already
    with its `id`), lists of strings are boxes that are ticked, everything else is what an HTML form posts. Raises
    RefusedError with the form's messages.
    """
    form_class = page.get_edit_handler().get_form_class()
    data = nested_form_data({name: _posted(value) for name, value in fields.items() if not _is_ticked(value)})
    data |= {name: value for name, value in fields.items() if _is_ticked(value)}
    form = form_class(data, instance=page, parent_page=page.get_parent(), for_user=user)
    if not form.is_valid():
        problems = [
            *form.errors.as_data().items(),
            *((n, f.errors) for n, f in form.formsets.items() if any(f.errors)),
        ]
        raise RefusedError(f"{page.title}: {problems}")
    form.save(commit=False).save_revision(user=user).publish(user=user)


def _is_ticked(value: Any) -> bool:
    """Tell whether a value is what boxes that were ticked post: several under one name."""
    return isinstance(value, list) and any(isinstance(one, str) for one in value)


def _posted(value: Any) -> Any:
    if isinstance(value, StreamValue):
        return _posted_stream(value)
    if isinstance(value, list):
        return inline_formset(value, initial=sum("id" in row for row in value))
    return value


def _posted_stream(value: StreamValue) -> dict[str, Any]:
    data = streamfield([(child.block_type, _posted_block(child.block, child.value)) for child in value])
    for index, child in enumerate(value):
        data[str(index)]["id"] = child.id or ""
    return data


def _posted_block(block: blocks.Block, value: Any) -> Any:
    """Return what the browser posts for one block."""
    if isinstance(block, ImageBlock):
        return {"image": value.pk, "alt_text": value.contextual_alt_text or ""}
    if isinstance(block, blocks.BaseStructBlock):
        return {name: _posted_block(child, value[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BaseStreamBlock):
        return _posted_stream(value)
    if isinstance(block, blocks.ListBlock):
        items = streamfield(
            [("item", _posted_block(block.child_block, item.value)) for item in value.bound_blocks]
        )
        for index, item in enumerate(value.bound_blocks):
            items[str(index)]["id"] = item.id or ""
        return items
    if isinstance(block, TypedTableBlock):
        return _posted_table(value)
    if isinstance(block, blocks.RichTextBlock):
        return block.field.widget.format_value(value.source)
    if isinstance(block, blocks.ChooserBlock):
        return str(value.pk) if value else ""
    return "" if value is None else str(value)


def _posted_table(table: TypedTable) -> dict[str, Any]:
    columns = {
        str(place): {
            "type": column["block"].name,
            "heading": column["heading"],
            "order": str(place),
            "deleted": "",
        }
        for place, column in enumerate(table.columns)
    }
    cells = {
        str(row): {str(place): _posted_block(cell.block, cell.value) for place, cell in enumerate(bound)}
        for row, bound in enumerate(table.rows)
    }
    rows = {row: {"order": row, "deleted": ""} for row in cells}
    return {
        "caption": table.caption or "",
        "column": {"count": str(len(columns)), **columns},
        "row": {"count": str(len(rows)), **rows},
        "cell": cells,
    }
