"""What panels a pasted text makes, and what did not fit."""

import pytest

from blog.importing.document import (
    Bar,
    Bars,
    Benefits,
    CallToAction,
    Checklist,
    Comparison,
    Dosage,
    Dose,
    Infographic,
    Nutrient,
    Panel,
    ProductName,
    Statistic,
    Steps,
    Synergy,
    TitledText,
)
from blog.importing.filling import fill
from blog.tests.importing.filling.texts import CARDS, MARKDOWN, PLAIN


def panels(source: str) -> tuple[Panel, ...]:
    return fill(source, untitled="At a glance").infographic.panels


def types(infographic: Infographic) -> list[str]:
    return [panel.type for panel in infographic.panels]


def the(source: str) -> Panel:
    (panel,) = panels(f"<h1>All</h1>{source}")
    return panel


class TestAChatbotsPage:
    def test_becomes_panels_in_its_order(self) -> None:
        filling = fill(CARDS, untitled="At a glance")
        assert types(filling.infographic) == [
            "benefits",
            "nutrient",
            "nutrient",
            "bars",
            "steps",
            "checklist",
            "comparison",
            "bars",
            "call_to_action",
        ]
        assert (filling.infographic.title, filling.infographic.subtitle) == (
            "Tea & Calm",
            "The slow cup, explained",
        )

    def test_leaves_what_is_no_part_of_it(self) -> None:
        assert fill(CARDS).left == (
            "Here is your infographic:",
            "Tea 101",
            "Sources: a notebook.",
            "Let me know if you want changes!",
        )

    def test_keeps_numbers_drawn_in_it(self) -> None:
        assert panels(CARDS)[7] == Bars(
            "Share that is brewed cold", "%", (Bar("Green", "70–80%", 70, 80), Bar("Black", "4%", 4, None))
        )


def test_markdown_is_read_like_html() -> None:
    filling = fill(MARKDOWN)
    assert types(filling.infographic) == ["benefits", "comparison", "steps", "checklist", "statistic"]
    assert filling.left == ()


def test_plain_text_is_read_by_its_lines() -> None:
    filling = fill(PLAIN)
    assert types(filling.infographic) == ["nutrient", "nutrient", "dosage", "benefits"]
    assert filling.infographic.lead.startswith("What a pinch")
    assert filling.infographic.panels[2] == Dosage(
        "How Much", (Dose("For Water", "10 g", "Enough for a pot"), Dose("For Meat", "8–10 g"))
    )
    assert filling.left == ()


class TestSteps:
    def test_are_a_numbered_list(self) -> None:
        found = the("<h2>Go</h2><ol><li>One: first of all</li><li>Two</li></ol>")
        assert found == Steps("Go", (TitledText("One", "first of all"), TitledText("Two", "")))

    def test_may_be_numbered_headings(self) -> None:
        found = the("<h2>Go</h2><h3>Step 1: Sit</h3><p>Down.</p><h3>Step 2: Wait</h3><p>Long.</p>")
        assert found == Steps("Go", (TitledText("Sit", "Down."), TitledText("Wait", "Long.")))

    def test_may_be_numbers_in_circles(self) -> None:
        found = the(
            "<h2>Go</h2><div><div>1</div><h4>Sit</h4><p>Down.</p></div><div><div>2</div><h4>Wait</h4><p>Long.</p></div>"
        )
        assert found == Steps("Go", (TitledText("Sit", "Down."), TitledText("Wait", "Long.")))

    def test_need_two(self) -> None:
        assert isinstance(the("<h2>Go</h2><ol><li>Only one</li></ol>"), Nutrient)


class TestBars:
    @pytest.mark.parametrize(
        "points",
        [
            "<li>Kale: 5 mg</li><li>Milk: 3 g</li>",
            "<li>Kale: up to 5 mg</li><li>Milk: 3 mg</li>",
            "<li>Kale: 5 mg with food</li><li>Milk: 3 mg</li>",
            "<li>Kale: 150%</li><li>Milk: 30%</li>",
            "<li>Kale: 40–30%</li><li>Milk: 30%</li>",
            "<li>Kale: 10 billion CFU</li><li>Milk: 5 billion CFU</li>",
        ],
    )
    def test_are_exact_figures_of_one_unit_and_nothing_else(self, points: str) -> None:
        assert not isinstance(the(f"<h2>Compared</h2><ul>{points}</ul>"), Bars)

    def test_of_doses_are_doses(self) -> None:
        found = the("<h2>How much a day</h2><ul><li>Adults: 600 IU</li><li>Children: 400 IU</li></ul>")
        assert found == Dosage("How much a day", (Dose("Adults", "600 IU"), Dose("Children", "400 IU")))

    def test_take_a_sentence_about_them_as_their_note(self) -> None:
        found = the("<h2>Compared</h2><p>Of one meal.</p><ul><li>Kale: 5%</li><li>Milk: 3%</li></ul>")
        assert isinstance(found, Bars)
        assert found.note == "Of one meal."

    def test_may_stand_in_a_table_without_names(self) -> None:
        found = the(
            "<h2>Compared</h2><table><tr><td>A</td><td>5 mg</td></tr><tr><td>B</td><td>3 mg</td></tr></table>"
        )
        assert found == Bars("Compared", "mg", (Bar("A", "5 mg", 5), Bar("B", "3 mg", 3)))


class TestAChecklist:
    def test_is_two_named_lists(self) -> None:
        found = the("<h3>Do</h3><ul><li>a</li></ul><h3>Avoid these</h3><ul><li>b</li></ul>")
        assert found == Checklist("Do / Avoid these", "Do", ("a",), "Avoid these", ("b",))

    def test_is_one_list_of_ticks_and_crosses(self) -> None:
        found = the("<h2>Mind</h2><ul><li>✅ a</li><li>❌ b</li><li>✅ c</li></ul>")
        assert found == Checklist("Mind", "", ("a", "c"), "", ("b",))

    def test_is_not_a_list_of_ticks_alone(self) -> None:
        assert the("<h2>Mind</h2><ul><li>✅ a</li><li>✅ c</li></ul>") == Nutrient("Mind", ("a", "c"))


class TestAComparison:
    def test_is_a_table(self) -> None:
        rows = "<tr><th></th><th>D2</th></tr><tr><td>Comes from</td><td>mushrooms</td></tr>"
        assert the(f"<h2>Two kinds</h2><table>{rows}</table>") == Comparison(
            "Two kinds", ("", "D2"), (("Comes from", "mushrooms"),)
        )

    def test_is_not_a_table_that_arranges_boxes(self) -> None:
        cells = "<td><h4>A</h4><p>One thing.</p></td><td><h4>B</h4><p>The other.</p></td>"
        found = the(f"<h2>Good for</h2><table><tr>{cells}</tr></table>")
        assert found == Benefits("Good for", (TitledText("A", "One thing."), TitledText("B", "The other.")))


class TestAStatistic:
    def test_is_a_figure_and_what_it_means(self) -> None:
        found = the("<h2>Stored</h2><div>99%</div><div>of it is in bone</div>")
        assert found == Statistic("Stored", "99%", "of it is in bone")

    def test_may_be_a_sentence_that_begins_with_it(self) -> None:
        assert the("<h2>Stored</h2><p><b>99%</b> of it is in bone.</p>") == Statistic(
            "Stored", "99%", "of it is in bone."
        )

    def test_without_a_title_gets_one(self) -> None:
        found = the("<div>1 in 3</div><div>has too little</div>")
        assert found == Statistic("At a glance", "1 in 3", "has too little")


class TestPairs:
    def test_are_points_that_begin_with_a_title(self) -> None:
        points = "<ul><li><b>Bone</b> It holds calcium.</li><li>Blood – it carries calcium</li></ul>"
        expected = (TitledText("Bone", "It holds calcium."), TitledText("Blood", "it carries calcium"))
        assert the(f"<h2>Good for</h2>{points}") == Benefits("Good for", expected)
        assert the(f"<h2>Better together</h2>{points}") == Synergy("Better together", expected)

    def test_are_paragraphs_that_begin_with_a_title(self) -> None:
        found = the(
            "<h2>Good for</h2><p><strong>Bone:</strong> It holds.</p><p><strong>Blood:</strong> It flows.</p>"
        )
        assert found == Benefits(
            "Good for", (TitledText("Bone", "It holds."), TitledText("Blood", "It flows."))
        )


class TestACall:
    HTML = '<h2>Go on</h2><p>Try Clear Tide.</p><a href="{}">Shop</a>'

    def test_is_a_text_with_a_link(self) -> None:
        assert the(self.HTML.format("https://example.com/")) == CallToAction(
            "Go on", "Try Clear Tide.", None, "https://example.com/", "Shop"
        )

    def test_leads_to_the_product_it_names(self) -> None:
        (call,) = fill(
            f"<h1>All</h1>{self.HTML.format('#')}", [ProductName("Clear Tide", "clear-tide", True)]
        ).infographic.panels
        assert isinstance(call, CallToAction)
        assert (call.handle, call.link) == ("clear-tide", "")

    def test_never_leads_to_a_script(self) -> None:
        call = the(self.HTML.format("javascript:alert(1)"))
        assert "javascript" not in repr(call)


class TestTheTitle:
    def test_is_the_highest_heading(self) -> None:
        assert fill("<p>Intro words.</p><h1>Bones</h1><h2>A</h2><p>One.</p>").infographic.title == "Bones"

    def test_is_not_the_title_of_the_first_of_several_panels(self) -> None:
        filling = fill("<h3>Calcium</h3><p>One.</p><h3>Iron</h3><p>Two.</p>")
        assert filling.infographic.title == ""
        assert [panel.title for panel in filling.infographic.panels] == ["Calcium", "Iron"]


class TestWhatIsTooLong:
    def test_for_a_point_is_cut_where_a_sentence_ends(self) -> None:
        sentence = "This sentence says something about bones and goes on until it is long. "
        found = the(f"<h2>Bones</h2><ul><li>{sentence * 6}</li></ul>")
        assert isinstance(found, Nutrient)
        assert all(len(point) <= 300 for point in found.points)
        assert " ".join(found.points) == (sentence * 6).strip()

    def test_for_any_field_is_left(self) -> None:
        endless = "word " * 80
        filling = fill(f"<h1>All</h1><h2>Bones</h2><ul><li>{endless}</li><li>short</li></ul>")
        assert filling.infographic.panels == (Nutrient("Bones", ("short",)),)
        assert filling.left == (endless.strip(),)

    def test_in_number_is_left(self) -> None:
        filling = fill(
            "<h1>All</h1>" + "".join(f"<h2>Panel {n}</h2><ul><li>p{n}</li></ul>" for n in range(14))
        )
        assert len(filling.infographic.panels) == 12
        assert filling.left == ("Panel 12", "p12", "Panel 13", "p13")
