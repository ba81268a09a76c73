"""Deleting sources, as a reviewer does it in the admin."""

import pytest
from django.urls import reverse

from blog.models import Source
from blog.tests.factories import block, infographic, make_article, rewrite, text
from blog.tests.sources.sources import cite, cited_in_panel, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def delete(client, *sources):
    """Delete one source by its page, several by ticking them, and return what is said afterwards."""
    if len(sources) == 1:
        address = reverse("wagtailsnippets_blog_source:delete", args=[sources[0].pk])
    else:
        ticked = "&".join(f"id={source.pk}" for source in sources)
        address = f"{reverse('wagtail_bulk_action', args=['blog', 'source', 'delete'])}?{ticked}"
    return client.post(address, follow=True).content.decode()


def test_a_source_nobody_cites_is_deleted(admin):
    delete(admin, make_source())
    assert not Source.objects.exists()


def test_a_source_of_a_published_article_stays_and_the_article_is_named(admin):
    source = make_source()
    article = make_article(text(f"<p>Bone {cite(source)}.</p>"), title="How <b> is built")
    said = delete(admin, source)
    assert Source.objects.get() == source
    assert "“How &lt;b&gt; is built”" in said
    assert f"/admin/pages/{article.pk}/edit/" in said


def test_nobody_is_asked_whether_to_delete_it(admin):
    source = make_source()
    make_article(text(f"<p>Bone {cite(source)}.</p>"))
    page = admin.get(reverse("wagtailsnippets_blog_source:delete", args=[source.pk]), follow=True)
    assert "Take the citations out first" in page.content.decode()


def test_a_source_of_a_panel_stays(admin):
    source = make_source()
    panel = block("nutrient", {"title": "A panel", "citations": cited_in_panel(source)})
    make_article(infographic(panel))
    delete(admin, source)
    assert Source.objects.exists()


def test_a_source_of_the_draft_of_a_published_article_stays(admin):
    source = make_source()
    article = make_article(text("<p>Bone.</p>"), title="Bone")
    rewrite(article, text(f"<p>Bone {cite(source)}.</p>"), publish=False)
    assert "“Bone”" in delete(admin, source)
    assert Source.objects.exists()


def test_a_source_whose_citation_was_taken_out_is_deleted(admin):
    source = make_source()
    article = make_article(text(f"<p>Bone {cite(source)}.</p>"))
    rewrite(article, text("<p>Bone.</p>"))
    delete(admin, source)
    assert not Source.objects.exists()


def test_a_number_in_the_text_is_no_citation(admin):
    source, other = make_source(), make_source("Other")
    make_article(text(f'<p>{source.pk} mg, <a href="#{source.pk}">x</a> {cite(other)}</p>'))
    delete(admin, source)
    assert list(Source.objects.all()) == [other]


def test_an_article_that_is_not_published_hinders_nobody(admin):
    source = make_source()
    make_article(text(f"<p>Bone {cite(source)}.</p>"), publish=False)
    delete(admin, source)
    assert not Source.objects.exists()


def test_of_several_all_stay_if_one_is_cited(admin):
    cited, free = make_source(), make_source("Other")
    article = make_article(text(f"<p>Bone {cite(cited)}.</p>"), title="Bone")
    said = delete(admin, cited, free)
    assert Source.objects.count() == 2
    assert "Nothing is deleted" in said
    assert f"/admin/pages/{article.pk}/edit/" in said


def test_several_nobody_cites_are_deleted(admin):
    delete(admin, make_source(), make_source("Other"))
    assert not Source.objects.exists()


def test_many_are_looked_at_in_as_few_queries(admin, django_assert_max_num_queries):
    sources = [make_source(f"Source {number}") for number in range(120)]
    make_article(text(f"<p>Bone {cite(sources[7])}.</p>"))
    with django_assert_max_num_queries(40):
        delete(admin, *sources)
    assert Source.objects.count() == 120
