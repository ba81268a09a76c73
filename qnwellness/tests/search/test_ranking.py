from hypothesis import given
from hypothesis import strategies as st

from qnwellness.search.facets import count_facets, narrow
from qnwellness.search.question import ARTICLES, KINDS, PRODUCTS, Question, read_question
from qnwellness.search.ranking import Candidate, Tag, ranked, score

IRON = read_question({"q": "iron"})
TAGS = st.lists(st.sampled_from([Tag("a", "A"), Tag("b", "B"), Tag("c", "C")]), unique=True)
ARTICLE = st.builds(
    Candidate, kind=st.just(ARTICLES), pk=st.integers(1, 99), title=st.text(max_size=9), tags=TAGS
)
PRODUCT = st.builds(Candidate, kind=st.just(PRODUCTS), pk=st.integers(1, 99), title=st.text(max_size=9))


def article(pk=1, title="A title", **fields):
    return Candidate(ARTICLES, pk, title, **fields)


def test_the_better_place_counts():
    places = [
        article(title="Iron at the table"),
        article(lead="On iron."),
        article(tags=[Tag("iron", "Iron")]),
        article(headings=["how-much-iron"]),
        article(),
    ]
    scores = [score(place, IRON) for place in places]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_name_counts_most_whatever_stands_around_its_words():
    product = Candidate(PRODUCTS, 1, "Leaf Iron™", names=["QN-LI-60"])
    for question in ("leaf iron", "LEAF IRON!", "qn li 60"):
        asked = read_question({"q": question})
        assert score(product, asked) > score(
            article(title=f"All of {question} and more", lead=question), asked
        )


def test_equals_take_turns():
    articles = [article(1), article(2)]
    products = [Candidate(PRODUCTS, 3, "A title"), Candidate(PRODUCTS, 4, "A title")]
    assert [one.pk for one in ranked([articles, products], IRON)] == [1, 3, 2, 4]


@given(st.lists(ARTICLE), st.lists(PRODUCT))
def test_ranking_loses_and_adds_nothing(articles, products):
    order = ranked([articles, products], IRON)
    assert sorted(map(id, order)) == sorted(map(id, [*articles, *products]))


@given(st.lists(ARTICLE | PRODUCT), st.sampled_from(["", *KINDS]), st.sampled_from(["", "a", "b", "z"]))
def test_a_filter_leaves_as_many_as_it_says(candidates, kind, tag):
    facets = count_facets(candidates, Question(kind=kind, tag=tag))
    for chosen, count in (("", facets.everything), (ARTICLES, facets.articles), (PRODUCTS, facets.products)):
        assert count == len(narrow(candidates, Question(kind=chosen, tag=tag)))
    for choice in facets.tags:
        assert choice.count == len(narrow(candidates, Question(kind=ARTICLES, tag=choice.tag.slug)))
        assert choice.is_chosen is (choice.tag.slug == tag)
