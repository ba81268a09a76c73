import json

import pytest
from django.utils import translation
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blog.tests.facts.facts import make_fact, state
from qnwellness.content import references

pytestmark = pytest.mark.django_db
CONVERTER = ContentstateConverter(features=["bold", "italic", "link", "fact", "source"])


def opened(html):
    """Return what the editor gets."""
    return json.loads(CONVERTER.from_database_format(html))


def saved(content):
    """Return what is stored of what the editor holds, without the keys it gives paragraphs."""
    return CONVERTER.to_database_format(json.dumps(content)).replace(
        f' data-block-key="{content["blocks"][0]["key"]}"', ""
    )


def entity(content):
    (found,) = content["entityMap"].values()
    return found


class TestInTheEditor:
    def test_a_fact_shows_its_figure_of_today_and_cannot_be_written_into(self):
        fact = make_fact(30, 40, statement="Taken up", verify_by="2020-01-01")
        content = opened(f"<p>It is {state(fact, '25–35%')} of it.</p>")
        assert content["blocks"][0]["text"] == "It is 30–40% of it."
        assert content["blocks"][0]["entityRanges"][0]["length"] == len("30–40%")
        assert entity(content) == {
            "type": "FACT",
            "mutability": "IMMUTABLE",
            "data": {
                "id": fact.pk,
                "text": "30–40%",
                "words": "25–35%",
                "statement": "Taken up",
                "overdue": True,
                "edit": f"/admin/snippets/blog/fact/edit/{fact.pk}/",
            },
        }

    def test_the_figure_is_that_of_the_sites_readers_whatever_the_admin_speaks(self):
        fact = make_fact(1000, unit="IU")
        with translation.override("de"):
            assert opened(f"<p>{state(fact)}</p>")["blocks"][0]["text"] == "1,000\N{NO-BREAK SPACE}IU"

    def test_styles_that_held_the_old_words_hold_the_figure(self):
        fact = make_fact(30, 40)
        content = opened(f'<p>It is <a linktype="fact" id="{fact.pk}"><b>5%</b></a>.</p>')
        (style,) = content["blocks"][0]["inlineStyleRanges"]
        assert (style["offset"], style["length"]) == (6, len("30–40%"))

    def test_a_fact_that_is_gone_keeps_its_words_and_says_so(self):
        content = opened(f"<p>It is {state(99, '5%')}.</p>")
        assert content["blocks"][0]["text"] == "It is 5%."
        assert entity(content)["data"]["text"] == ""

    def test_many_facts_take_one_query_on_a_page(self, django_assert_num_queries):
        facts = [make_fact(number + 1) for number in range(3)]
        html = [f"<p>{state(fact)}</p>" for fact in facts]
        with django_assert_num_queries(1), references.resolving({"fact": [fact.pk for fact in facts]}):
            assert [opened(one)["blocks"][0]["text"] for one in html] == ["1%", "2%", "3%"]


class TestStoring:
    @pytest.mark.parametrize("words", ["30–40%", "25–35%", "<b>25–35%</b>", "<b>25</b>–35%"])
    def test_a_text_nobody_touched_is_stored_as_it_was(self, words):
        fact = make_fact(30, 40)
        html = f"<p>It is {state(fact, words)} of it.</p>"
        content = opened(html)
        if words == "<b>25</b>–35%":
            html = f"<p>It is {state(fact, '25–35%')} of it.</p>"
        assert saved(content) == html

    def test_a_fact_that_is_gone_is_stored_as_it_was(self):
        html = f"<p>It is {state(99, '5%')}.</p>"
        assert saved(opened(html)) == html

    def test_a_new_fact_is_stored_with_its_figure(self):
        fact = make_fact(30, 40)
        content = opened("<p>It is 30–40%.</p>")
        content["entityMap"] = {
            "0": {"type": "FACT", "mutability": "IMMUTABLE", "data": {"id": fact.pk, "text": "30–40%"}}
        }
        content["blocks"][0]["entityRanges"] = [{"key": 0, "offset": 6, "length": 6}]
        assert saved(content) == f"<p>It is {state(fact, '30–40%')}.</p>"

    def test_half_a_figure_that_was_pasted_is_stored_as_the_whole(self):
        fact = make_fact(30, 40)
        content = opened(f"<p>{state(fact, '30–40%')}</p>")
        content["blocks"][0] |= {"text": "30", "entityRanges": [{"key": 0, "offset": 0, "length": 2}]}
        assert saved(content) == f"<p>{state(fact, '30–40%')}</p>"

    @pytest.mark.parametrize("data", [{}, {"id": None}, {"id": "x"}])
    def test_what_names_no_fact_leaves_its_words(self, data):
        content = opened(f"<p>{state(make_fact(), '30%')}</p>")
        entity(content)["data"] = data
        assert saved(content) == "<p>30%</p>"
