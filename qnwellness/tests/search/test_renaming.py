"""Articles are found by the names people and tags have now."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from blog import renaming
from blog.models import ArticleAuthor
from blog.tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_author("Quokka Person")


@pytest.fixture
def write(ada):
    def write(title):
        draft = make_article(title=title, publish=False).get_latest_revision_as_object()
        draft.tags.add("Tibia")
        draft.bylines = [ArticleAuthor(author=ada)]
        draft.save_revision().publish()

    return write


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def rename(named, name, **how):
        named.name = name
        with django_capture_on_commit_callbacks(execute=True):
            named.save(**how)

    return rename


@pytest.fixture
def found(client):
    def found(words):
        return [result.title[0].text for result in client.get("/search/", {"q": words}).context["results"]]

    return found


@pytest.mark.parametrize("how", [{}, {"update_fields": ["name"]}])
def test_after_a_person_is_renamed(write, rename, found, ada, how):
    write("Bone")
    assert found("quokka") == ["Bone"]
    rename(ada, "Wombat Person", **how)
    assert found("wombat") == ["Bone"]
    assert found("quokka") == []


def test_after_a_tag_is_renamed(write, rename, found):
    write("Bone")
    rename(Tag.objects.get(), "Fibula")
    assert found("fibula") == ["Bone"]
    assert found("tibia") == []


def test_with_so_many_at_most_at_once(write, rename, found, ada, monkeypatch):
    for number in range(3):
        write(f"Bone {number}")
    monkeypatch.setattr(renaming, "MOST", 2)
    rename(ada, "Wombat Person")
    assert len(found("wombat")) == 2


def test_without_a_look_at_any_article_where_the_name_stays(write, ada):
    write("Bone")
    ada.role = "Editor"
    with CaptureQueriesContext(connection) as captured:
        ada.save()
    assert not [query for query in captured if "articlepage" in query["sql"]]
