"""The previews of the editor's menu, as the editor gets them."""

import pytest
from bs4 import BeautifulSoup

from blog.blocks.body import BodyBlock
from blog.models import ArticlePage
from products.tests.factories import make_image, make_product

pytestmark = pytest.mark.django_db
BLOCKS = ArticlePage._meta.get_field("body").stream_block.child_blocks
PANELS = BLOCKS["infographic"].child_blocks["panels"].child_blocks


@pytest.fixture
def preview(admin_client):
    def preview(block):
        response = admin_client.get(f"/admin/block-preview/?id={block.definition_prefix}")
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return preview


@pytest.mark.parametrize("name", [*BLOCKS])
def test_every_block_of_the_menu_is_shown(preview, name):
    make_product(title="Bone Essential™", image=make_image("A jar"), price="48.00")
    main = preview(BLOCKS[name]).main
    assert BLOCKS[name].is_previewable
    assert main.get_text(strip=True)
    assert "None" not in main.get_text()


@pytest.mark.parametrize("name", [*PANELS])
def test_every_panel_of_an_infographic_is_shown(preview, name):
    assert PANELS[name].is_previewable
    assert preview(PANELS[name]).main.get_text(strip=True)


@pytest.mark.parametrize("name", ["image", "product_callout"])
def test_a_site_without_pictures_and_products_is_no_error(preview, name):
    assert "None" not in preview(BLOCKS[name]).get_text()


def test_the_menu_keeps_its_order():
    assert [block.name for block in BodyBlock().sorted_child_blocks()] == [*BLOCKS]
