"""What the pictures of an article show."""

from time import process_time

import pytest
from django.test import RequestFactory
from django.utils.translation import get_language, override
from wagtail.models import Locale, Site

from blog.describing import poster_wording
from blog.describing.poster import TITLE, pictured
from blog.infographics.poster.faces import FACES, svg
from blog.infographics.poster.legibility import legibility
from blog.infographics.poster.panels.bars import Bars
from blog.infographics.poster.panels.statistic import Statistic
from blog.models import ArticlePage, Fact
from blog.tests.factories import block, infographic, make_article, text
from blog.tests.posters.test_views import bars, figure
from blog.tests.sources.sources import cited_in_panel, make_source

pytestmark = pytest.mark.django_db


def statistic(words, *sources):
    value = {"title": "Up", "figure": words, "context": "", "citations": cited_in_panel(*sources)}
    return block("statistic", value)


def poster(article):
    return pictured(article)[0].poster


def test_an_infographic_is_pictured_with_all_its_panels():
    shown = poster(make_article(infographic(statistic("<p>30%</p>"), bars(), title="At a glance")))
    assert shown.title == "At a glance"
    assert [type(panel) for panel in shown.panels] == [Statistic, Bars]


def test_a_picture_says_whose_it_is_and_where_it_stands():
    Site.objects.update(site_name="Leaf", hostname="leaf.example", port=443)
    shown = poster(make_article(figure(), slug="bone"))
    assert (shown.brand, shown.address) == ("Leaf", "leaf.example/blog/bone")


def test_a_picture_names_what_its_panels_cite_and_what_their_facts_rest_on():
    cited, of_fact, elsewhere = (make_source(name, authors=f"{name}, A.") for name in ("One", "Two", "Three"))
    fact = Fact(statement="Calcium", low=30, high=40, unit="%")
    fact.sources = fact.sources.stream_block.to_python([block("source", of_fact.pk)])
    fact.save()
    stated = f'<p><a linktype="fact" id="{fact.pk}">10%</a></p>'
    article = make_article(
        infographic(statistic(stated, cited)),
        infographic(statistic("<p>5%</p>", elsewhere)),
    )
    shown = poster(article)
    assert shown.sources == ("Two 2013", "One 2013")
    assert shown.panels[0].figure == "30–40%"


def test_a_source_that_is_gone_is_not_named():
    source = make_source()
    article = make_article(infographic(statistic("<p>5%</p>", source)))
    source.delete()
    assert poster(ArticlePage.objects.get(pk=article.pk)).sources == ()


def test_an_article_without_infographic_is_pictured_by_its_title():
    article = make_article(text("<p>Words.</p>"), title="Bone", standfirst="How it is built.")
    (shown,) = pictured(article)
    assert shown.block == TITLE
    assert (shown.poster.title, shown.poster.lead, shown.poster.panels) == ("Bone", "How it is built.", ())


def test_an_unsaved_article_is_pictured_too():
    article = ArticlePage(title="New")
    article.body = article.body.stream_block.to_python([figure("Unsaved")])
    assert poster(article).title == "Unsaved"


def test_an_infographic_that_is_not_filled_in_yet_is_pictured():
    empty = {"title": "", "citations": []}
    panels = [
        block("statistic", {**empty, "figure": "", "context": ""}),
        block("bars", {**empty, "unit": "", "bars": [], "note": ""}),
        block("nutrient", {"title": ""}),
        block("synergy", {"title": ""}),
        block("dosage", {"title": ""}),
        block("benefits", {"title": ""}),
        block("steps", {"title": ""}),
        block("checklist", {"title": ""}),
        block("comparison", {"title": ""}),
        block("call_to_action", {"title": ""}),
    ]
    article = make_article(infographic(*panels, title=""), publish=False)
    assert len(poster(article).panels) == 9


def test_what_is_pictured_is_the_same_inside_and_outside_a_request(client):
    article = make_article(figure(), figure())
    request = RequestFactory().get("/", headers={"host": "other.example"})
    assert [one.digest for one in pictured(article)] == [one.digest for one in pictured(article, request)]


def test_a_picture_is_named_after_what_it_shows():
    article = make_article(figure("One"), figure("Two"), figure("One"))
    names = [one.digest for one in pictured(article)]
    assert names[0] == names[2] != names[1]


def test_a_picture_says_its_own_words_in_the_language_of_the_article(settings, monkeypatch):
    settings.LANGUAGES = [("en", "English"), ("de", "German")]
    monkeypatch.setattr(poster_wording, "_", lambda words: f"{get_language()}: {words}")
    poster_wording.wording.cache_clear()
    articles = [make_article(figure(), title="Panels"), make_article(text("<p>A</p>"), title="None")]
    ArticlePage.objects.update(locale=Locale.objects.create(language_code="de"))
    for article in ArticlePage.objects.filter(pk__in=[one.pk for one in articles]):
        with override("en"):
            shown = poster(article)
        assert (shown.language, shown.wording.sources) == ("de", "de: Sources")
        assert shown.wording.more_at == "de: and {count} more at {address}"
    poster_wording.wording.cache_clear()


def test_a_picture_is_the_same_whatever_language_it_is_asked_in():
    article = make_article(figure())
    with override("de"):
        asked_in_german = pictured(article)[0].digest
    assert asked_in_german == pictured(article)[0].digest


@pytest.mark.timed
def test_what_is_stored_beyond_all_limits_is_drawn_in_time(settings):
    """Stored values are not cleaned again: they may hold more than any form takes."""
    many = [{"title": "W" * 900, "text": f"<p>{'word ' * 300}</p>"}] * 40
    steps = block("steps", {"title": "T" * 3_000, "steps": [block("item", one) for one in many]})
    panels = [statistic(f"<p>{'1234567890' * 500}</p>"), *[steps] * 11]
    shown = poster(make_article(infographic(*panels, title="A title " * 900)))
    begun = process_time()
    for face in FACES:
        svg(shown, face)
    legibility(shown)
    assert process_time() - begun < 5
    assert shown.title.endswith("…")


def test_an_address_is_shown_as_people_write_it():
    assert poster(make_article(text("<p>Few words.</p>"), slug="骨密度")).address.endswith("/blog/骨密度")
