"""The panels as readers get them."""

from decimal import Decimal

import pytest

from blog.infographics.panels import PANELS
from blog.infographics.scale import scale
from blog.tests.blocks.reading import article_of, words
from blog.tests.factories import block, infographic, line
from blog.tests.facts.facts import make_fact, state

pytestmark = pytest.mark.django_db


def items(*values):
    return [block("item", value) for value in values]


def panel_of(kind, **value):
    """Publish an article with this panel and return its section."""
    return article_of(infographic(block(kind, {"title": "At a glance", **value}))).select_one(".panel")


def bar(label, low=None, high=None, fact=None):
    return {"label": label, "low": low, "high": high, "fact": fact}


def bars(*values, unit="%", note=""):
    return panel_of("bars", unit=unit, bars=items(*values), note=note)


def lengths(panel, part):
    return [float(rect["width"].removesuffix("%")) for rect in panel.select(f"rect[data-{part}]")]


class TestBars:
    def test_are_as_long_as_their_values_are_large(self):
        panel = bars(bar("Enough", "30", "40"), bar("Too little", "10", "15"), bar("All", "100"))
        assert lengths(panel, "low") == [30, 10, 100]
        assert lengths(panel, "range") == [10, 5]
        assert [rect["x"] for rect in panel.select("rect[data-range]")] == ["30%", "10%"]

    @pytest.mark.parametrize("values", [["600", "4000", "5000"], ["0.3", "0.04", "0"], ["7", "3", "1"]])
    def test_of_other_units_are_drawn_to_one_scale_from_zero(self, values):
        panel = bars(*(bar(value, value) for value in values), unit="mg")
        axis = scale([Decimal(value) for value in values], "mg")
        expected = [axis.share(Decimal(value)) * 100 for value in values]
        assert lengths(panel, "low") == pytest.approx(expected, abs=0.001)
        assert words(panel.select_one(".bars__axis")).split()[0] == "0"

    def test_have_their_figures_as_text_and_the_drawing_for_the_eye_only(self):
        panel = bars(bar("Enough", "30", "40"), bar("Too little", "10", "15"))
        assert [words(dt) for dt in panel.select("dl dt")] == ["Enough", "Too little"]
        assert [words(dd) for dd in panel.select("dl dd")] == ["30–40%", "10–15%"]
        assert all(
            svg.find_parent(attrs={"aria-hidden": "true"}) or svg["aria-hidden"]
            for svg in panel.select("svg")
        )

    def test_have_an_axis_and_say_what_solid_and_faded_mean(self):
        panel = bars(bar("Enough", "30", "40"), bar("Too little", "10"))
        assert words(panel.select_one(".bars__axis")) == "0% 25% 50% 75% 100%"
        assert words(panel.select_one(".bars__legend")) == "at least up to"

    def test_without_ranges_need_no_legend_but_the_unit(self):
        panel = bars(bar("One", "1000"), bar("Two", "2000"), unit="IU")
        assert words(panel.select_one(".bars__legend")) == "Scale in IU"
        assert not bars(bar("One", "10"), bar("Two", "20")).select(".bars__legend")

    def test_carry_no_styles_of_their_own(self):
        assert not bars(bar("Enough", "30", "40"), bar("Too little", "10")).select("[style]")

    def test_show_the_figure_of_a_fact_as_it_is_today(self):
        fact = make_fact(20, 25)
        panel = bars(bar("Known", fact=fact.pk), bar("Typed", "50"))
        assert lengths(panel, "low") == [20, 50]
        assert words(panel.select("dd")[0]) == "20–25%"


def test_a_statistic_says_its_figure_before_what_it_means():
    panel = panel_of("statistic", figure=line("30–40%"), context=line("of the calcium in a meal"))
    assert words(panel) == "At a glance 30–40% of the calcium in a meal"


def test_a_fact_stands_in_a_line_with_its_figure_of_today():
    figure = f"<p>{state(make_fact(30, 40))}</p>"
    panel = panel_of("statistic", figure=figure, context=line("of it"))
    assert words(panel.select_one(".statistic__figure")) == "30–40%"


def test_steps_are_a_list_in_their_order():
    steps = items({"title": "Breakfast", "text": line("Yoghurt.")}, {"title": "Lunch", "text": ""})
    assert [words(li) for li in panel_of("steps", steps=steps).select("ol > li")] == [
        "Breakfast Yoghurt.",
        "Lunch",
    ]


class TestAChecklist:
    VALUE = {"do_label": "Do", "avoid_label": "Avoid"}

    def test_names_each_list_below_the_title(self):
        lists = {"do": items(line("Eat it")), "avoid": items(line("Doubling"), line("Adding"))}
        panel = panel_of("checklist", **self.VALUE, **lists)
        assert [words(h4) for h4 in panel.select("h3 ~ div h4")] == ["Do", "Avoid"]
        assert [[words(li) for li in ul.select("li")] for ul in panel.select("ul")] == [
            ["Eat it"],
            ["Doubling", "Adding"],
        ]

    def test_tells_them_apart_by_signs_too(self):
        panel = panel_of("checklist", **self.VALUE, do=items(line("A")), avoid=items(line("B")))
        signs = [path["d"] for path in panel.select("li svg path")]
        assert len(set(signs)) == 2

    @pytest.mark.parametrize(("empty", "left"), [("do", "Avoid"), ("avoid", "Do")])
    def test_leaves_out_a_list_without_points(self, empty, left):
        lists = {"do": items(line("A")), "avoid": items(line("A")), empty: []}
        panel = panel_of("checklist", **self.VALUE, **lists)
        assert [words(h4) for h4 in panel.select("h4")] == [left]

    def test_names_a_list_whose_name_was_left_empty(self):
        panel = panel_of(
            "checklist", do_label="", avoid_label="", do=items(line("A")), avoid=items(line("B"))
        )
        assert [words(h4) for h4 in panel.select("h4")] == ["Do", "Avoid"]


def test_a_comparison_is_a_table_whose_rows_and_columns_are_named():
    table = {
        "caption": "",
        "columns": [{"type": "text", "heading": name} for name in ("", "D2", "D3")],
        "rows": [{"values": [line("From"), line("Mushrooms"), line("Sun")]}],
    }
    panel = panel_of("comparison", table=table)
    assert [words(th) for th in panel.select("thead th[scope=col]")] == ["D2", "D3"]
    assert [words(th) for th in panel.select("tbody th[scope=row]")] == ["From"]
    assert [words(td) for td in panel.select("tbody td")] == ["Mushrooms", "Sun"]
    region = panel.select_one("[role=region]")
    assert region["tabindex"] == "0"
    assert region["aria-label"] == "At a glance"


def test_a_figure_is_labelled_by_its_title():
    figure = article_of(infographic(title="D3 and K2")).select_one("figure")
    assert words(figure.find(id=figure["aria-labelledby"])) == "D3 and K2"


@pytest.mark.parametrize("name", [name for name, _panel in PANELS])
def test_every_panel_has_its_title_as_a_heading_below_that_of_the_figure(name):
    panel = dict(PANELS)[name]
    value = panel.get_prep_value(panel.get_preview_value())
    figure = article_of(infographic(block(name, value))).select_one("figure")
    section = figure.select_one("section.panel")
    assert words(section.select_one("h3")) == value["title"]
    levels = [int(heading.name[1]) for heading in figure.select("h1, h2, h3, h4, h5, h6")]
    assert levels == sorted(levels)
