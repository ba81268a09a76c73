"""Deleting facts, and sources facts name, as a reviewer does it in the admin."""

import pytest
from django.urls import reverse

from blog.models import Fact, Source
from blog.tests.factories import block, infographic, make_article, rewrite, text
from blog.tests.facts.facts import make_fact, state
from blog.tests.sources.sources import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def delete(client, *snippets):
    """Delete one by its page, several by ticking them, and return what is said afterwards."""
    name = snippets[0]._meta.model_name
    if len(snippets) == 1:
        address = reverse(f"wagtailsnippets_blog_{name}:delete", args=[snippets[0].pk])
    else:
        ticked = "&".join(f"id={snippet.pk}" for snippet in snippets)
        address = f"{reverse('wagtail_bulk_action', args=['blog', name, 'delete'])}?{ticked}"
    return client.post(address, follow=True).content.decode()


class TestAFact:
    def test_nobody_uses_is_deleted(self, admin):
        make_article(text("<p>30</p>"))
        delete(admin, make_fact(pk=30))
        assert not Fact.objects.exists()

    def test_in_use_stays_and_every_place_is_listed_with_the_way_to_it(self, admin):
        fact = make_fact(30, 40)
        article = make_article(text(f"<p>It takes {state(fact)} of it.</p>"), title="How <b> is built")
        said = delete(admin, fact)
        assert Fact.objects.get() == fact
        assert "is not deleted" in said
        assert "“How &lt;b&gt; is built”" in said
        assert f"/admin/pages/{article.pk}/edit/#:w:contentpath=body." in said
        assert "It takes" in said

    def test_in_a_panel_or_a_bar_stays(self, admin):
        fact, drawn = make_fact(30), make_fact(31)
        bars = [block("item", {"label": label, "fact": drawn.pk}) for label in "AB"]
        panel = block("bars", {"title": "T", "unit": "%", "bars": bars, "note": f"<p>{state(fact)}</p>"})
        make_article(infographic(panel))
        delete(admin, fact)
        delete(admin, drawn)
        assert Fact.objects.count() == 2

    @pytest.mark.parametrize("is_published", [True, False])
    def test_in_a_draft_stays_even_of_an_article_that_was_never_published(self, admin, is_published):
        fact = make_fact()
        article = make_article(text("<p>Bone.</p>"), title="Bone", publish=is_published)
        rewrite(article, text(f"<p>Bone {state(fact)}.</p>"), publish=False)
        assert "“Bone”" in delete(admin, fact)
        assert Fact.objects.exists()

    def test_that_was_taken_out_is_deleted(self, admin):
        fact = make_fact()
        article = make_article(text(f"<p>Bone {state(fact)}.</p>"))
        rewrite(article, text("<p>Bone.</p>"))
        delete(admin, fact)
        assert not Fact.objects.exists()

    def test_whose_number_a_source_has_is_deleted(self, admin):
        fact = make_fact(pk=77)
        make_article(text('<p>77 mg <a linktype="source" id="77">x</a></p>'))
        delete(admin, fact)
        assert not Fact.objects.exists()

    def test_of_several_all_stay_if_one_is_used(self, admin):
        used, free = make_fact(30), make_fact(31)
        article = make_article(text(f"<p>{state(used)}</p>"), title="Bone")
        said = delete(admin, used, free)
        assert Fact.objects.count() == 2
        assert "Nothing is deleted" in said
        assert f"/admin/pages/{article.pk}/edit/" in said

    def test_is_deleted_with_others_nobody_uses(self, admin):
        delete(admin, make_fact(30), make_fact(31))
        assert not Fact.objects.exists()

    def test_among_many_is_looked_for_in_few_queries(self, admin, django_assert_max_num_queries):
        facts = [make_fact(number + 1) for number in range(120)]
        make_article(text(f"<p>{state(facts[7])}</p>"))
        with django_assert_max_num_queries(60):
            delete(admin, *facts)
        assert Fact.objects.count() == 120


class TestASource:
    def test_a_fact_names_stays_and_the_fact_is_named(self, admin):
        source = make_source()
        fact = make_fact(30, 40, "%", source, statement="Taken up")
        said = delete(admin, source)
        assert Source.objects.exists()
        assert "“Taken up: 30–40%”" in said
        assert reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk]) in said

    def test_no_fact_names_any_more_is_deleted(self, admin):
        source = make_source()
        fact = make_fact(30, None, "%", source)
        fact.sources = []
        fact.save()
        delete(admin, source)
        assert not Source.objects.exists()

    def test_of_several_stays_with_the_others(self, admin):
        named, free = make_source(), make_source("Other")
        make_fact(30, None, "%", named)
        assert "Nothing is deleted" in delete(admin, named, free)
        assert Source.objects.count() == 2
