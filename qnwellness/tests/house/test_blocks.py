"""An editor sees what a block is before choosing it."""

import re
from collections.abc import Iterator

import pytest
from django.utils.functional import Promise
from wagtail.admin.icons import get_icons
from wagtail.blocks import Block, CharBlock, ListBlock, StreamBlock, StructBlock
from wagtail.images.blocks import ImageBlock

from blog.blocks.body import BodyBlock
from blog.infographics.panels import PANELS

BODY = list(BodyBlock().child_blocks.items())
MENU = [*BODY, *((f"infographic panel {name}", block) for name, block in PANELS)]

in_the_menu = pytest.mark.parametrize("block", [pytest.param(block, id=name) for name, block in MENU])


def fields(block: Block) -> Iterator[tuple[str, Block]]:
    """Yield every named field below a block, at any depth, with its path; Wagtail names the parts of its own."""
    if isinstance(block, ImageBlock):
        return
    if isinstance(block, ListBlock):
        yield from fields(block.child_block)
    for name, child in getattr(block, "child_blocks", {}).items():
        yield name, child
        yield from ((f"{name}.{path}", grandchild) for path, grandchild in fields(child))


def unnamed(block: Block) -> list[str]:
    """Return the fields of a block whose label is not written for editors."""
    return [path for path, child in fields(block) if not isinstance(child.meta.label, Promise)]


def known_icons() -> set[str]:
    return set(re.findall(r'id="icon-([\w-]+)"', get_icons()))


def test_a_field_without_a_label_is_noticed() -> None:
    point = StructBlock([("title", CharBlock())])
    assert unnamed(StreamBlock([("points", ListBlock(point))])) == ["points", "points.title"]


@in_the_menu
def test_has_a_label_an_editor_can_translate(block: Block) -> None:
    assert isinstance(block.meta.label, Promise)
    assert unnamed(block) == []


@in_the_menu
def test_has_an_icon_of_the_admin(block: Block) -> None:
    assert block.meta.icon in known_icons()


@in_the_menu
def test_says_what_it_is_for(block: Block) -> None:
    assert str(block.get_description())


@in_the_menu
def test_has_a_preview(block: Block) -> None:
    assert block.is_previewable
