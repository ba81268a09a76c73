"""Articles of a shop as JSON, through the reader that recognises them."""

import json
import tracemalloc
from datetime import UTC, datetime
from typing import Any

import pytest

from blog.importing.document import HeadingElement, Paragraph, Rejected, SourceArticle
from blog.importing.readers import Unreadable, read_data
from blog.importing.readers.shopify_json import MORE, NO_ARTICLES, recognises
from blog.importing.readers.shopify_stream import Outcome, articles_in

REST = {
    "id": 557000000001,
    "blog_id": 241253187,
    "title": "Green tea &amp; sleep",
    "handle": "green-tea-and-sleep",
    "body_html": '<meta charset="utf-8"><h2 data-mce-fragment="1">When to drink it</h2><p>In the morning.</p>',
    "summary_html": "<p>Short &amp; <em>clear</em>.</p>",
    "author": "Ana Lima",
    "tags": "Sleep, Tea , ",
    "image": {"src": "//cdn.shopify.com/s/files/1/cup_480x480.jpg?v=12", "alt": "A cup"},
    "published_at": "2024-05-01T09:00:00-07:00",
    "updated_at": "2024-06-01T09:00:00-07:00",
    "template_suffix": None,
    "admin_graphql_api_id": "gid://shopify/OnlineStoreArticle/557000000001",
}
ADMIN = {
    "id": "gid://shopify/Article/557000000001",
    "title": "Green tea & sleep",
    "handle": "green-tea-and-sleep",
    "body": REST["body_html"],
    "summary": REST["summary_html"],
    "author": {"name": "Ana Lima"},
    "tags": ["Tea", "Sleep"],
    "image": {"url": "https://cdn.shopify.com/s/files/1/cup.jpg?v=12", "altText": "A cup"},
    "isPublished": True,
    "publishedAt": "2024-05-01T16:00:00Z",
    "blog": {"handle": "news"},
    "titleTag": {"value": "Tea for sleep"},
    "metafields": {
        "edges": [{"node": {"namespace": "global", "key": "description_tag", "value": "About tea."}}]
    },
}
STOREFRONT = {
    "id": "gid://shopify/Article/557000000001",
    "title": "Green tea & sleep",
    "handle": "green-tea-and-sleep",
    "contentHtml": REST["body_html"],
    "excerptHtml": REST["summary_html"],
    "authorV2": {"firstName": "Ana", "lastName": "Lima", "bio": "She grows tea."},
    "seo": {"title": "Tea for sleep", "description": "About tea."},
    "onlineStoreUrl": "https://tea.example/blogs/news/green-tea-and-sleep?utm=1",
}


def read(value: Any) -> list[SourceArticle | Rejected]:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(read_data(data, source="articles.json"))


def one(value: Any) -> SourceArticle:
    (article,) = read(value)
    assert isinstance(article, SourceArticle), article
    return article


@pytest.mark.parametrize(
    "wrapped",
    [
        {"article": REST},
        {"articles": [REST]},
        [REST],
        REST,
        {"articles": [REST], "count": 1},
        {"data": {"article": REST}},
    ],
)
def test_an_article_is_found_in_every_shape_of_rest(wrapped: Any) -> None:
    article = one(wrapped)
    assert article.source == "shopify:557000000001"
    assert (article.title, article.slug, article.standfirst) == (
        "Green tea & sleep",
        "green-tea-and-sleep",
        "Short & clear.",
    )
    assert article.elements == (HeadingElement("When to drink it", 2), Paragraph("In the morning."))
    assert (article.authors, article.tags) == (("Ana Lima",), ("Sleep", "Tea"))
    assert article.hero is not None
    assert (article.hero.address, article.hero.alt) == ("https://cdn.shopify.com/s/files/1/cup.jpg", "A cup")
    assert article.published == datetime(2024, 5, 1, 16, tzinfo=UTC)
    assert article.is_published is True
    assert (article.path, article.place) == (None, "article 1")
    assert "blog" in article.notes[0]


@pytest.mark.parametrize(
    "wrapped",
    [
        {"data": {"articles": {"edges": [{"cursor": "x", "node": ADMIN}]}}, "extensions": {"cost": 2}},
        {"data": {"articles": {"nodes": [ADMIN], "pageInfo": {"hasNextPage": False}}}},
        {"data": {"blog": {"handle": "news", "articles": {"nodes": [{**ADMIN, "blog": None}]}}}},
        {"data": {"blogs": {"edges": [{"node": {"handle": "news", "articles": {"nodes": [ADMIN]}}}]}}},
        {"data": {"mine": {"nodes": [ADMIN]}}},
        ADMIN,
    ],
)
def test_an_article_is_found_in_every_shape_of_graphql(wrapped: Any) -> None:
    article = one(wrapped)
    assert article.source == "shopify:557000000001"
    assert article.path == "/blogs/news/green-tea-and-sleep"
    assert (article.seo_title, article.seo_description) == ("Tea for sleep", "About tea.")
    assert (article.authors, article.tags, article.is_published) == (("Ana Lima",), ("Tea", "Sleep"), True)
    assert article.notes == ()


def test_a_storefront_answers_with_names_of_its_own() -> None:
    article = one({"data": {"article": STOREFRONT}})
    assert article.path == "/blogs/news/green-tea-and-sleep"
    assert (article.seo_title, article.authors) == ("Tea for sleep", ("Ana Lima",))
    assert [aside.text for aside in article.set_aside] == ["She grows tea."]
    assert len(article.elements) == 2


def test_the_same_article_has_one_hash_whatever_it_came_in() -> None:
    other = {
        **ADMIN,
        "tags": "Sleep, Tea",
        "updatedAt": "2025-01-01T00:00:00Z",
        "publishedAt": REST["published_at"],
    }
    assert one(ADMIN).content_hash == one({"articles": [other]}).content_hash
    assert one(ADMIN).content_hash != one({**ADMIN, "body": "<p>Other.</p>"}).content_hash


def test_a_hidden_article_stays_hidden_and_a_future_one_is_not_there_yet() -> None:
    assert one({**REST, "published_at": None}).is_published is False
    assert one({**ADMIN, "isPublished": False}).is_published is False
    ahead = one({**REST, "published_at": "2199-01-01T00:00:00Z"})
    assert ahead.is_published is False
    assert "2199-01-01" in ahead.notes[0]
    assert one({"title": "Tea", "body_html": "<p>Tea</p>"}).is_published is None


def test_a_date_that_cannot_be_read_is_told() -> None:
    article = one({**ADMIN, "publishedAt": "5/6/2024"})
    assert article.published is None
    assert "5/6/2024" in article.notes[0]


def test_results_that_were_pasted_one_after_another_are_read_in_order() -> None:
    pages = [
        {"data": {"articles": {"nodes": [{**ADMIN, "id": f"gid://shopify/Article/{n}"}]}}} for n in (1, 2, 3)
    ]
    for glue in (b"\n", b"\n\n  ", b""):
        text = glue.join(json.dumps(page, indent=2).encode() for page in pages)
        assert [article.source for article in read(text)] == ["shopify:1", "shopify:2", "shopify:3"]


def test_a_result_with_more_pages_says_so() -> None:
    page = {"data": {"articles": {"nodes": [ADMIN], "pageInfo": {"hasNextPage": True, "endCursor": "abc"}}}}
    last = {"data": {"articles": {"nodes": [ADMIN], "pageInfo": {"hasNextPage": False}}}}
    assert read(page)[-1] == Rejected("the end of the file", MORE)
    assert len(read(json.dumps(page).encode() + b"\n" + json.dumps(last).encode())) == 2


def test_a_bulk_result_brings_seo_and_blog_on_lines_of_their_own() -> None:
    lines = [
        {"id": "gid://shopify/Blog/7", "handle": "news"},
        {"id": "gid://shopify/Article/1", "title": "Tea", "body": "<p>a</p>", "handle": "tea"}
        | {"__parentId": "gid://shopify/Blog/7"},
        {"id": "gid://shopify/Article/2", "title": "Milk", "body": "<p>b</p>", "handle": "milk"},
        {
            "namespace": "global",
            "key": "title_tag",
            "value": "All tea",
            "__parentId": "gid://shopify/Article/1",
        },
    ]
    tea, milk = read("\n".join(map(json.dumps, lines)).encode())
    assert (tea.source, tea.path, tea.seo_title, tea.place) == (
        "shopify:1",
        "/blogs/news/tea",
        "All tea",
        "line 2",
    )
    assert (milk.source, milk.path, milk.seo_title) == ("shopify:2", None, None)


def test_one_bad_line_does_not_take_the_others_with_it() -> None:
    first, bad, second = read(
        b'{"id":1,"title":"A","body_html":"<p>a"}\n{"id":2,"ti\n\n{"id":3,"title":"B","body_html":"<p>b"}\n'
    )
    assert (first.source, second.source) == ("shopify:1", "shopify:3")
    assert (bad.place, bad.reason[:14]) == ("line 2", "This is not va")


def test_a_file_that_was_cut_off_gives_what_is_whole() -> None:
    whole = json.dumps({"articles": [{**REST, "id": n} for n in (1, 2, 3)]}).encode()
    *articles, rejected = read(whole[: len(whole) - 200])
    assert [article.source for article in articles] == ["shopify:1", "shopify:2"]
    assert rejected.place == "after article 2"
    assert "cut off" in rejected.reason


def test_what_is_no_article_is_rejected_with_its_place() -> None:
    bad = [
        None,
        {"id": 4},
        {**REST, "variants": [], "vendor": "x"},
        {**ADMIN, "id": "gid://shopify/Page/5"},
        REST,
    ]
    *rejected, article = read({"articles": bad})
    assert [one.place for one in rejected] == [f"article {n}" for n in (1, 2, 3, 4)]
    assert [one.reason for one in rejected] == [
        "This is nothing, where an article should be.",
        "It has neither a title nor a text.",
        "This is a product, not an article.",
        "This is a page, not an article.",
    ]
    assert rejected[1].source == "shopify:4"
    assert article.source == "shopify:557000000001"


def test_an_article_over_the_limit_is_rejected_and_the_next_one_read() -> None:
    large = {**REST, "id": 9, "body_html": "x" * 15_000_001}
    rejected, article = read({"articles": [large, REST]})
    assert (rejected.place, rejected.source) == ("article 1", "shopify:9")
    assert "15 MB" in rejected.reason
    assert article.title == "Green tea & sleep"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[]", NO_ARTICLES),
        (b'{"articles": []}', NO_ARTICLES),
        (b'{"data": {"article": null}}', NO_ARTICLES),
        (b'{"products": [{"name": "x"}]}', NO_ARTICLES),
        (b'{"data": nu', "This is not valid JSON"),
        (b'{"articles": [{"id": 1', "cut off"),
        (b'{"errors":[{"message":"Access denied"}]}', "“Access denied”"),
        (b'{"a":' * 200 + b"1" + b"}" * 200, "levels deep"),
        (b'{"articles": [' + b"9" * 5000 + b"]}", "overflow"),
    ],
)
def test_a_file_without_articles_says_what_is_wrong(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(data)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_text_that_begins_with_a_bracket_is_no_json() -> None:
    assert not recognises(b"[1] A note about tea.")
    assert not recognises(b"[[Tea]] is a plant.")
    assert not recognises(b"{tea}")
    assert recognises(b'\xef\xbb\xbf\n [\n {"id": 1}]')
    assert recognises('{"id": 1}'.encode("utf-16"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_of_spreadsheets_and_editors_is_read(encoding: str) -> None:
    article = {"id": 1, "title": "Root™ – it’s naïve", "body_html": "<p>Root™</p>"}
    assert one(json.dumps(article, ensure_ascii=False).encode(encoding)).title == "Root™ – it’s naïve"


def test_line_ends_within_a_pasted_text_do_no_harm() -> None:
    article = one(b'{"id": 1, "title": "Tea", "body_html": "<p>One\n\ttwo\x00 three</p>"}')
    assert article.elements == (Paragraph("One two three"),)


def test_what_was_encoded_or_escaped_twice_is_mended_and_told() -> None:
    body = "<p>Itâ€™s tea&amp;trade; &amp;amp; honey.</p>"
    article = one({"id": 1, "title": "Itâ€™s tea &amp;amp; honey", "body_html": body})
    assert article.title == "It’s tea & honey"
    assert article.elements == (Paragraph("It’s tea™ &amp; honey."),)
    assert len(article.notes) == 2


def test_words_without_a_field_are_set_aside_with_their_name() -> None:
    article = one(
        {
            **ADMIN,
            "myNote": {"value": "Ask Ana."},
            "comments": {"nodes": [{"body": "Nice!", "author": {"name": "Bo"}}]},
            "metafields": [
                {"namespace": "custom", "key": "source", "value": "A field trip"},
                {"namespace": "custom", "key": "product", "value": "gid://shopify/Product/1"},
                {"namespace": "custom", "key": "minutes", "value": 7},
            ],
        }
    )
    assert [(aside.text, aside.reason) for aside in article.set_aside] == [
        ("A field trip", "“metafield custom.source” has no place in an article here"),
        ("Ask Ana.", "“myNote” has no place in an article here"),
        ("Bo: Nice!", "a reader's comment"),
    ]


def test_an_article_without_id_is_known_by_blog_and_handle() -> None:
    assert one({**ADMIN, "id": None}).source == "shopify:news/green-tea-and-sleep"
    assert one({"title": "Tea", "body": "<p>Tea</p>"}).source == "articles.json"


@pytest.mark.slow
def test_a_long_export_takes_little_memory() -> None:
    """60 MB in a generated stream: only what the stream and one article hold is ever there."""
    article = json.dumps({**REST, "body_html": "<p>" + "Tea grows on hills. " * 1_500 + "</p>"}).encode()

    class Generated:
        def __init__(self) -> None:
            self.left = 2_000
            self.rest = b'{"articles":['

        def read(self, size: int = -1) -> bytes:
            while len(self.rest) < size and self.left:
                self.left -= 1
                self.rest += article + (b"," if self.left else b"]}")
            taken, self.rest = self.rest[:size], self.rest[size:]
            return taken

    tracemalloc.start()
    count = sum(1 for _found in articles_in(Generated(), Outcome()))  # type: ignore[arg-type]
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2_000
    assert peak < 5_000_000
