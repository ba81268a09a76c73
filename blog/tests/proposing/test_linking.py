from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied

from blog.models import ArticlePage, Fact
from blog.proposing.article import figures_of
from blog.proposing.linking import ChangedMeanwhileError, Link, carry_out, linked
from blog.tests.factories import block, infographic, line, make_article, text

pytestmark = pytest.mark.django_db

FACT = '<a linktype="fact" id="{}">{}</a>'


@pytest.fixture
def fact():
    return Fact.objects.create(
        statement="Zinc taken up from a meal", low=Decimal(30), high=Decimal(40), unit="%", nutrient="zinc"
    )


def body_with(fact, *blocks):
    """Return a body after every figure in it that could be linked was linked to a fact."""
    article = make_article(*blocks, publish=False)
    figures = figures_of(article)
    places = tuple(
        place for one in (*figures.known, *figures.repeated, *figures.single) for place in one.open_places
    )
    return linked(article.body.stream_block, list(article.body.raw_data), [Link(fact, places)])


def table(*values, kind="rich_text"):
    columns = [{"type": "text", "heading": "Mineral"}, {"type": kind, "heading": "Taken up"}]
    value = {"caption": "", "columns": columns, "rows": [{"values": list(row)} for row in values]}
    return block("table", {"table": value, "first_column_is_header": True})


class TestAFactIsPutInto:
    def test_the_cell_of_a_table_that_takes_links_and_no_other(self, fact):
        rows = [("Iron", "<p>Some of it</p>"), ("Zinc", "<p>30-40% of the zinc in a meal is taken up</p>")]
        (stored,) = body_with(fact, table(*rows))
        cells = [row["values"][1] for row in stored["value"]["table"]["rows"]]
        assert cells[0] == rows[0][1]
        assert cells[1] == rows[1][1].replace("30-40%", FACT.format(fact.pk, "30-40%"))

    def test_no_cell_of_plain_words(self, fact):
        rows = [("Zinc", "30-40% of the zinc in a meal is taken up")]
        (stored,) = body_with(fact, table(*rows, kind="text"))
        assert "linktype" not in str(stored)

    def test_points_of_lists_in_blocks_and_lines_of_panels(self, fact):
        said = "Of the zinc in a meal, 30-40% is taken up."
        points = block(
            "key_points", {"points": [block("item", "<p>Rest.</p>"), block("item", f"<p>{said}</p>")]}
        )
        pairs = [block("item", {"title": "Zinc", "text": line(said)})]
        first, second = body_with(
            fact, points, infographic(block("synergy", {"title": "Both", "points": pairs}))
        )
        expected = said.replace("30-40%", FACT.format(fact.pk, "30-40%"))
        assert first["value"]["points"][1]["value"] == f"<p>{expected}</p>"
        assert first["value"]["points"][0] == points["value"]["points"][0]
        panel = second["value"]["panels"][0]
        assert panel["value"]["points"][0]["value"]["text"] == f"<p>{expected}</p>"

    def test_a_bar_beside_its_numbers_which_stay_for_the_day_the_fact_is_gone(self, fact):
        bars = [
            block("item", {"label": "Zinc taken up from a meal", "fact": None, "low": "30", "high": "40"}),
            block("item", {"label": "Something else", "fact": None, "low": "5", "high": None}),
        ]
        panel = block("bars", {"title": "Zinc", "unit": "%", "bars": bars, "note": ""})
        article = make_article(infographic(panel), publish=False)
        (figure,) = figures_of(article).known
        assert figure.places[0].unit == "%"
        links = [Link(fact, figure.open_places)]
        (stored,) = linked(article.body.stream_block, list(article.body.raw_data), links)
        first, second = (bar["value"] for bar in stored["value"]["panels"][0]["value"]["bars"])
        assert first == {"label": "Zinc taken up from a meal", "fact": fact.pk, "low": "30", "high": "40"}
        assert second == bars[1]["value"]

    def test_the_words_of_a_link_never(self, fact):
        said = '<p>Of zinc <a href="https://example.com/">30-40% is taken up from a meal</a>.</p>'
        (stored,) = body_with(fact, text(said))
        assert stored["value"] == said


class TestCarryingItOut:
    @pytest.fixture
    def article(self):
        return make_article(text("<p>Of the zinc in a meal, 30-40% is taken up.</p>"))

    @pytest.fixture
    def places(self, article, fact):
        (figure,) = figures_of(article).known
        return figure.open_places

    def test_gives_back_the_new_version_and_leaves_the_published_one(self, article, fact, places, admin_user):
        revision = carry_out(article, [Link(fact, places)], admin_user)
        assert 'linktype="fact"' in str(list(revision.as_object().body.raw_data))
        assert "linktype" not in str(list(ArticlePage.objects.get(pk=article.pk).body.raw_data))

    def test_writes_nothing_where_the_words_are_gone(self, article, places, admin_user):
        article.body = article.body.stream_block.to_python(
            [{**article.body.raw_data[0], "value": "<p>Rest.</p>"}]
        )
        new = Fact(statement="New", low=Decimal(1))
        before = article.revisions.count()
        with pytest.raises(ChangedMeanwhileError):
            carry_out(article, [Link(new, places)], admin_user)
        assert not Fact.objects.filter(statement="New").exists()
        assert article.revisions.count() == before

    def test_writes_nothing_where_the_block_is_gone(self, article, fact, places, admin_user):
        article.body = article.body.stream_block.to_python([])
        with pytest.raises(ChangedMeanwhileError):
            carry_out(article, [Link(fact, places)], admin_user)

    def test_is_for_who_may_edit_the_article(self, article, fact, places):
        stranger = get_user_model().objects.create_user("stranger", password="x")
        with pytest.raises(PermissionDenied):
            carry_out(article, [Link(fact, places)], stranger)
