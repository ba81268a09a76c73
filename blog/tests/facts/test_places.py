"""Where a fact stands, read off stored bodies."""

import pytest

from blog.facts.places import places, with_words
from blog.models import ArticlePage
from blog.tests.factories import block, heading, infographic, text
from blog.tests.facts.facts import state

STREAM = ArticlePage._meta.get_field("body").stream_block
pytestmark = pytest.mark.django_db


def found(*body, fact=7):
    return list(places("body", STREAM, list(body), fact))


def sentences(*body, fact=7):
    return [place.parts for place in found(*body, fact=fact)]


class TestASentence:
    def test_is_given_with_the_place_of_its_figure(self):
        html = f"<p>Bone is alive. It takes <b>about</b> {state(7)} of calcium. More follows.</p>"
        assert sentences(text(html)) == [("It takes about ", 7, " of calcium.")]

    def test_begins_or_ends_with_its_figure(self):
        html = f"<p>It is so. {state(7)} of it is lost. What stays is {state(7)}. The end.</p>"
        assert sentences(text(html)) == [(7, " of it is lost."), ("What stays is ", 7, ".")]

    def test_names_other_facts_by_their_ids_and_is_given_once_with_one_that_stands_in_it_twice(self):
        html = f"<p>From {state(7)} to {state(8)}, and {state(7)} again</p>"
        assert sentences(text(html)) == [("From ", 7, " to ", 8, ", and ", 7, " again")]

    def test_leaves_the_words_of_what_names_no_fact_and_of_citations_out(self):
        html = f'<p>Up {state("x", "by half")} to {state(7)}<a linktype="source" id="3">Ada 2019</a>.</p>'
        assert sentences(text(html)) == [("Up by half to ", 7, ".")]

    def test_keeps_what_a_style_holds(self):
        html = '<p>It is <a linktype="fact" id="7"><b>30%</b></a> now &amp; then</p>'
        assert sentences(text(html)) == [("It is ", 7, " now & then")]

    def test_is_none_of_another_fact(self):
        assert sentences(text(f"<p>It is {state(77)}, and 7.</p>")) == []


class TestEveryKindOfBlock:
    def test_in_a_note_and_an_answer(self):
        note = block("note", {"kind": "info", "title": "", "text": f"<p>A {state(7)}</p>"})
        question = block("question", {"question": "Why?", "answer": f"<p>B {state(7)}</p>"})
        assert sentences(note, question) == [("A ", 7), ("B ", 7)]

    def test_in_a_cell_of_a_table(self):
        table = {"columns": [{"type": "text", "heading": "A"}, {"type": "rich_text", "heading": "B"}]}
        kinds = STREAM.child_blocks["table"].child_blocks["table"].child_blocks
        rich = next(name for name, child in kinds.items() if hasattr(child, "features"))
        table["columns"][1]["type"] = rich
        table["rows"] = [{"values": ["Men", f"<p>{state(7)} a day</p>"]}]
        stored = block("table", {"caption": "", "table": table})
        assert sentences(stored) == [(7, " a day")]

    def test_in_the_lines_of_panels(self):
        panel = block(
            "statistic", {"title": "T", "figure": f"<p>{state(7)}</p>", "context": f"<p>C {state(7)}</p>"}
        )
        assert sentences(infographic(panel)) == [(7,), ("C ", 7)]

    def test_in_a_bar_that_takes_its_figure_from_the_fact(self):
        bars = [
            block("item", {"label": "With vitamin D", "fact": 7}),
            block("item", {"label": "B", "fact": 8}),
        ]
        panel = block("bars", {"title": "Taken up", "unit": "%", "bars": bars, "note": ""})
        assert sentences(infographic(panel)) == [("With vitamin D: ", 7)]

    def test_of_a_type_that_is_gone_is_passed_over(self):
        assert sentences(block("gone", f"<p>{state(7)}</p>")) == []


class TestTheWay:
    def test_leads_to_the_block_and_says_what_is_around_it(self):
        point = f"<p>A {state(7)}</p>"
        panel = block("statistic", {"title": "T", "figure": "", "context": point})
        drawn = infographic(panel)
        (place,) = found(text("<p>Before</p>"), heading("How much"), drawn)
        assert place.path == f"body.{drawn['id']}.panels.{panel['id']}.context"
        assert place.section == "How much"
        assert place.labels == ("Infographic", "Statistic")

    def test_has_no_section_before_the_first_heading(self):
        first = text(f"<p>{state(7)}</p>")
        (place,) = found(first)
        assert (place.path, place.section, place.labels) == (f"body.{first['id']}", "", ("Text",))


def test_a_sentence_is_read_with_figures_of_today_and_a_gap_for_a_fact_that_is_gone():
    assert with_words(("From ", 7, " to ", 8), {7: "30%"}) == "From 30% to …"
