import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.document import HeadingElement, Paragraph, PictureElement
from blog.importing.readers import Unreadable, read_data, reader_for
from blog.tests.importing.readers import words
from blog.tests.importing.readers.html.pages import BODY, FACTS, page, read

LEAF = "Leaves, light and breath work on two sides of one stair."


class TestASavedPage:
    def test_says_what_it_says_of_itself(self) -> None:
        found = read(page())
        assert found.source == "tea.html"
        assert found.title == "Slow Evenings & Tea"
        assert found.seo_title == "Slow evenings with tea"
        assert found.seo_description == "How a slow evening & a cup help."
        assert found.path == "/blogs/news/slow-evenings"
        assert found.slug == "slow-evenings"
        assert found.published == datetime(2024, 5, 1, 1, 30, tzinfo=UTC)
        assert found.updated == datetime(2024, 6, 1, 10, 0, tzinfo=UTC)
        assert found.authors == ("Carla Meier",)
        assert found.tags == ("evening", "Tea")
        assert found.hero == PictureElement(
            "evening.jpg", "An evening", address="https://quietleaf.example/cdn/shop/articles/evening.jpg"
        )
        assert found.notes == ()

    def test_is_its_article_and_the_rest_is_set_aside(self) -> None:
        found = read(page())
        assert [element for element in found.elements if isinstance(element, HeadingElement)] == [
            HeadingElement("Slow Evenings & Tea", 1),
            HeadingElement("Why it helps", 2, anchors=("why",)),
        ]
        assert [element.name for element in found.elements if isinstance(element, PictureElement)] == [
            "cup_480x480.jpg"
        ]
        aside = " ".join(entry.text for entry in found.set_aside)
        assert "Shop all" in aside
        assert "Copyright 1" in aside

    def test_has_the_same_hash_whatever_its_theme_writes_anew(self) -> None:
        assert read(page(number=1)).content_hash == read(page(number=2)).content_hash
        assert read(page(BODY + "<p>More.</p>")).content_hash != read(page()).content_hash
        changed = page(facts={**FACTS, "author": "Ann"})
        assert read(changed).content_hash != read(page()).content_hash

    def test_loses_no_word(self) -> None:
        html = page()
        body = html[html.index("<body") :]
        # The picture above the text has its alternative text from the head.
        assert not words.shown(body) - words.read(read(html))

    def test_without_linked_data_is_read_by_its_other_marks(self) -> None:
        head = (
            '<meta property="article:published_time" content="2024-05-02T10:00:00+0000">'
            '<meta name="author" content="Ann Tea"><meta property="article:tag" content="One">'
            '<meta property="article:tag" content="Two">'
        )
        found = read(page(facts={}, head=head))
        assert found.title == "Slow Evenings & Tea"
        assert found.published == datetime(2024, 5, 2, 10, tzinfo=UTC)
        assert found.authors == ("Ann Tea",)
        assert found.tags == ("One", "Two")

    @pytest.mark.parametrize(
        ("head", "title"),
        [
            ("<title>Tea | Quiet Leaf</title><meta property=og:site_name content='Quiet Leaf'>", "Tea"),
            (
                "<title>Quiet Leaf: Tea - Quiet Leaf</title><meta name=application-name content='quiet leaf'>",
                "Quiet Leaf: Tea",
            ),
            ("<title>Tea – Quietleaf</title><link rel=canonical href='https://www.quietleaf.com/a'>", "Tea"),
            ("<title>Tea – What It Is</title>", "Tea – What It Is"),
            ("<title>Leaf</title><meta property=og:title content='Tea &amp;amp; Leaf'>", "Tea & Leaf"),
            ("<title></title>", None),
        ],
    )
    def test_has_the_title_without_the_name_of_the_shop(self, head: str, title: str | None) -> None:
        assert read(f"<html><head>{head}</head><body><p>{LEAF}</p></body></html>").title == title

    def test_prefers_the_heading_its_readers_saw(self) -> None:
        html = (
            "<html><head><title>tea, slow | Leaf</title><meta property=og:title content='TEA, SLOW'></head>"
        )
        assert (
            read(f"{html}<body><h1>Leaf</h1><h1>Tea, slow</h1><p>{LEAF}</p></body></html>").title
            == "Tea, slow"
        )

    def test_tells_a_date_without_a_zone(self) -> None:
        found = read(page(facts={**FACTS, "datePublished": "2024-05-01 09:30:00"}))
        assert found.published == datetime(2024, 5, 1, 9, 30, tzinfo=UTC)
        assert "no time zone" in found.notes[0]

    @pytest.mark.parametrize(
        "facts",
        [
            [{"@graph": [{"@type": "WebSite", "name": "Leaf"}, FACTS]}],
            {
                "@graph": [
                    {**FACTS, "@type": ["BlogPosting", "Thing"], "author": {"@id": "#a"}},
                    {"@id": "#a", "name": "Carla Meier"},
                ]
            },
            {**FACTS, "author": [{"name": "Carla Meier"}, "https://quietleaf.example/carla"]},
        ],
        ids=["graph", "references", "list"],
    )
    def test_is_told_of_in_many_shapes(self, facts: object) -> None:
        found = read(page(facts=facts))
        assert (found.title, found.authors) == ("Slow Evenings & Tea", ("Carla Meier",))

    def test_that_shares_its_logo_has_no_hero(self) -> None:
        html = f"<html><head><meta property=og:image content='https://a.example/logo.png'></head><body><p>{LEAF}</p>"
        assert read(html).hero is None

    def test_has_pictures_with_whole_addresses(self) -> None:
        found = read(page('<p>Tea.</p><p><img src="/media/leaf.jpg" alt="Leaf"></p>'))
        assert (
            PictureElement("leaf.jpg", "Leaf", address="https://quietleaf.example/media/leaf.jpg")
            in found.elements
        )


class TestAPiece:
    def test_leaves_title_and_all_else_to_whoever_looks_at_its_structure(self) -> None:
        found = read(f"<h1>Tea</h1>\n<p>{LEAF}</p>")
        assert found.elements == (HeadingElement("Tea", 1), Paragraph(LEAF))
        assert (found.title, found.path, found.hero, found.published) == (None, None, None, None)

    def test_of_a_blog_has_its_paragraphs(self) -> None:
        found = read("<strong>Tea.</strong>\n\nA leaf.\nA cup.\n<h2>More</h2>\nEnd.")
        assert found.elements == (
            Paragraph("<strong>Tea.</strong>"),
            Paragraph("A leaf.<br>A cup."),
            HeadingElement("More", 2),
            Paragraph("End."),
        )

    def test_that_is_fenced_off_loses_its_fence(self) -> None:
        assert read("```html\n<h2>Tea</h2>\n<p>A leaf.</p>\n```").elements[-1] == Paragraph("A leaf.")


class TestRecognising:
    @pytest.mark.parametrize(
        "html",
        [
            page(),
            "\ufeff<!doctype html><p>Tea",
            "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html><body>Tea</body></html>",
            "<!-- a --> <html><p>Tea",
            "<!--[if !IE]><![endif]-->\n<!DOCTYPE html><html><p>Tea",
            "<meta charset='utf-8'><p>Tea</p>",
            "<div>\n<p>Tea</p></div>",
            "<ul>" + "<li>Tea</li>" * 6 + "</ul>\n# 5 leaves a day",
            "Here it is:\n<h2>Tea</h2>\n<p>One.</p>\n<p>Two.</p>",
        ],
        ids=lambda html: html[:20],
    )
    def test_html_is_html(self, html: str) -> None:
        assert reader_for(html.encode()).name == "html"
        assert reader_for(html.encode("utf-16")).name == "html"

    @pytest.mark.parametrize(
        " text ",
        [
            "Use <p> and </p> for paragraphs, and <h2> and </h2> for headings.\n" * 2 + "And so on.\n" * 9,
            "<p> is what a paragraph begins with.",
            "<script>alert(1)</script> & <a href='x'>tea</a>",
            "Tea <b>strong</b>\n\nLeaf",
            "# Tea\n\n<div>\n\nLeaf\n\n</div>\n\n## More\n\nEnd.",
            '<p align="center"><img src="a.png"></p>\n\n# Tea\n\n## Leaf\n',
            "<3 tea",
            "<html is what a page begins with",
        ],
    )
    def test_a_text_that_mentions_elements_is_not(self, text: str) -> None:
        assert reader_for(text.encode()).name != "html" or text.startswith("<html")

    def test_web_archives_say_what_to_do(self) -> None:
        archive = (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n--x"
        )
        with pytest.raises(Unreadable, match=r"a web archive\. Open it in a browser"):
            list(read_data(archive, source="tea.mhtml"))


class TestEncodings:
    @pytest.mark.parametrize(
        ("html", "encoding", "told"),
        [
            ("<p>It’s thé</p>", "utf-8", False),
            ("<p>It’s thé</p>", "utf-8-sig", False),
            ("<p>It’s thé</p>", "utf-16", False),
            ("<p>It’s thé</p>", "windows-1252", True),
            ("<meta charset=windows-1252><p>thé</p>", "windows-1252", True),
            ("<meta charset=utf-8><p>It’s thé</p>", "windows-1252", True),
            ("<meta charset='iso-8859-2'><p>Łąka</p>", "iso-8859-2", False),
            (
                "<meta http-equiv=Content-Type content='text/html; charset=shift_jis'><p>茶の葉</p>",
                "shift_jis",
                False,
            ),
            ("<meta charset=latin1><p>It’s thé</p>", "utf-8", False),
        ],
    )
    def test_are_found(self, html: str, encoding: str, told: bool) -> None:
        found = read(html.encode(encoding))
        (paragraph,) = found.elements
        assert isinstance(paragraph, Paragraph)
        assert paragraph.html in ("It’s thé", "thé", "Łąka", "茶の葉")
        assert bool(found.notes) == told


@pytest.mark.timed
@pytest.mark.parametrize(
    "html",
    [
        *(
            "<html>" + "<meta name=a content=b>" * 20_000,
            "<title>" * 50_000,
            "<html><title>a - " + "b - " * 100_000,
        ),
        *("<html>" + "<script type=application/ld+json>" * 20_000, "<html><!-- saved from url=(" * 20_000),
        "<html><script type=application/ld+json>" + "[" * 100_000 + "</script>",
        "<html><script type=application/ld+json>" + '{"a":' * 5_000 + "1" + "}" * 5_000 + "</script>",
    ],
    ids=lambda html: html[:40] + html[-12:],
)
def test_odd_pages_are_read_soon(html: str) -> None:
    begun = time.perf_counter()
    with suppress(Unreadable):
        read(html)
    assert time.perf_counter() - begun < 3


PARTS = st.sampled_from(
    [
        *(
            "<html>",
            "<head>",
            "<body>",
            "<title>Tea | Leaf</title>",
            "<h1>Tea</h1>",
            f"<p>{LEAF}</p>",
            "<main>",
            "</main>",
        ),
        *(
            "<meta property=og:title content=Tea>",
            "<link rel=canonical href='http://[x'>",
            "<base href=x>",
            "<article>",
        ),
        *(
            '<script type="application/ld+json">{"@type":"Article","author":[1,null,{}],"keywords":3}</script>',
            "<img src=/a.png>",
        ),
        *(
            "<meta property=og:image content='http://[/a.png'>",
            "<time datetime=2024>",
            "\n\n",
            " text ",
            "</body>",
            "<p>",
        ),
    ]
)


@given(st.lists(PARTS, max_size=20))
@settings(max_examples=150, deadline=None)
def test_any_page_is_read_and_loses_no_word(parts: list[str]) -> None:
    html = "".join(parts)
    if not html.strip():
        return
    source, found = words.shown(html), words.read(read(html))
    for word in ("Leaves", "breath", "text"):
        assert found[word] >= source[word]
