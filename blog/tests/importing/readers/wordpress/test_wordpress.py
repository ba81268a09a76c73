import re
import time
import tracemalloc
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from defusedxml import ElementTree

from blog.importing.arranging import arrange
from blog.importing.document import Paragraph, PictureElement, Rejected, SourceArticle
from blog.importing.readers import SourceFile, Unreadable, file_of, read_data, reader_for
from blog.importing.readers import read as read_file
from blog.importing.readers.wordpress import READER
from blog.tests.importing.readers import words
from blog.tests.importing.readers.wordpress.export import (
    FOOT,
    HEAD,
    article,
    aside,
    attachment,
    category,
    export,
    item,
    read,
)


def one(data: bytes | str) -> SourceArticle:
    (found,) = read_data(data if isinstance(data, bytes) else data.encode(), source="leaf.xml")
    assert isinstance(found, SourceArticle), found
    return found


class TestFields:
    def test_are_what_the_blog_showed(self) -> None:
        found = article(
            "Rest is worth having.",
            title="Leaves &amp; Light &#8217;24 <em>now</em>",
            excerpt="A short &amp; quiet word.",
            post_modified_gmt="2024-06-01 10:00:00",
            more=category("Evening")
            + category("Tea")
            + category("Uncategorized", "category")
            + category("tea"),
        )
        assert found.source == "wordpress:leaf.example:7"
        assert found.title == "Leaves & Light ’24 now"
        assert found.slug == "post-7"
        assert found.standfirst == "A short & quiet word."
        assert found.authors == ("Carla Meier",)
        assert found.published == datetime(2024, 5, 1, 1, 30, tzinfo=UTC)
        assert found.updated == datetime(2024, 6, 1, 10, 0, tzinfo=UTC)
        assert found.tags == ("Evening", "Tea")
        assert found.path == "/2024/05/post-7/"
        assert found.place == "post 7"
        assert found.is_published
        assert found.notes == ()

    def test_an_author_the_export_does_not_know_is_named_as_it_says(self) -> None:
        assert article("Tea.", creator="guest").authors == ("guest",)

    @pytest.mark.parametrize(
        ("fields", "note"),
        [
            ({"status": "draft"}, "It was a draft."),
            ({"status": "pending"}, "It was waiting for review."),
            ({"status": "private"}, "It was private."),
            ({"status": "future"}, "It was to be published at 2024-05-01 09:30:00."),
            ({"status": "wc-done"}, "Its state was “wc-done”."),
            ({"post_password": "leaf"}, "It was protected by a password."),
        ],
    )
    def test_of_one_that_was_not_for_everybody_say_so(self, fields: dict[str, str], note: str) -> None:
        found = article("Tea.", **fields)
        assert found.is_published is False
        assert found.notes == (note,)

    def test_a_draft_has_no_date_and_no_address(self) -> None:
        found = article(
            "Tea.",
            status="draft",
            post_date_gmt="0000-00-00 00:00:00",
            link="https://leaf.example/?p=7",
            post_name="",
        )
        assert (found.published, found.path, found.slug) == (None, None, None)

    def test_a_date_without_that_of_greenwich_is_that_of_the_feed_or_of_the_blog(self) -> None:
        none = "0000-00-00 00:00:00"
        feed = "<pubDate>Wed, 01 May 2024 02:00:00 +0000</pubDate>"
        assert article("Tea.", post_date_gmt=none, more=feed).published == datetime(2024, 5, 1, 2, tzinfo=UTC)
        broken = "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>"
        found = article("Tea.", post_date_gmt=none, more=broken)
        assert found.published == datetime(2024, 5, 1, 9, 30, tzinfo=UTC)
        assert found.notes == ("The date “2024-05-01 09:30:00” has no time zone; it was read as UTC.",)

    def test_for_search_engines_are_those_of_the_plugins(self) -> None:
        yoast = {
            "_yoast_wpseo_title": "Rest well %%sep%% %%sitename%%",
            "_yoast_wpseo_metadesc": "On %%title%%.",
        }
        found = article("Tea.", meta=yoast)
        assert (found.seo_title, found.seo_description) == ("Rest well", "On Slow Evenings.")
        math = {"rank_math_title": "%title% %sep% %sitename%", "rank_math_description": "%excerpt%"}
        found = article("Tea.", meta=math, excerpt="A word.")
        assert (found.seo_title, found.seo_description) == (None, "A word.")
        found = article("Tea.", meta={"_aioseo_title": "50 % more rest | The Quiet Leaf"})
        assert found.seo_title == "50 % more rest"

    def test_the_featured_image_may_stand_anywhere(self) -> None:
        picture = attachment(9, "https://leaf.example/wp-content/uploads/2024/05/cup.jpg", alt="A cup")
        expected = PictureElement(
            "cup.jpg", "A cup", address="https://leaf.example/wp-content/uploads/2024/05/cup.jpg"
        )
        post = item("Tea.", meta={"_thumbnail_id": "9"})
        for items in ((picture, post), (post, picture)):
            (found,) = read(*items)
            assert isinstance(found, SourceArticle)
            assert found.hero == expected
        assert "number 9) is not in the export" in article("Tea.", meta={"_thumbnail_id": "9"}).notes[0]

    def test_without_a_place_are_told(self) -> None:
        comment = "<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>"
        spam = "<wp:comment><wp:comment_approved>spam</wp:comment_approved></wp:comment>"
        found = article(
            "Tea.", more=comment * 2 + spam + category("Calm", "mood") + category("Aside", "post_format")
        )
        assert found.notes == ("It had 2 comments, which are not imported.",)
        assert aside(found) == {"where it was filed (“mood”)": "Calm"}


class TestItems:
    def test_of_other_kinds_are_counted_once(self) -> None:
        found = read(
            item("One.", id=1),
            item("Two.", id=2, post_type="page"),
            attachment(3, "https://leaf.example/a.jpg"),
            *(item(id=number, post_type="nav_menu_item") for number in (4, 5)),
            item("A dish", id=6, post_type="recipe"),
            item("Gone", id=8, status="trash"),
        )
        assert [getattr(entry, "place", "") for entry in found] == ["post 1", "page 2"]
        assert [entry.notes for entry in found if isinstance(entry, SourceArticle)] == [
            (
                "The export also holds what is no article: 1 file, 2 menu entries, 1 posts in the bin, "
                "1 of the type “recipe”.",
            ),
            (),
        ]

    def test_only_of_other_kinds_say_so(self) -> None:
        with pytest.raises(Unreadable, match=r"holds no posts and no pages\. .* 1 file"):
            read(attachment(3, "https://leaf.example/a.jpg"))

    def test_one_that_is_broken_costs_itself_only(self) -> None:
        broken = item("Two.", id=2).replace("</dc:creator>", "</dc:creators>")
        first, second, third = read(item("One.", id=1), broken, item("Three.", id=3))
        assert isinstance(first, SourceArticle)
        assert second == Rejected("item 2", "It is not well-formed XML (mismatched tag).")
        assert isinstance(third, SourceArticle)

    def test_one_that_is_too_large_costs_itself_only(self) -> None:
        first, second, third = read(item("One.", id=1), item("word " * 3_100_000, id=2), item("Three.", id=3))
        assert isinstance(second, Rejected)
        assert second.reason == "It is 16 MB large; 15 MB is the limit for one article."
        assert isinstance(first, SourceArticle)
        assert isinstance(third, SourceArticle)

    def test_one_the_file_ends_in_is_told(self) -> None:
        data = export(item("One.", id=1), item("Two, which is longer.", id=2))
        first, second = read_data(data[: data.find(b"which is")], source="leaf.xml")
        assert isinstance(first, SourceArticle)
        assert second == Rejected("item 2", "The export ends in the middle of it; export it again.")

    def test_may_quote_the_marks_they_are_told_by(self) -> None:
        text = (
            "<pre>&lt;item> </item> <item> <wp:post_type>attachment</wp:post_type> <![CDATA[ ]]> done</pre>"
        )
        found = read(item(text), item("Two.", id=2))
        assert len(found) == 2
        assert isinstance(found[0], SourceArticle)
        assert "done" in str(found[0].elements)


class TestMending:
    @pytest.mark.parametrize(
        ("broken", "text"),
        [
            ("Tea ]]> and light", "Tea ]]&gt; and light"),
            ("Tea \x08and light", "Tea and light"),
            ("Tea &amp; light", "Tea &amp; light"),
        ],
    )
    def test_of_texts(self, broken: str, text: str) -> None:
        found = one(HEAD + item("TEXT").replace("TEXT", broken) + FOOT)
        assert found.elements == (Paragraph(text),)
        assert (broken == "Tea &amp; light") == (not found.notes)

    def test_of_names_that_are_not_of_xml(self) -> None:
        found = one(
            HEAD
            + item("Tea.").replace("<![CDATA[Slow Evenings]]>", "Tea & light&nbsp;&mdash; &#7;&bogus; now")
            + FOOT
        )
        assert found.title == "Tea & light — &bogus; now"
        assert found.notes == ("Its XML was not well formed and was mended; check the text.",)

    def test_of_prefixes_nobody_declared(self) -> None:
        assert one(
            HEAD + item("Tea.", more="<media:thumb url='x'/><odd:thing odd:a='1'>x</odd:thing>") + FOOT
        ).title

    def test_of_signs_in_another_encoding(self) -> None:
        data = export(item("It’s tea.", id=1)).replace("’".encode(), b"\x92")
        found = one(data)
        assert found.elements == (Paragraph("It’s tea."),)
        assert "read as Windows-1252" in found.notes[0].replace("windows", "Windows")

    def test_of_what_a_server_said_first(self) -> None:
        assert one(b"\n\nWarning: deprecated in x.php\n" + export(item("Tea."))).title == "Slow Evenings"

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_is_not_needed_for_other_forms_of_unicode(self, encoding: str) -> None:
        text = export(item("Thé 茶.", id=1)).decode()
        assert one(text.encode(encoding)).elements == (Paragraph("Thé 茶."),)

    def test_of_declared_encodings(self) -> None:
        text = export(item("Thé noir.", id=1)).decode().replace("UTF-8", "ISO-8859-15")
        assert one(text.encode("iso-8859-15")).elements == (Paragraph("Thé noir."),)


class TestHostileExports:
    def test_with_entities_are_refused(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
        data = HEAD.replace("<rss", bomb + "<rss") + item("Tea.", title="&b;") + FOOT
        with pytest.raises(Unreadable, match="declares entities"):
            list(read_data(data.encode(), source="leaf.xml"))

    def test_read_nothing_from_outside(self) -> None:
        data = (
            HEAD + item("Tea.").replace("<title>", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><title>') + FOOT
        )
        (found,) = read_data(data.encode(), source="leaf.xml")
        assert isinstance(found, Rejected)

    @pytest.mark.timed
    @pytest.mark.parametrize(
        "content",
        [
            *("<div>" * 300_000, "[" * 500_000, "[a " * 200_000, "<!--" * 200_000, "[caption]" * 50_000),
            *("<" * 100_000, "\n" * 500_000, "<img " * 150_000, "https://" * 60_000, "[a b='" * 100_000),
            *("<b>\n\n" * 4_000, "<!-- wp:a {" * 50_000, "[x]" * 100_000 + "[/x]" * 100_000),
            "<img src='a' " * 50_000 + ">",
        ],
        ids=lambda content: content[:12].strip() or "lines",
    )
    def test_are_read_or_rejected_soon(self, content: str) -> None:
        begun = time.perf_counter()
        assert len(read(item(content))) == 1
        assert time.perf_counter() - begun < 5


class TestContentHash:
    def hash(self, content: str = "Tea.", *others: str, **fields: object) -> str:
        return article(content, *others, **fields).content_hash

    def test_does_not_change_with_the_export_or_when_it_was_saved(self) -> None:
        same = item("Tea.", post_modified_gmt="2025-01-01 00:00:00", more=category("b") + category("a"))
        again = item("Tea.", post_modified_gmt="2026-01-01 00:00:00", more=category("a") + category("b"))
        comment = "<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>"
        more = again.replace("</item>", f"{comment}</item>")
        first, second, third = (
            read(*items)[-1] for items in ([same], [item(id=1), again], [item(id=1), more])
        )
        assert first.content_hash == second.content_hash == third.content_hash  # type: ignore[union-attr]

    @pytest.mark.parametrize(
        "fields",
        [
            {"title": "Other"},
            {"excerpt": "Other"},
            {"status": "draft"},
            {"post_name": "other"},
            {"more": category("Other")},
            {"meta": {"_yoast_wpseo_metadesc": "Other"}},
            {"meta": {"footnotes": '[{"id":"a","content":"Other"}]'}},
        ],
        ids=str,
    )
    def test_changes_with_anything_of_it(self, fields: dict[str, object]) -> None:
        assert self.hash(**fields) != self.hash()  # type: ignore[arg-type]

    def test_changes_with_its_pictures(self) -> None:
        text = '<img class="wp-image-9" src="https://leaf.example/cup-300x200.jpg">'
        pictures = [attachment(9, "https://leaf.example/cup.jpg", alt=alt) for alt in ("A cup", "A pot")]
        assert len({self.hash(text, picture) for picture in pictures}) == 2


def test_an_export_is_recognised_by_its_content() -> None:
    assert reader_for(export(item("Tea."))[:65_536]).name == "wordpress"
    assert not READER.recognises(b"<!doctype html><p>About <rss> and wordpress.org")


def test_an_export_of_any_size_takes_little_memory() -> None:
    text = "<p>" + "Rest is worth having for its own sake. " * 500 + "</p>"
    posts = item(text, more=category("Tea") * 20) + item(text, post_type="recipe") * 20
    data = (HEAD + posts * 25 + FOOT).encode()
    assert len(data) > 9_000_000

    class Slowly:
        """A file that is not in memory."""

        def __init__(self) -> None:
            self.at = 0

        def read(self, size: int = -1) -> bytes:
            part = data[self.at : self.at + size] if size >= 0 else data[self.at :]
            self.at += len(part)
            return part

        def __enter__(self) -> "Slowly":
            return self

        def __exit__(self, *_problem: object) -> None:
            pass

    tracemalloc.start()
    try:
        count = sum(1 for _ in read_file(SourceFile("leaf.xml", len(data), Slowly), source="x"))  # type: ignore[arg-type]
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 25
    assert most < 8_000_000


class TestTheThemeUnitTest:
    """The file that themes of another system are tested with."""

    @pytest.fixture
    def path(self, samples: Path) -> Path:
        return samples / "wordpress-theme-unit-test.xml"

    @pytest.fixture
    def found(self, path: Path) -> list[SourceArticle | Rejected]:
        return list(read_file(file_of(path), source=path.name))

    def items(self, path: Path) -> dict[str, str]:
        """The contents of its posts and pages by number."""
        contents = {}
        for entry in ElementTree.parse(path).getroot().iter("item"):
            fields = {child.tag.rpartition("}")[2]: child.text or "" for child in reversed(entry)}
            if fields["post_type"] in ("post", "page"):
                contents[fields["post_id"]] = next(
                    child.text or "" for child in entry if child.tag.endswith("/content/}encoded")
                )
        return contents

    def test_is_read_whole(self, path: Path, found: list[SourceArticle | Rejected]) -> None:
        assert not [entry for entry in found if isinstance(entry, Rejected)]
        assert {entry.source.rpartition(":")[2] for entry in found} == set(self.items(path))
        assert len({entry.source for entry in found}) == len(found)

    def test_loses_no_word(self, path: Path, found: list[SourceArticle | Rejected]) -> None:
        contents = self.items(path)
        lost: Counter[str] = Counter()
        for entry in found:
            assert isinstance(entry, SourceArticle)
            source = _OWN_SHORTCODES.sub(" ", contents[entry.source.rpartition(":")[2]])
            # The addresses of films are what shows them.
            source = _FILMS.sub(" ", source)
            lost += words.shown(source) - words.read(entry)
        assert not lost

    def test_is_arranged_without_an_error(self, found: list[SourceArticle | Rejected]) -> None:
        for entry in found:
            assert isinstance(entry, SourceArticle)
            arranged = arrange(entry, ())
            assert "[caption" not in str(arranged.blocks)
            assert "<!--" not in str(arranged.blocks)


_OWN_SHORTCODES = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist)\b[^\]]*\]")
_FILMS = re.compile(r"(?m)^\s*https://(?:www\.youtube\.com|youtu\.be)/\S+\s*$")
