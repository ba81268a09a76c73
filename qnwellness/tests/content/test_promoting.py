"""What the form of every page asks for what is shown of it elsewhere."""

import pytest
from wagtail.models import get_page_models

from qnwellness.content.pages import SitePage

PAGES = [model for model in get_page_models() if issubclass(model, SitePage)]


@pytest.mark.parametrize("model", PAGES)
def test_every_form_asks_for_its_address_and_its_words_for_search_engines(model):
    fields = model.get_edit_handler().get_form_class().base_fields
    assert {"slug", "seo_title", "search_description"} <= set(fields)


@pytest.mark.parametrize("model", PAGES)
def test_no_form_asks_for_a_place_in_menus_that_are_chosen_elsewhere(model):
    assert "show_in_menus" not in model.get_edit_handler().get_form_class().base_fields
