"""A panel is complete: shown on a page, in the editor's menu, on a poster, and told in words."""

import json
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, get_args

import pytest
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.blocks import CharBlock, StructBlock

from blog.infographics.panels import PANELS
from blog.infographics.poster.alternative import alternative
from blog.infographics.poster.drawings import DRAWINGS
from blog.infographics.poster.value import Panel, Poster
from blog.infographics.stylesheet import stylesheet_for

from .files import ROOT


def on_a_poster(panel: Any) -> Any:
    """Return what a poster shows of the panel an editor is shown before choosing, as it is when it is stored."""
    stored = json.dumps(panel.get_prep_value(panel.get_preview_value()), cls=DjangoJSONEncoder)
    return panel.as_poster(panel.to_python(json.loads(stored)))


def missing(name: str, panel: StructBlock) -> list[str]:
    """Return what a panel of an infographic lacks."""
    return list(_missing_on_pages(name, panel)) + list(_missing_on_posters(panel))


def _missing_on_pages(name: str, panel: StructBlock) -> Iterator[str]:
    try:
        get_template(f"blog/infographics/panels/{name}.html")
    except TemplateDoesNotExist:
        yield "template"
    if getattr(panel.meta, "template", "") != f"blog/infographics/panels/{name}.html":
        yield "template of its name"
    component = f"blog/css/{name}.css"
    body = [{"type": "infographic", "value": {"panels": [{"type": name}]}}]
    for sheet in (stylesheet_for(body, "article", settings.STYLESHEETS), "preview"):
        if component not in settings.STYLESHEETS[sheet]:
            yield f"stylesheet in {sheet}"
    if not getattr(panel.meta, "preview_value", None):
        yield "preview"


def _missing_on_posters(panel: StructBlock) -> Iterator[str]:
    if not hasattr(panel, "as_poster"):
        yield "value for a poster"
        return
    value = on_a_poster(panel)
    if not is_dataclass(value) or type(value) not in get_args(Panel):
        yield "kind of panel a poster knows"
    elif type(value) not in DRAWINGS:
        yield "drawing on a poster"
    else:
        told = alternative(Poster("An infographic", panels=(value,))).splitlines()
        if value.title not in told or told[-1] == value.title:
            yield "text alternative"


@pytest.mark.parametrize(("name", "panel"), [pytest.param(*entry, id=entry[0]) for entry in PANELS])
def test_nothing_is_missing_from_a_panel(name: str, panel: StructBlock) -> None:
    assert missing(name, panel) == []


@pytest.mark.parametrize(("name", "_panel"), [pytest.param(*entry, id=entry[0]) for entry in PANELS])
def test_every_room_has_a_file_of_its_name(name: str, _panel: StructBlock) -> None:
    rooms = (
        "blog/infographics/panels/{}.py",
        "blog/infographics/poster/panels/{}.py",
        "blog/static/blog/css/{}.css",
        "templates/blog/infographics/panels/{}.html",
    )
    assert [room for room in rooms if not (ROOT / room.format(name)).is_file()] == []


def test_a_panel_that_is_only_a_block_is_noticed() -> None:
    class Bare(StructBlock):
        title = CharBlock()

    lacks = missing("bare", Bare())
    assert {"template", "preview", "value for a poster", "stylesheet in preview"} <= set(lacks)
    assert any(one.startswith("stylesheet in article") for one in lacks)


def test_a_poster_knows_no_panel_that_cannot_be_chosen() -> None:
    made = {type(on_a_poster(panel)) for _name, panel in PANELS}
    assert made == set(get_args(Panel)) == set(DRAWINGS)
