"""Articles as content: what their readers see, as data, and a list that can be followed to its end."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.blocks import Block, StreamBlock

from blog.api.content.blocks import NotAnswered, kind_of
from blog.blocks.body import BodyBlock
from blog.infographics.panels import PANELS
from blog.models import ArticlePage
from blog.tests.api.content.golden import lasting, promised
from blog.tests.factories import (
    callout,
    heading,
    infographic,
    make_article,
    make_author,
    mention,
    rewrite,
    text,
)
from products.availability import State
from products.tests.factories import make_image, make_product
from qnwellness.answers.middleware import store

pytestmark = pytest.mark.django_db
Get = Callable[..., Any]


@pytest.fixture
def get(client: Client) -> Get:
    """Return `get(path)`: what the API answers below its own address, as data."""

    def get(path: str, **options: Any) -> Any:
        answer = client.get(f"/api/v1/{path}", **options)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return get


def pages_of(client: Client, path: str) -> Iterator[list[dict[str, Any]]]:
    """Yield the articles of each page of a list, following `next`."""
    address: str | None = f"/api/v1/{path}"
    while address:
        answer = client.get(address).json()
        yield answer["articles"]
        address = answer["next"]


def titles(rows: list[dict[str, Any]]) -> list[str]:
    return [row["title"] for row in rows]


class TestBlocks:
    def test_every_block_an_editor_may_use_has_an_answer(self) -> None:
        def check(block: Any) -> None:
            kind_of(block)
            for child in getattr(block, "child_blocks", {}).values():
                if isinstance(block, StreamBlock):
                    check(child)

        check(BodyBlock())

    def test_a_block_of_a_new_kind_is_refused_by_name(self) -> None:
        class Riddle(Block):
            pass

        with pytest.raises(NotAnswered, match="Riddle"):
            kind_of(Riddle())

    def test_an_article_with_every_block_is_answered_as_promised(self, get: Get) -> None:
        make_image("A jar")
        product = make_product(title="Tonic™", handle="tonic", price=Decimal("29.90"))
        lender = make_article(infographic(title="At a glance"), title="Lender")
        block = BodyBlock()
        values = {name: child.get_preview_value() for name, child in block.child_blocks.items()}
        values["product_callout"] = {"product": product, "reason": "It holds both."}
        values["borrowed_infographic"] = {"article": lender, "title": ""}
        panels = [(name, panel.get_preview_value()) for name, panel in PANELS]
        values["infographic"] = {**values["infographic"], "panels": panels}
        article = make_article(title="Everything", standfirst="In short.", published_at=_noon())
        article.body = block.normalize(list(values.items()))
        article.save_revision().publish()
        answer = get("articles/everything/")
        assert [one["type"] for one in answer["blocks"]] == list(values)
        assert lasting(get("articles/everything/")) == promised("article")

    def test_words_and_links_are_those_readers_see(self, get: Get) -> None:
        product = make_product(title="Tonic™", handle="tonic")
        other = make_article(title="Rest")
        words = f'<p>{mention(product)} and <a linktype="page" id="{other.pk}">rest</a>.</p>'
        make_article(heading("Amounts"), text(words), title="Sleep")
        first, second = get("articles/sleep/")["blocks"]
        assert first["value"] == {"text": "Amounts", "level": 2, "anchor": "amounts"}
        assert "Tonic™</a>" in second["value"]
        assert f'href="{other.full_url}"' in second["value"]
        assert "data-block-key" not in second["value"]
        product.title = "Elixir"
        product.save_revision().publish()
        assert "Elixir</a>" in get("articles/sleep/")["blocks"][1]["value"]

    def test_a_cell_of_plain_words_is_html_like_any_other(self, get: Get) -> None:
        article = make_article(title="Sleep")
        table = {
            "caption": "",
            "columns": [{"type": "text", "heading": "Dose"}],
            "rows": [{"values": ["< 5 g & more"]}],
        }
        article.body = BodyBlock().normalize([("table", {"table": table, "first_column_is_header": False})])
        article.save_revision().publish()
        (block,) = get("articles/sleep/")["blocks"]
        assert block["value"]["table"]["rows"] == [["&lt; 5 g &amp; more"]]

    def test_of_a_product_no_shopper_may_see_nothing_is_said(self, get: Get) -> None:
        product = make_product(title="Tonic", handle="tonic", summary="A secret")
        make_article(callout(product, reason="A reason"), title="Sleep")
        (block,) = get("articles/sleep/")["blocks"]
        assert block["value"]["product"]["handle"] == "tonic"
        assert block["value"]["reason"] == "A reason"
        product.state = State.HIDDEN
        product.save_revision().publish()
        answer = get("articles/sleep/")
        assert answer["blocks"] == []
        assert answer["products"] == []

    def test_words_that_mean_harm_are_words(self, get: Get) -> None:
        evil = "<script>alert(1)</script>"
        make_article(heading(evil), title=evil, slug="evil", standfirst=evil)
        answer = get("articles/evil/")
        assert (answer["title"], answer["standfirst"]) == (evil, evil)
        assert answer["blocks"][0]["value"]["text"] == evil


class TestTheList:
    def test_can_be_followed_to_its_end_whatever_is_published_meanwhile(self, client: Client) -> None:
        for number in range(7):
            make_article(title=f"Article {number}", published_at=_noon() + timedelta(days=number // 2))
        pages = pages_of(client, "articles/?limit=3")
        seen = titles(next(pages))
        make_article(title="Newer", published_at=_noon() + timedelta(days=30))
        for rows in pages:
            seen += titles(rows)
        assert seen == [f"Article {number}" for number in reversed(range(7))]

    def test_says_of_each_what_a_card_needs(self, get: Get) -> None:
        article = make_article(
            title="Sleep", standfirst="In short.", hero=make_image("A bed"), published_at=_noon()
        )
        article.bylines.create(author=make_author("Ada Lim"))
        article.tags.add("Rest")
        article.save_revision().publish()
        (row,) = get("articles/")["articles"]
        assert row["published"] == "2026-11-01T20:00:00+08:00"
        assert row["image"]["alt"] == "A bed"
        assert row["tags"] == [{"name": "Rest", "slug": "rest"}]
        assert row["authors"] == [{"name": "Ada Lim", "url": f"{article.full_url[:-6]}authors/ada-lim/"}]

    def test_holds_only_what_readers_may_see(self, get: Get, client: Client) -> None:
        make_article(title="Seen")
        make_article(title="Draft").unpublish()
        make_article(title="Private").view_restrictions.create(restriction_type="login")
        expired = make_article(title="Expired")
        ArticlePage.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(hours=1))
        assert titles(get("articles/")["articles"]) == ["Seen"]
        for slug in ("draft", "private", "expired", "nothing", "a%00b"):
            answer = client.get(f"/api/v1/articles/{slug}/")
            assert answer.status_code == 404
            assert answer.json()["error"]["code"] in {"unknown_article", "unknown_address"}

    def test_is_narrowed_to_a_tag_or_a_product(self, get: Get) -> None:
        product = make_product(title="Tonic", handle="tonic")
        tagged = make_article(title="Tagged")
        tagged.tags.add("Rest")
        tagged.save_revision().publish()
        make_article(callout(product), title="Names it")
        assert titles(get("articles/?tag=rest")["articles"]) == ["Tagged"]
        assert titles(get("articles/?product=tonic")["articles"]) == ["Names it"]
        assert get("articles/?tag=nothing")["articles"] == []

    @pytest.mark.parametrize("cursor", ["x", "WyIwMDAxLTAxLTAxVDAwOjAwOjAwKzE0OjAwIiw1XQ", "%00", "a" * 1000])
    def test_a_cursor_nobody_has_given_is_refused(self, client: Client, cursor: str) -> None:
        answer = client.get(f"/api/v1/articles/?cursor={cursor}")
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "invalid_parameter"

    def test_costs_the_same_for_few_and_many(
        self, client: Client, settings: Any, django_assert_max_num_queries: Any
    ) -> None:
        settings.ANSWERS_LOOK_EVERY = 0.5
        for number in range(12):
            article = make_article(title=f"Article {number}", hero=make_image(f"Picture {number}"))
            article.bylines.create(author=make_author(f"Author {number}"))
            article.tags.add(f"Tag {number}")
            article.save_revision().publish()
        client.get("/api/v1/articles/?limit=12")
        store.clear()
        with django_assert_max_num_queries(8):
            assert len(client.get("/api/v1/articles/?limit=12").json()["articles"]) == 12


def test_a_long_article_costs_what_its_page_does(
    client: Client, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.ANSWERS_LOOK_EVERY = 0.5
    named = [make_product(title=f"Tonic {number}", handle=f"tonic-{number}") for number in range(10)]
    parts = [
        [heading(f"Part {n}"), callout(one), text(f"<p>{mention(one)}</p>")] for n, one in enumerate(named)
    ]
    article = make_article(*(block for part in parts for block in part), title="Long")
    rewrite(article, *(block for part in parts * 2 for block in part))
    client.get("/api/v1/articles/long/")
    store.clear()
    with django_assert_max_num_queries(18):
        assert len(client.get("/api/v1/articles/long/").json()["blocks"]) == 60


def _noon() -> datetime:
    return datetime(2026, 11, 1, 12, tzinfo=UTC)
