"""What pasted HTML is as blocks of a body."""

import base64
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from blog.editor.pasting.views import MOST_CHARACTERS
from blog.models import ArticlePage
from products.tests.factories import make_product
from qnwellness.images.models import SiteImage

pytestmark = pytest.mark.django_db

GOOGLE = """<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1 dir="ltr"><span
style="font-size:20pt">Why tea</span></h1><p dir="ltr"><span style="font-weight:700">Warm</span><span> and old.</span>
</p><ul><li dir="ltr"><p dir="ltr"><span>one</span></p></li><li dir="ltr"><p><span>two</span></p></li></ul>
<h3>How much</h3><table><tr><td><p><b>Food</b></p></td><td><p><b>mg</b></p></td></tr><tr><td>Kale</td><td>3</td></tr>
</table></b>"""


@pytest.fixture
def paste(editor: Client) -> Callable[[str], dict[str, Any]]:
    """Return a function that pastes HTML as an editor and returns the answer."""

    def paste(html: str) -> dict[str, Any]:
        response = editor.post(reverse("article_pasting"), {"html": html})
        assert response.status_code == 200
        return response.json()

    return paste


def picture(size: int = 8) -> str:
    stream = BytesIO()
    Image.new("RGB", (size, size), "teal").save(stream, "PNG")
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()


def kinds(answer: dict[str, Any]) -> list[str]:
    return [block["type"] for block in answer["blocks"]]


def test_an_outline_begins_at_two_and_skips_nothing(paste) -> None:
    answer = paste(GOOGLE)
    assert kinds(answer) == ["heading", "text", "heading", "table"]
    headings = [block["value"] for block in answer["blocks"] if block["type"] == "heading"]
    assert [(value["text"], value["level"]) for value in headings] == [
        ("Why tea", ["2"]),
        ("How much", ["3"]),
    ]
    assert '"fontWeight"' not in str(answer)
    assert answer["said"] == "Pasted: 2 headings, 1 paragraph, 1 list, 1 table."
    assert answer["left"] == []


def test_every_block_has_an_id_of_its_own(paste) -> None:
    ids = [block["id"] for block in paste(GOOGLE)["blocks"]]
    assert all(ids)
    assert len(set(ids)) == len(ids)


def test_the_first_line_is_no_title(paste) -> None:
    assert kinds(paste("<p>Short line</p><h2>Heading</h2><p>Words.</p>")) == ["text", "heading", "text"]


def test_footnotes_stay_words(paste) -> None:
    answer = paste(
        '<h2>Tea</h2><p>Warm<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><hr>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Sim, Tea, 2020.</p></div>'
    )
    words = str(answer["blocks"])
    assert "[1]" in words
    assert "Sim, Tea, 2020." in words


def test_products_are_mentions(paste) -> None:
    make_product(title="Calm Cup", handle="calm-cup")
    assert "PRODUCT" in str(paste("<h2>Tea</h2><p>Drink Calm Cup at night, it is warm.</p>")["blocks"])


def test_scripts_and_styles_are_gone(paste) -> None:
    answer = paste('<h2 onclick="x()">Tea</h2><script>alert(1)</script><p style="color:red">Hi</p>')
    assert "alert" not in str(answer)
    assert "color" not in str(answer["blocks"])


def test_a_picture_that_comes_along_is_stored_once_by_who_may(paste) -> None:
    html = f'<h2>Tea</h2><figure><img src="{picture()}" alt="A cup"><figcaption>Warm</figcaption></figure>'
    assert kinds(paste(html)) == ["heading", "image"]
    answer = paste(html)
    assert answer["said"] == "Pasted: 1 heading, 1 picture."
    assert SiteImage.objects.count() == 1


def test_a_picture_elsewhere_is_told_and_not_fetched(paste) -> None:
    answer = paste('<h2>Tea</h2><img src="https://example.org/tea.png" alt="A cup"><p>Words.</p>')
    assert kinds(answer) == ["heading", "text"]
    assert answer["left"] == [
        "a picture (“A cup”): it was not copied with the text; upload it and add an image block."
    ]
    assert not SiteImage.objects.exists()


def test_a_damaged_picture_is_told(paste) -> None:
    answer = paste(f'<h2>Tea</h2><img src="{picture()[:120]}AAAA" alt="A cup">' + "<p>Words.</p>")
    assert kinds(answer) == ["heading", "text"]
    assert answer["left"][0].startswith("a picture (“A cup”)")


def test_nothing_is_written_to_any_article(paste) -> None:
    paste(GOOGLE)
    assert not ArticlePage.objects.exists()


def test_what_is_too_long_or_too_deep_is_refused_in_words(editor: Client) -> None:
    for html in ("x" * (MOST_CHARACTERS + 1), "<div>" * 5_000 + "x"):
        answer = editor.post(reverse("article_pasting"), {"html": html})
        assert answer.status_code == 400
        assert answer.json()["problem"]


def test_only_who_may_write_articles_is_answered(client: Client, django_user_model) -> None:
    address = reverse("article_pasting")
    assert client.post(address, {"html": GOOGLE}).status_code == 302
    visitor = django_user_model.objects.create_user("visitor", password="visitor")
    client.force_login(visitor)
    assert client.post(address, {"html": GOOGLE}).status_code in (302, 403)


def test_the_form_of_an_article_has_the_address(editor: Client) -> None:
    from blog.blocks.body import BodyBlock
    from blog.editor.pasting.adapter import BodyBlockAdapter

    *_rest, options = BodyBlockAdapter().js_args(BodyBlock())
    assert options["pasting"]["address"] == reverse("article_pasting")
    assert editor.get(options["pasting"]["address"]).status_code == 405
