"""Facts in the admin, as editors and reviewers meet them."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.urls import reverse

from blog.models import Fact
from blog.tests.factories import block, heading, infographic, make_article, rewrite, text
from blog.tests.facts.facts import make_fact, state

pytestmark = pytest.mark.django_db


def address(name, *args):
    return reverse(f"wagtailsnippets_blog_fact:{name}", args=args)


def filled(**fields):
    """Return what the form of a fact sends."""
    stream = {"sources-count": "0"}
    names = ["statement", "low", "high", "unit", "nutrient", "qualifier", "population", "evidence"]
    return {**dict.fromkeys([*names, "verified_on", "verify_by"], ""), **stream, **fields}


@pytest.fixture
def editor(client):
    user = User.objects.create_user("ed")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def page(client, name, *args, **query):
    return BeautifulSoup(client.get(address(name, *args), query).content, "html.parser")


def listed(client, **query):
    return [
        link.get_text(strip=True) for link in page(client, "list", **query).select("main .title-wrapper a")
    ]


class TestTheListing:
    def test_shows_figure_and_a_mark_where_a_fact_should_be_checked_again(self, editor):
        make_fact(1000, 5000, "IU", statement="A day", verified_on="2020-01-01", verify_by="2021-01-01")
        words = page(editor, "list").select_one("main table").get_text(" ", strip=True)
        assert "1,000–5,000\N{NO-BREAK SPACE}IU" in words
        assert "1 Jan 2020 Check again" in words

    @pytest.mark.parametrize("words", ["30-40%", "30–40", "meal"])
    def test_is_searched_by_figure_and_by_words(self, editor, words):
        make_fact(30, 40, statement="Taken up from a meal")
        make_fact(7, unit="mg", statement="Lost in a day")
        assert listed(editor, q=words) == ["Taken up from a meal"]

    def test_is_narrowed_to_what_wants_looking_at(self, editor):
        old = make_fact(statement="Old", verified_on="2020-01-01", verify_by="2021-01-01", nutrient="zinc")
        make_fact(statement="Unused", evidence="trial", verified_on="2020-01-01")
        make_article(text(f"<p>{state(old)}</p>"))
        assert listed(editor, checked="overdue") == ["Old"]
        assert listed(editor, checked="never") == []
        assert listed(editor, used="no") == ["Unused"]
        assert listed(editor, used="yes") == ["Old"]
        assert listed(editor, nutrient="zinc") == ["Old"]
        assert listed(editor, evidence="trial") == ["Unused"]

    def test_takes_as_many_queries_with_thirty_facts_as_with_three(
        self, editor, django_assert_max_num_queries
    ):
        make_fact()
        page(editor, "list")
        for number in range(30):
            make_fact(number + 1)
        with django_assert_max_num_queries(30):
            page(editor, "list")


class TestTheForm:
    def test_stores_numbers_as_people_write_them_with_their_history(self, editor):
        editor.post(address("add"), filled(statement="A day", low="1,000", high="5 000.5", unit="IU"))
        fact = Fact.objects.get()
        assert fact.text == "1,000–5,000.5\N{NO-BREAK SPACE}IU"
        editor.post(address("edit", fact.pk), filled(statement="A day", low="800", unit="IU"))
        assert [revision.as_object().text for revision in fact.revisions.order_by("pk")] == [
            "1,000–5,000.5\N{NO-BREAK SPACE}IU",
            "800\N{NO-BREAK SPACE}IU",
        ]
        assert "A day" in page(editor, "history", fact.pk).get_text()

    def test_goes_back_to_a_former_version(self, editor):
        fact = make_fact(30)
        fact.save_revision()
        editor.post(address("edit", fact.pk), filled(statement="S", low="31", unit="%"))
        first = fact.revisions.earliest("pk")
        assert page(editor, "revisions_revert", fact.pk, first.pk).select_one("#id_low")["value"] == "30"

    def test_shows_numbers_without_needless_zeros(self, editor):
        fact = make_fact(1000, "1200.5", "IU")
        form = page(editor, "edit", Fact.objects.get(pk=fact.pk).pk)
        assert [form.select_one(f"#id_{name}")["value"] for name in ("low", "high")] == ["1000", "1200.5"]

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"low": "40", "high": "30"}, "higher than the value"),
            ({"low": "-1"}, "greater than or equal to 0"),
            ({"low": "1,5"}, "Enter a number"),
        ],
    )
    def test_says_what_is_wrong_with_a_figure(self, editor, fields, said):
        sent = editor.post(address("add"), filled(statement="S", unit="%", **fields))
        assert said in sent.content.decode()
        assert not Fact.objects.exists()

    def test_stores_nothing_by_itself(self, editor):
        fact = make_fact()
        assert (
            "w-autosave"
            not in page(editor, "edit", fact.pk).select_one("[data-edit-form]")["data-controller"]
        )
        # Pages are stored by themselves here, so that this can fail.
        form = editor.get(reverse("wagtailadmin_pages:edit", args=[make_article().pk]))
        assert "w-autosave" in form.content.decode()


class TestTheFigureWhileItIsTyped:
    def answer(self, client, **query):
        return client.get(address("figure"), query).json()

    def test_is_written_as_readers_see_it_in_each_language(self, editor):
        sent = {"low": "1,000", "high": "5000", "unit": "IU", "language": ["en", "de", "??", "xx-yy"]}
        assert self.answer(editor, **sent) == {
            "shown": "1,000–5,000\N{NO-BREAK SPACE}IU",
            "texts": {"en": "1,000–5,000\N{NO-BREAK SPACE}IU", "de": "1.000–5.000\N{NO-BREAK SPACE}IU"},
        }

    def test_says_what_is_wrong_with_half_a_figure(self, editor):
        assert "required" in self.answer(editor, low="")["problem"]
        assert "higher" in self.answer(editor, low="3", high="2")["problem"]
        assert not Fact.objects.exists()

    def test_is_not_told_to_strangers(self, client):
        assert client.get(address("figure"), {"low": "1"}).status_code == 302
        client.force_login(User.objects.create_user("someone"))
        assert client.get(address("figure"), {"low": "1"}).status_code == 302


class TestWhereItStands:
    def places(self, client, fact):
        form = page(client, "edit", fact.pk)
        return [place.get_text(" ", strip=True) for place in form.select("[data-fact-place]")]

    def test_lists_every_place_with_its_sentence_before_and_after_and_the_way_to_it(self, editor):
        fact = make_fact(30, 40)
        stored = text(f"<p>First. It takes {state(fact, 'old words')} of it. Last.</p>")
        article = make_article(heading("How much"), stored, title="Bone")
        form = page(editor, "edit", fact.pk)
        (place,) = form.select("[data-fact-place]")
        link = place.select_one("a")
        assert link["href"] == f"/admin/pages/{article.pk}/edit/#:w:contentpath=body.{stored['id']}"
        assert link.get_text() == "How much › Text"
        before, after = place.select("p[lang=en]")
        assert " ".join(before.get_text().split()) == "Now It takes 30–40% of it."
        assert after.has_attr("hidden")
        assert after.select_one("[data-fact-after]").get_text() == "30–40%"

    def test_shows_other_facts_of_the_sentence_as_they_are_today(self, editor):
        fact, other = make_fact(30), make_fact(7, unit="mg")
        make_article(text(f"<p>From {state(fact, 'x')} to {state(other, 'y')}</p>"))
        assert "From 30% to 7\N{NO-BREAK SPACE}mg" in self.places(editor, fact)[0]

    def test_marks_what_only_the_draft_says_and_what_was_never_published(self, editor):
        fact = make_fact()
        kept = text(f"<p>Kept {state(fact)}</p>")
        article = make_article(kept, title="Bone")
        rewrite(article, kept, text(f"<p>New {state(fact)}</p>"), publish=False)
        make_article(text(f"<p>Secret {state(fact)}</p>"), title="Draft", publish=False)
        form = page(editor, "edit", fact.pk)
        articles = [title.get_text(" ", strip=True) for title in form.select(".fact-standings__article")]
        assert articles == ["Bone", "Draft Not published"]
        kept, new, secret = self.places(editor, fact)
        assert "In the draft" not in kept
        assert "In the draft" in new
        assert "In the draft" not in secret

    def test_lists_places_of_the_published_version_the_draft_has_no_more(self, editor):
        fact = make_fact()
        article = make_article(text(f"<p>Kept {state(fact)}</p>"))
        rewrite(article, text("<p>Nothing</p>"), publish=False)
        assert len(self.places(editor, fact)) == 1

    def test_lists_panels_bars_and_corrections(self, editor):
        fact = make_fact()
        bars = [block("item", {"label": label, "fact": fact.pk}) for label in "AB"]
        drawn = infographic(
            block("bars", {"title": "T", "unit": "%", "bars": bars, "note": f"<p>{state(fact)}</p>"})
        )
        correction = block("correction", {"made_on": "2026-01-01", "text": f"<p>Not {state(fact)}</p>"})
        make_article(drawn, corrections=[("correction", correction["value"])])
        said = self.places(editor, fact)
        assert ["A: 30%" in said[0], "B: 30%" in said[1], "30%" in said[2], "Not 30%" in said[3]] == [
            True
        ] * 4

    def test_gives_no_way_into_an_article_the_user_may_not_edit(self, client):
        fact = make_fact()
        make_article(text(f"<p>{state(fact)}</p>"), title="Bone")
        group = Group.objects.get(name="Catalogue")
        group.permissions.add(
            *Group.objects.get(name="Editors").permissions.filter(codename__endswith="_fact")
        )
        user = User.objects.create_user("someone")
        user.groups.add(group)
        client.force_login(user)
        form = page(client, "edit", fact.pk)
        assert not form.select("[data-fact-place] a")
        assert "Bone" in form.get_text()

    def test_says_how_to_use_a_fact_that_stands_nowhere(self, editor):
        assert "Nowhere yet" in page(editor, "edit", make_fact().pk).get_text()
        assert "Where it stands" not in page(editor, "add").get_text()

    def test_takes_as_many_queries_for_ten_places_as_for_one(self, editor, django_assert_max_num_queries):
        fact = make_fact()
        sentence = text(f"<p>{state(fact)}</p>")
        make_article(*[sentence] * 10)
        page(editor, "edit", fact.pk)
        with django_assert_max_num_queries(40):
            page(editor, "edit", fact.pk)


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
    def test_is_said_by_the_groups(self, group, may):
        user = User.objects.create_user("someone")
        user.groups.add(Group.objects.get(name=group))
        verbs = ("view", "add", "change", "delete")
        assert {verb for verb in verbs if user.has_perm(f"blog.{verb}_fact")} == may
