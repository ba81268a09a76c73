import pytest
from taggit.models import Tag

from blog.tests.factories import make_article

pytestmark = pytest.mark.django_db


def kickers(client, *tags):
    draft = make_article().get_latest_revision_as_object()
    draft.tags.add(*tags)
    draft.save_revision().publish()
    html = client.get(draft.url).content.decode()
    return [part.split("<")[0] for part in html.split('<a class="kicker" href="')[1:]]


def test_an_article_says_its_first_tag(client):
    iron, vitamins = Tag.objects.create(name="Iron"), Tag.objects.create(name="Vitamins")
    assert kickers(client, iron, vitamins) == ['/blog/tags/iron/">Iron']


def test_a_tag_without_an_address_is_skipped(client):
    signs, iron = Tag.objects.create(name="🌿", slug=""), Tag.objects.create(name="Iron")
    Tag.objects.filter(pk=signs.pk).update(slug="")
    signs.refresh_from_db()
    assert kickers(client, signs, iron) == ['/blog/tags/iron/">Iron']


def test_an_article_with_no_other_tag_has_none(client):
    signs = Tag.objects.create(name="🌿")
    Tag.objects.filter(pk=signs.pk).update(slug="")
    assert kickers(client, Tag.objects.get(pk=signs.pk)) == []
