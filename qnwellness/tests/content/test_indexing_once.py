"""Publishing writes the indexes of words and of references once; keeping a draft writes neither."""

from unittest import mock

import pytest
from modelsearch.index import insert_or_update_object
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from blog.models import ArticlePage
from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted():
    """Count how often each index is written for a page."""
    words = mock.patch("modelsearch.index.insert_or_update_object", wraps=insert_or_update_object)
    references = mock.patch.object(
        ReferenceIndex, "create_or_update_for_object", wraps=ReferenceIndex.create_or_update_for_object
    )
    with words as words, references as references:
        yield lambda: (_of_pages(words), _of_pages(references))


def _of_pages(counter: mock.Mock) -> int:
    return sum(isinstance(call.args[0], ArticlePage) for call in counter.call_args_list)


def found(words: str) -> list[str]:
    return [page.title for page in ArticlePage.objects.live().search(words)]


def test_a_draft_that_is_published_is_indexed_once(counted):
    article = make_article(heading("A"), title="Before")
    before = counted()
    draft = article.get_latest_revision_as_object()
    draft.title = "Quillaja"
    draft.save_revision().publish()
    assert [now - then for now, then in zip(counted(), before, strict=True)] == [1, 1]
    assert found("quillaja") == ["Quillaja"]
    assert found("before") == []


def test_a_draft_that_is_kept_is_not_indexed(counted):
    article = make_article(callout(make_product()), title="Before")
    before = counted()
    draft = article.get_latest_revision_as_object()
    draft.title = "Quillaja"
    draft.body = []
    draft.save_revision()
    assert counted() == before
    assert found("before") == ["Before"]
    assert ReferenceIndex.get_references_for_object(article).exists()


def test_references_follow_what_is_published():
    article = make_article(callout(make_product()), title="Before")
    draft = article.get_latest_revision_as_object()
    draft.body = []
    draft.save_revision().publish()
    models = {row.to_content_type.model for row in ReferenceIndex.get_references_for_object(article)}
    assert "productpage" not in models


def test_what_is_taken_down_is_indexed_as_such(counted):
    article = make_article(heading("A"), title="Quillaja")
    before = counted()
    article.unpublish()
    assert [now - then for now, then in zip(counted(), before, strict=True)] == [1, 1]
    assert found("quillaja") == []


class TestTheWeightOfATitle:
    def test_is_given_to_what_is_written_and_to_nothing_else(self):
        first = make_article(heading("A"), title="Rye")
        IndexEntry.objects.update(title_norm=7)
        second = make_article(heading("A"), title="Rye and wheat and oats and barley")
        norms = dict(IndexEntry.objects.values_list("object_id", "title_norm"))
        assert norms[str(first.pk)] == 7
        assert 0 < norms[str(second.pk)] < 1.1

    def test_is_less_for_a_long_title_and_about_as_the_library_gives_it(self):
        titles = ["Rye", "Rye and wheat", "Rye and wheat and oats and barley"]
        keys = [str(make_article(heading("A"), title=title).pk) for title in titles]
        ours = [IndexEntry.objects.get(object_id=key).title_norm for key in keys]
        assert ours == sorted(ours, reverse=True)
        index = get_search_backend().get_index_for_model(ArticlePage)
        index._refresh_title_norms(full=True)
        assert ours[-1] == pytest.approx(IndexEntry.objects.get(object_id=keys[-1]).title_norm, rel=0.6)

    def test_is_taken_from_so_many_titles_and_not_from_all(self, django_assert_max_num_queries):
        article = make_article(heading("A"), title="Rye")
        with django_assert_max_num_queries(16) as asked:
            get_search_backend().add(article)
        assert all("LIMIT 200" in query["sql"] for query in asked if "AVG" in query["sql"])
