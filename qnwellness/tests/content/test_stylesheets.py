import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

from qnwellness.content.stylesheets import MissingComponent, join


@pytest.fixture
def components(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    settings.STYLESHEETS = {"leaflet": ["first.css", "second.css"]}
    folder = tmp_path / "static"
    folder.mkdir()
    settings.STATICFILES_DIRS = [folder]
    finders.get_finder.cache_clear()
    for name in ("first", "second"):
        (folder / f"{name}.css").write_text(f".{name} {{ color: red }}", encoding="utf-8")
    yield folder
    finders.get_finder.cache_clear()


def test_components_are_joined_in_the_order_of_the_list(components):
    assert join("leaflet").read_text(encoding="utf-8") == ".first{color:red}.second{color:red}"


def test_a_changed_component_changes_the_joined_file(components):
    join("leaflet")
    (components / "second.css").write_text(".second { color: blue }", encoding="utf-8")
    assert "blue" in join("leaflet").read_text(encoding="utf-8")


def test_an_unchanged_one_is_not_written_again(components):
    before = join("leaflet").stat().st_mtime_ns
    assert join("leaflet").stat().st_mtime_ns == before


def test_a_component_that_does_not_exist_is_named(components, settings):
    settings.STYLESHEETS = {"leaflet": ["third.css"]}
    with pytest.raises(MissingComponent, match=r"third\.css"):
        join("leaflet")


@pytest.mark.parametrize("name", [*settings.STYLESHEETS])
def test_every_type_of_page_has_a_stylesheet_whose_address_follows_its_content(name):
    assert finders.find(f"stylesheets/{name}.css")
    assert "?v=" in static(f"stylesheets/{name}.css")
