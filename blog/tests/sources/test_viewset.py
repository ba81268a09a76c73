import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from blog.models import Source
from blog.tests.evidence.references.test_citation_text import BOOK, NLM
from blog.tests.factories import make_article, text

from .sources import cite, make_source

pytestmark = pytest.mark.django_db

# One publication's DOI and PubMed number, as people have them at hand.
NUMBERS = [
    "10.1007/s00198-013-2325-6",
    "https://doi.org/10.1007/s00198-013-2325-6",
    "doi:10.1007/s00198-013-2325-6",
    "23525894",
    "PMID: 23525894",
    "https://pubmed.ncbi.nlm.nih.gov/23525894/",
]


def address(view, *args, kind="wagtailsnippets"):
    return reverse(f"{kind}_blog_source:{view}", args=args)


@pytest.fixture
def editor(client):
    """Return a client logged in as a member of Editors."""
    user = User.objects.create_user("ed", password="x")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def messages(response):
    return re.sub(r"\s+", " ", response.content.decode())


class TestTheListing:
    def test_shows_what_it_is_and_how_often_it_is_used(self, editor):
        source = make_source(container="Osteoporos Int")
        make_article(text(f"<p>{cite(source)} and {cite(source)}</p>"))
        html = messages(editor.get(address("list")))
        for words in ("Knapen 2013", "Osteoporos Int", "Article in a journal", "Used 1 time"):
            assert words in html

    def test_costs_the_same_for_many(self, editor, django_assert_max_num_queries):
        for number in range(30):
            make_source(f"Source {number}")
        editor.get(address("list"))
        with django_assert_max_num_queries(25):
            editor.get(address("list"))

    def test_finds_by_words_and_by_type(self, editor):
        make_source("Menaquinone")
        make_source("Magnesium", type="book")
        found = messages(editor.get(address("list_results"), {"q": "menaquinone"}))
        assert "Menaquinone" in found
        assert "Magnesium" not in found
        found = messages(editor.get(address("list_results"), {"type": "book"}))
        assert "Magnesium" in found
        assert "Menaquinone" not in found

    @pytest.mark.parametrize("words", NUMBERS)
    def test_finds_by_doi_and_pubmed_number(self, editor, words):
        make_source("Menaquinone", doi="10.1007/S00198-013-2325-6", pmid="23525894")
        make_source("Magnesium", doi="10.1007/s00198-013-2325-61", pmid="2352589")
        found = messages(editor.get(address("list_results"), {"q": words}))
        assert "Menaquinone" in found
        assert "Magnesium" not in found

    def test_finds_words_that_look_like_a_number(self, editor):
        make_source("The year 2024")
        assert "The year 2024" in messages(editor.get(address("list_results"), {"q": "2024"}))

    def test_offers_pasting(self, editor):
        assert address("paste") in messages(editor.get(address("list")))


class TestTheForm:
    def add(self, client, **fields):
        return client.post(address("add"), {"type": "book", "title": "A", "authors": "", **fields})

    def test_takes_a_doi_and_a_pubmed_number_with_their_addresses(self, editor):
        self.add(
            editor,
            doi="https://doi.org/10.1000/1",
            pmid="https://pubmed.ncbi.nlm.nih.gov/23525894/",
            year="2001",
        )
        source = Source.objects.get()
        assert (source.doi, source.pmid) == ("10.1000/1", "23525894")

    def test_says_what_is_wrong_with_them(self, editor):
        html = messages(self.add(editor, doi="1000/1", pmid="PMC1"))
        assert "This is no DOI" in html
        assert "This is no PubMed number" in html
        assert not Source.objects.exists()

    def test_names_the_source_that_has_the_doi_already(self, editor):
        make_source("The first one", doi="10.1000/ABC")
        html = messages(self.add(editor, doi="doi:10.1000/abc"))
        assert "“Knapen 2013 The first one” has it already" in html


class TestPasting:
    def test_shows_first_what_it_read(self, editor):
        make_source("Mine", pmid="21796828")
        html = messages(editor.post(address("paste"), {"text": f"{NLM}\n{BOOK}\nnonsense"}))
        for words in ("Knapen 2013", "New", "Already here", "Could not be read", "nonsense"):
            assert words in html
        assert Source.objects.count() == 1

    def test_adds_them_once_they_are_confirmed(self, editor):
        response = editor.post(address("paste"), {"text": f"{NLM}\n{BOOK}", "confirmed": "1"}, follow=True)
        assert "2 sources added." in messages(response)
        assert Source.objects.count() == 2

    def test_keeps_the_text_for_another_try(self, editor):
        html = messages(editor.post(address("paste"), {"text": "nonsense", "back": "1"}))
        assert "nonsense</textarea>" in html

    def test_asks_for_a_text(self, editor):
        assert "This field is required" in messages(editor.post(address("paste"), {"text": ""}))

    def test_survives_hostile_text(self, editor):
        html = messages(editor.post(address("paste"), {"text": "</textarea><script>x</script>"}))
        assert "<script>x</script>" not in html


class TestTheChooser:
    def create(self, client, reference):
        return client.post(address("create", kind="wagtailsnippetchoosers"), {"text": reference})

    def test_offers_pasting_beside_choosing(self, editor):
        html = editor.get(address("choose", kind="wagtailsnippetchoosers")).json()["html"]
        assert "Paste a reference" in html

    def test_hands_the_editor_the_label_that_stands_in_the_text(self, editor):
        source = make_source()
        chosen = editor.get(address("chosen", source.pk, kind="wagtailsnippetchoosers")).json()["result"]
        assert (chosen["id"], chosen["label"]) == (str(source.pk), "Knapen 2013")

    def test_takes_a_pasted_reference(self, editor):
        answer = self.create(editor, NLM).json()
        source = Source.objects.get()
        assert (answer["step"], answer["result"]["id"]) == ("chosen", str(source.pk))

    @pytest.mark.parametrize("words", NUMBERS)
    def test_finds_by_doi_and_pubmed_number(self, editor, words):
        make_source("Menaquinone", doi="10.1007/S00198-013-2325-6", pmid="23525894")
        make_source("Magnesium", doi="10.1007/s00198-013-2325-61", pmid="2352589")
        results = address("choose_results", kind="wagtailsnippetchoosers")
        found = editor.get(results, {"q": words}).content.decode()
        assert "Menaquinone" in found
        assert "Magnesium" not in found

    @pytest.mark.parametrize("words", NUMBERS)
    def test_takes_the_source_a_bare_number_names(self, editor, words):
        source = make_source("Mine", doi="10.1007/S00198-013-2325-6", pmid="23525894")
        assert self.create(editor, words).json()["result"]["id"] == str(source.pk)

    @pytest.mark.parametrize(("words", "name"), [(NUMBERS[1], "DOI"), (NUMBERS[3], "PubMed number")])
    def test_asks_for_more_than_a_number_nobody_entered(self, editor, words, name):
        answer = self.create(editor, words).json()
        assert f"This {name} is not in the library yet; paste the whole reference." in answer["htmlFragment"]
        assert not Source.objects.exists()

    def test_takes_the_source_that_is_here_already(self, editor):
        source = make_source(pmid="23525894")
        assert self.create(editor, NLM).json()["result"]["id"] == str(source.pk)
        assert Source.objects.count() == 1

    @pytest.mark.parametrize(
        ("reference", "words"), [("nonsense", "Copy the reference"), (f"{NLM}\n{BOOK}", "2 references")]
    )
    def test_says_why_it_cannot(self, editor, reference, words):
        answer = self.create(editor, reference).json()
        assert answer["step"] == "reshow_creation_form"
        assert words in answer["htmlFragment"]


class TestWhoMayAddAndNotChange:
    @pytest.fixture
    def adding(self, client):
        """Return a client logged in as somebody who may add sources, and change none."""
        user = User.objects.create_user("adding", password="x")
        codenames = ["access_admin", "add_source", "view_source"]
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    def test_is_told_that_a_source_stays_as_it_is(self, adding):
        make_source("Mine", pmid="23525894")
        assert "you may not change sources" in messages(adding.post(address("paste"), {"text": NLM}))

    def test_changes_none_by_pasting(self, adding):
        source = make_source("Mine", pmid="23525894")
        adding.post(address("paste"), {"text": NLM, "confirmed": "1"})
        source.refresh_from_db()
        assert (source.doi, source.volume) == ("", "")

    def test_changes_none_by_choosing(self, adding):
        source = make_source("Mine", pmid="23525894")
        response = adding.post(address("create", kind="wagtailsnippetchoosers"), {"text": NLM})
        assert response.json()["result"]["id"] == str(source.pk)
        source.refresh_from_db()
        assert (source.doi, source.volume) == ("", "")

    def test_adds_one_that_stands_twice_in_the_text_with_all_that_is_said(self, adding):
        first = '{"title": "A", "DOI": "10.1000/1"}'
        text = f'[{first}, {{"title": "A", "DOI": "10.1000/1", "volume": "24"}}]'
        adding.post(address("paste"), {"text": text, "confirmed": "1"})
        assert Source.objects.get().volume == "24"


class TestWhoMayDoWhat:
    @pytest.mark.parametrize(
        ("group", "may"),
        [
            ("Editors", {"view", "add", "change"}),
            ("Reviewers", {"view", "add", "change", "delete"}),
            ("Importers", {"view", "add", "change"}),
            ("Catalogue", set()),
        ],
    )
    def test_is_said_by_the_groups(self, client, group, may):
        user = User.objects.create_user("someone")
        user.groups.add(Group.objects.get(name=group))
        assert {
            verb for verb in ("view", "add", "change", "delete") if user.has_perm(f"blog.{verb}_source")
        } == may
        client.force_login(user)
        is_let_in = client.get(address("paste")).status_code == 200
        assert is_let_in == ("add" in may)
