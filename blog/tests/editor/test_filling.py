"""What the dialog answers that fills an infographic."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from blog.importing.filling.incoming import MOST_BYTES
from blog.models import ArticlePage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db

SOURCE = """
<h1>Zinc in Brief</h1><p>What a small mineral does.</p>
<h2>In food</h2><ul><li>Oysters: 32 mg</li><li>Beef: 5–8 mg</li></ul>
<h2>How to take it</h2><ol><li>With a meal</li><li>Not with iron</li></ol>
<h2>Both lists</h2><h3>Do</h3><ul><li>Eat &lt;b&gt; seeds</li></ul><h3>Don't</h3><ul><li>Forget</li></ul>
<h2>Compared</h2><table><tr><th>Form</th><th>Taken up</th></tr><tr><td>Citrate</td><td>Well</td></tr></table>
<h2>Learnt early</h2><p><b>300</b> enzymes need zinc.</p>
<p>© Somebody</p>
"""


@pytest.fixture
def answer(editor: Client) -> Callable[[str], dict[str, Any]]:
    """Return a function that posts a text and returns what the dialog gets."""

    def answer(source: str) -> dict[str, Any]:
        response = editor.post(reverse("infographic_filling"), {"source": source})
        assert response.status_code == 200
        return response.json()

    return answer


def said(answer: dict[str, Any]) -> str:
    return " ".join(BeautifulSoup(answer["html"], "html.parser").get_text(" ").split())


def line(state: str) -> str:
    """The words of a line in a form's state."""
    (paragraph,) = json.loads(state)["blocks"]
    return paragraph["text"]


def test_asks_for_a_text_first(editor: Client) -> None:
    asked = editor.get(reverse("infographic_filling")).json()
    html = BeautifulSoup(asked["html"], "html.parser")
    assert asked["step"] == "paste"
    assert html.select_one("form textarea[name=source]")["rows"]
    assert html.select_one("[name=csrfmiddlewaretoken]")


def test_shows_the_panels_by_type_and_title_and_what_did_not_fit(answer) -> None:
    got = answer(SOURCE)
    html = BeautifulSoup(got["html"], "html.parser")
    listed = [" ".join(item.get_text(" ").split()) for item in html.select(".filling__panels li")]
    assert got["step"] == "panels"
    assert listed == [
        "Bar comparison In food",
        "Steps How to take it",
        "Checklist Both lists",
        "Comparison Compared",
        "Statistic Learnt early",
    ]
    assert html.select_one("textarea[readonly]").get_text().strip() == "© Somebody"


def test_previews_them_with_their_own_templates(answer) -> None:
    preview = BeautifulSoup(answer(SOURCE)["preview"], "html.parser")
    figure = preview.select_one("figure.infographic")
    assert "Zinc in Brief" in figure.get_text()
    assert "5–8\xa0mg" in figure.get_text()
    assert "Eat <b> seeds" in figure.get_text()
    assert preview.select_one("link[rel=stylesheet]")
    assert not preview.select("script")


def test_hands_the_form_the_state_it_would_have_itself(answer) -> None:
    state = answer(SOURCE)["state"]
    bars, steps, checklist, comparison, statistic = (panel["value"] for panel in state["panels"])
    assert (state["title"], line(state["lead"])) == ("Zinc in Brief", "What a small mineral does.")
    assert [(bar["value"]["label"], bar["value"]["low"], bar["value"]["high"]) for bar in bars["bars"]] == [
        ("Oysters", "32", None),
        ("Beef", "5", "8"),
    ]
    assert bars["unit"] == ["mg"] or bars["unit"] == "mg"
    assert [step["value"]["title"] for step in steps["steps"]] == ["With a meal", "Not with iron"]
    assert line(checklist["do"][0]["value"]) == "Eat <b> seeds"
    assert (checklist["do_label"], checklist["avoid_label"]) == ("Do", "Don't")
    assert [column["heading"] for column in comparison["table"]["columns"]] == ["Form", "Taken up"]
    assert (line(statistic["figure"]), line(statistic["context"])) == ("300", "enzymes need zinc.")


def test_what_it_hands_over_is_valid(answer) -> None:
    from blog.editor.filling import filled, stored

    definition = ArticlePage.body.field.stream_block.child_blocks["infographic"]
    definition.clean(definition.to_python(stored(filled(SOURCE))))


def test_a_product_is_found_by_its_name(answer) -> None:
    product = make_product(title="Bone Essential™", handle="bone-essential")
    html = '<h2>Go on</h2><p>Try Bone Essential.</p><p><a href="https://example.com/x">Learn more</a></p>'
    (panel,) = answer("<h1>Bones</h1>" + html)["state"]["panels"]
    assert panel["type"] == "call_to_action"
    assert panel["value"]["product"]["id"] == product.pk
    assert (panel["value"]["link"], panel["value"]["link_label"]) == ("https://example.com/x", "Learn more")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("", "There is nothing to read yet."),
        ("  \n ", "There is nothing to read yet."),
        ("a" * (MOST_BYTES + 1), "This is more than 200 KB."),
        ("<div>" * 30000, "nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_said_at_the_field(answer, source: str, problem: str) -> None:
    got = answer(source)
    assert got["step"] == "paste"
    assert problem in said(got)


def test_a_text_without_panels_says_so_and_gives_its_lines_back(answer) -> None:
    got = answer("only these words, and nothing under them")
    assert "No panels found" in said(got)
    assert "only these words, and nothing under them" in said(got)
    assert "Use these panels" not in said(got)
    assert got["preview"] == ""


def test_nothing_of_a_text_runs(answer) -> None:
    got = answer("<h2>A</h2><ul><li><img src=x onerror=alert(1)>b<script>alert(2)</script></li></ul>")
    assert "alert" not in json.dumps(got)


@pytest.mark.parametrize(("group", "status"), [("Reviewers", 200), ("Importers", 200), ("Catalogue", 403)])
def test_is_for_who_writes_articles(log_in, group: str, status: int) -> None:
    client = log_in(group)
    assert client.get(reverse("infographic_filling")).status_code in (status, 302)
    posted = client.post(reverse("infographic_filling"), {"source": SOURCE})
    assert (posted.status_code == 200) is (status == 200)


def test_is_not_for_strangers(client: Client) -> None:
    assert client.post(reverse("infographic_filling"), {"source": SOURCE}).status_code == 302


def test_takes_nothing_from_other_sites(django_user_model: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_superuser("root", password="x"))
    assert client.post(reverse("infographic_filling"), {"source": SOURCE}).status_code == 403
