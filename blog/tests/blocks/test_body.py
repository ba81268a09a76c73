"""The editor's menu."""

from itertools import groupby

from blog.blocks.body import BodyBlock


def test_the_menu_has_three_groups_in_the_order_editors_work():
    menu = BodyBlock().sorted_child_blocks()
    groups = [(str(group), [block.name for block in blocks]) for group, blocks in groupby(menu, _group)]
    assert groups == [
        ("Writing", ["heading", "text", "key_points", "note", "question", "quote"]),
        ("Showing", ["infographic", "borrowed_infographic", "image", "table", "video"]),
        ("Shop", ["product_callout"]),
    ]


def _group(block):
    return block.meta.group
