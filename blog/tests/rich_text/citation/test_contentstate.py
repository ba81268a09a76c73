import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blog.tests.sources.sources import cite, make_source
from qnwellness.content import references

pytestmark = pytest.mark.django_db


@pytest.fixture
def converter():
    return ContentstateConverter(["bold", "link", "product", "source", "ol", "ul"])


def opened(converter, html):
    return json.loads(converter.from_database_format(html))


def saved(converter, state):
    return converter.to_database_format(json.dumps(state))


def entities(state):
    return [entity for entity in state["entityMap"].values() if entity["type"] == "SOURCE"]


class TestTextThatIsOpenedAndSaved:
    def test_is_unchanged(self, converter):
        source = make_source()
        html = (
            f'<p data-block-key="a1">Bone <b>is kept</b>{cite(source, "<b>Knapen</b>")}'
            f"{cite(999999, 'Gone 2001')} &amp; more.</p>"
            f'<ul><li data-block-key="b1">{cite(source, "Other words")}</li></ul>'
        )
        assert saved(converter, opened(converter, html)) == html

    def test_loses_a_citation_without_a_source_but_not_its_words(self, converter):
        state = opened(converter, '<p data-block-key="a1"><a linktype="source">words</a></p>')
        assert saved(converter, state) == '<p data-block-key="a1">words</p>'


class TestTheEditor:
    def test_is_told_what_is_cited_and_lets_nobody_write_into_it(self, converter):
        source = make_source("A trial")
        [entity] = entities(opened(converter, f"<p>{cite(source)}</p>"))
        assert entity["data"] == {"id": source.pk, "title": "Knapen 2013 A trial"}
        assert entity["mutability"] == "IMMUTABLE"

    def test_is_told_of_a_source_that_is_gone(self, converter):
        [entity] = entities(opened(converter, f"<p>{cite(999999)}</p>"))
        assert entity["data"] == {"id": 999999, "title": ""}

    def test_stores_nothing_but_the_id(self, converter):
        state = opened(converter, f'<p data-block-key="a1">{cite(make_source())}</p>')
        for entity in entities(state):
            entity["data"] |= {"id": '7"><script>', "href": "javascript:x"}
        assert saved(converter, state) == '<p data-block-key="a1">Knapen 2013</p>'

    def test_loads_all_sources_of_a_form_together(self, converter, django_assert_num_queries):
        sources = [make_source(f"Source {n}") for n in range(5)]
        with (
            references.resolving({"source": [source.pk for source in sources]}),
            django_assert_num_queries(1),
        ):
            for source in sources:
                opened(converter, f"<p>{cite(source)}</p>")
