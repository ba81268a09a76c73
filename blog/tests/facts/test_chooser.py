"""The chooser of facts, as it opens from a text and from a field."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.urls import reverse

from blog.infographics.choosing import FactChooserBlock
from blog.models import Fact
from blog.tests.facts.facts import make_fact
from blog.tests.sources.sources import make_source

pytestmark = pytest.mark.django_db
CHOOSE = "wagtailsnippetchoosers_blog_fact:choose"
CREATE = "wagtailsnippetchoosers_blog_fact:create"


@pytest.fixture
def editor(client):
    user = User.objects.create_user("ed")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def opened(client, **query):
    """Return the chooser and what its script is told."""
    sent = client.get(reverse(CHOOSE), query).json()
    return BeautifulSoup(sent.pop("html"), "html.parser"), sent


def tab(modal):
    return modal.select_one("#tab-label-create").find(string=True).strip()


def values(modal, *names):
    form = modal.select_one("[data-chooser-modal-creation-form]")
    return [form.select_one(f"[name={name}]").get("value", "") for name in names]


def option(modal, name):
    chosen = modal.select_one(f"[data-chooser-modal-creation-form] [name={name}] option[selected]")
    return chosen["value"] if chosen else ""


class TestWithNothingSelected:
    def test_it_opens_on_the_search_with_statements_and_figures(self, editor):
        make_fact(30, 40, statement="Taken up", qualifier="from a meal")
        modal, told = opened(editor)
        assert told == {"step": "choose"}
        assert (
            modal.select_one("#search-results table")
            .get_text(" ", strip=True)
            .endswith("Taken up 30–40% from a meal")
        )
        assert tab(modal) == "New fact"
        assert values(modal, "statement", "low", "high") == ["", "", ""]

    @pytest.mark.parametrize("words", ["30-40%", "meal"])
    def test_it_finds_by_figure_and_by_words(self, editor, words):
        make_fact(30, 40, statement="Taken up from a meal")
        make_fact(7, statement="Lost")
        sent = editor.get(reverse("wagtailsnippetchoosers_blog_fact:choose_results"), {"q": words})
        assert "Taken up" in sent.content.decode()
        assert "Lost" not in sent.content.decode()


class TestWithAFigureSelected:
    SELECTED = {
        "selected": "about 30-40 %",
        "before": "With sufficient vitamin D, the body absorbs ",
        "after": " of dietary calcium",
    }

    def test_it_offers_to_make_that_a_fact(self, editor):
        modal, told = opened(editor, **self.SELECTED)
        assert told["figure"] == {"start": 6, "end": 13}
        assert tab(modal) == "Make this a fact"
        statement = "With sufficient vitamin D, the body absorbs dietary calcium"
        assert values(modal, "statement", "low", "high") == [statement, "30", "40"]
        assert [option(modal, "unit"), option(modal, "nutrient")] == ["%", "calcium"]
        assert modal.select_one("[data-fact-shown]").get_text() == "30–40%"

    def test_it_shows_first_which_facts_have_it_already(self, editor):
        known = make_fact(30, 40, statement="Known", nutrient="calcium")
        make_fact(30, statement="Other")
        modal, _told = opened(editor, **self.SELECTED)
        (item,) = modal.select(".fact-known li")
        assert item.get_text(" ", strip=True) == "Use this one 30–40% Known"
        address = item.select_one("[data-chooser-modal-choice]")["href"]
        assert editor.get(address).json()["result"]["id"] == str(known.pk)

    def test_it_offers_the_sources_cited_beside_it(self, editor):
        cited, other = make_source("Cited"), make_source("Other")
        modal, _told = opened(editor, **self.SELECTED, cited=f"{cited.pk},x,999")
        boxes = modal.select("[name=cited]")
        assert [(box["value"], box.has_attr("checked")) for box in boxes] == [(str(cited.pk), True)]
        address = modal.select_one("[data-chooser-modal-creation-form]")["action"]
        sent = {"statement": "S", "low": "30", "unit": "%", "cited": [cited.pk]}
        editor.post(address, sent)
        assert Fact.objects.get().source_ids == [cited.pk]
        refused = editor.post(address, {**sent, "cited": [other.pk]}).json()
        assert refused["step"] == "reshow_creation_form"

    @pytest.mark.parametrize("words", ["calcium", "10 billion CFU", " "])
    def test_it_opens_on_the_search_where_it_reads_none(self, editor, words):
        _modal, told = opened(editor, selected=words)
        assert told == {"step": "choose"}

    def test_it_opens_for_whatever_is_sent(self, editor):
        modal, _told = opened(editor, selected="9" * 300 + " 5 mg", before="<b>" * 500, after="\x00")
        assert modal.select_one("#search-results")


class TestANewFact:
    def test_is_stored_with_a_first_version_and_told_to_the_script(self, editor):
        sent = {"statement": "A day", "low": "1,000", "high": "5,000", "unit": "IU", "evidence": "trial"}
        told = editor.post(reverse(CREATE), sent).json()
        fact = Fact.objects.get()
        assert told["result"] == {
            "id": str(fact.pk),
            "string": "A day: 1,000–5,000\N{NO-BREAK SPACE}IU",
            "edit_url": reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk]),
            "text": "1,000–5,000\N{NO-BREAK SPACE}IU",
            "statement": "A day",
            "overdue": False,
        }
        assert fact.revisions.count() == 1
        assert fact.evidence == Fact.Evidence.TRIAL

    def test_is_shown_again_with_what_is_wrong(self, editor):
        told = editor.post(reverse(CREATE), {"statement": "A", "low": "5", "high": "3"}).json()
        assert told["step"] == "reshow_creation_form"
        assert "higher than the value" in told["htmlFragment"]
        assert "Use this one" not in told["htmlFragment"]
        assert not Fact.objects.exists()

    def test_is_made_by_nobody_who_may_only_look(self, client):
        user = User.objects.create_user("someone")
        user.groups.add(group := Group.objects.get(name="Catalogue"))
        group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="view_fact"))
        client.force_login(user)
        modal, _told = opened(client, **TestWithAFigureSelected.SELECTED)
        assert modal.select_one("[data-chooser-modal-creation-form]") is None
        assert client.post(reverse(CREATE), {"statement": "A", "low": "5"}).status_code != 200
        assert not Fact.objects.exists()


def test_a_field_that_takes_a_fact_opens_this_chooser():
    assert FactChooserBlock().widget.get_chooser_modal_url() == reverse(CHOOSE)
