import pytest

from blog.facts.by_figure import by_figure, with_figure
from blog.models import Fact
from blog.tests.facts.facts import make_fact
from qnwellness.nutrition.figures import Figure

pytestmark = pytest.mark.django_db


@pytest.fixture
def dose():
    return make_fact(1000, 5000, "IU", nutrient="vitamin D", statement="A day")


@pytest.fixture
def share():
    return make_fact(30, 40)


class TestSearching:
    @pytest.mark.parametrize("words", ["1,000-5,000 IU", "1,000 IU", "1000", "5,000", "25 µg", " 1000 "])
    def test_finds_a_dose_by_its_figure_or_an_end_of_it(self, dose, share, words):
        assert list(by_figure(Fact.objects.all(), words)) == [dose]

    @pytest.mark.parametrize("words", ["30-40%", "30–40 %", "30 to 40 percent", "30-40", "40%"])
    def test_finds_a_share_however_it_is_written(self, dose, share, words):
        assert list(by_figure(Fact.objects.all(), words)) == [share]

    @pytest.mark.parametrize(
        "words", ["calcium", "", "30-40% of calcium", "30-41%", "30 mg", "vitamin D3", "31"]
    )
    def test_leaves_everything_else_to_the_words(self, dose, share, words):
        assert by_figure(Fact.objects.all(), words) is None

    def test_takes_one_query_besides_the_answer(self, dose, share, django_assert_num_queries):
        with django_assert_num_queries(1):
            by_figure(Fact.objects.all(), "30-40%")


class TestFactsThatHaveAFigure:
    def test_are_those_of_the_same_quantity_the_nutrients_own_first(self, dose):
        zinc = make_fact(25, 125, "µg", nutrient="zinc", statement="A")
        found = with_figure(dose.figure.__class__(25, 125, "µg"), "vitamin D")
        assert found == [dose, zinc]

    def test_are_none_that_only_share_an_end(self, dose):
        assert with_figure(Figure(dose.low, None, "IU")) == []

    def test_are_picked_by_the_database_and_not_loaded_all(self, dose, django_assert_num_queries):
        with django_assert_num_queries(1) as asked:
            with_figure(Figure(dose.low, dose.high, "IU"))
        assert "WHERE" in asked.captured_queries[0]["sql"]


def test_an_end_that_is_zero_is_found():
    fact = make_fact(0, 5, "mg")
    assert list(by_figure(Fact.objects.all(), "0 mg")) == [fact]
