"""Matrixify's sheet “Blog Posts” as CSV and as a workbook, through the readers that recognise it."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl import Workbook

from blog.importing.document import HeadingElement, Paragraph, Rejected, SourceArticle
from blog.importing.readers import Unreadable, read_data, reader_for
from blog.importing.readers.matrixify_rows import STRAYS, UNCLOSED

HEADER = [
    *(
        "ID",
        "Handle",
        "Command",
        "Title",
        "Author",
        "Body HTML",
        "Summary HTML",
        "Tags",
        "Tags Command",
        "Created At",
    ),
    *(
        "Updated At",
        "Published",
        "Published At",
        "Template Suffix",
        "Image Src",
        "Image Width",
        "Image Height",
    ),
    *("Image Alt Text", "Row #", "Top Row", "Blog: ID", "Blog: Handle", "Blog: Title"),
    *(
        "Metafield: title_tag [string]",
        "Metafield: description_tag [string]",
        "Metafield: custom.note [string]",
    ),
    *("Comment: Author", "Comment: Email", "Comment: Body HTML"),
]
TEA = {
    "ID": "557000000001",
    "Handle": "green-tea",
    "Title": "Green tea™",
    "Author": "Ana Lima",
    "Body HTML": "<h2>When</h2><p>In the\r\nmorning.</p>",
    "Summary HTML": "<p>Short.</p>",
    "Tags": "Tea, Sleep",
    "Published": "TRUE",
    "Published At": "2024-05-01 09:00:00 -0700",
    "Image Src": "https://cdn.shopify.com/s/files/1/cup.jpg?v=1",
    "Image Alt Text": "A cup",
    "Top Row": "TRUE",
    "Blog: Handle": "news",
    "Metafield: title_tag [string]": "Tea for sleep",
    "Metafield: description_tag [string]": "About tea.",
}
COMMENT = {"ID": TEA["ID"], "Handle": TEA["Handle"], "Comment: Author": "Bo", "Comment: Body HTML": "Nice!"}
MILK = {"ID": "2", "Handle": "milk", "Title": "Milk", "Body HTML": "<p>White.</p>", "Top Row": "1"}


def table(*rows: dict[str, str], header: list[str] = HEADER, delimiter: str = ",") -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([header, *([row.get(name, "") for name in header] for row in rows)])
    return stream.getvalue()


def read(data: str | bytes) -> list[SourceArticle | Rejected]:
    return list(read_data(data if isinstance(data, bytes) else data.encode(), source="posts.csv"))


def one(*rows: dict[str, str], **how: object) -> SourceArticle:
    (article,) = read(table(*rows, **how))  # type: ignore[arg-type]
    assert isinstance(article, SourceArticle), article
    return article


def workbook(*rows: dict[str, object], title: str = "Blog Posts") -> bytes:
    book = Workbook()
    other = book.active
    other.title = "Summary"
    other.append(["Matrixify", "exported"])
    sheet = book.create_sheet(title)
    sheet.append(HEADER)
    for row in rows:
        sheet.append([row.get(name) for name in HEADER])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class TestArticles:
    def test_have_every_field_of_the_sheet(self) -> None:
        article = one(TEA)
        assert (article.source, article.place, article.path) == (
            "shopify:557000000001",
            "row 2",
            "/blogs/news/green-tea",
        )
        assert (article.title, article.slug, article.standfirst) == ("Green tea™", "green-tea", "Short.")
        assert article.elements == (HeadingElement("When", 2), Paragraph("In the morning."))
        assert (article.authors, article.tags) == (("Ana Lima",), ("Tea", "Sleep"))
        assert article.hero is not None
        assert (article.hero.name, article.hero.alt) == ("cup.jpg", "A cup")
        assert (article.seo_title, article.seo_description) == ("Tea for sleep", "About tea.")
        assert (article.published, article.is_published) == (datetime(2024, 5, 1, 16, tzinfo=UTC), True)

    @pytest.mark.parametrize(
        "word", ["TRUE", "true", "1", "1.0", "VERDADEIRO", "WAHR", "VRAI", "VERO", "SÍ", "sí"]
    )
    def test_are_published_in_any_language(self, word: str) -> None:
        assert one({**TEA, "Published": word, "Top Row": word}).is_published is True

    @pytest.mark.parametrize(
        ("word", "state"), [("FALSE", False), ("FALSCH", False), ("0", False), ("", None)]
    )
    def test_that_are_hidden_stay_hidden(self, word: str, state: bool | None) -> None:
        assert one({**TEA, "Published": word}).is_published is state

    def test_do_not_change_when_rows_are_shuffled_or_a_comment_comes(self) -> None:
        first = {read.source: read.content_hash for read in read(table(TEA, COMMENT, MILK))}
        second = {read.source: read.content_hash for read in read(table(MILK, TEA))}
        assert first == second

    def test_have_the_hash_of_the_same_article_in_json(self) -> None:
        fields = {"id": 557000000001, "handle": "green-tea", "title": "Green tea™", "author": "Ana Lima"}
        fields |= {"body_html": TEA["Body HTML"], "summary_html": "<p>Short.</p>", "tags": "Sleep, Tea"}
        fields |= {"published_at": "2024-05-01T16:00:00Z", "blog_handle": "news"}
        fields |= {"image": {"src": TEA["Image Src"], "alt": "A cup"}}
        fields |= {"seo": {"title": "Tea for sleep", "description": "About tea."}}
        (article,) = read(json.dumps(fields).encode())
        assert isinstance(article, SourceArticle)
        assert article.content_hash == one(TEA).content_hash


class TestRows:
    def test_below_the_top_row_are_comments_and_told(self) -> None:
        tea, milk = read(table(TEA, COMMENT, {**COMMENT, "Comment: Body HTML": "Thanks"}, MILK))
        assert [aside.text for aside in tea.set_aside] == ["Bo: Nice!", "Bo: Thanks"]
        assert "2 comments of readers were left out." in tea.notes
        assert (milk.source, milk.place) == ("shopify:2", "row 5")

    def test_that_stand_apart_from_their_article_are_told_at_the_end(self) -> None:
        *_articles, stray = read(table(COMMENT, TEA, MILK, COMMENT))
        assert stray == Rejected("row 2, row 5", STRAYS)

    def test_without_an_article_are_rejected_with_what_they_say(self) -> None:
        _tea, note, milk = read(table(TEA, {"ID": ""}, {"Tags": "Exported on Monday"}, MILK))
        assert note == Rejected("row 4", "This row is no article: “Exported on Monday”.")
        assert milk.source == "shopify:2"

    def test_that_ask_for_deletion_are_rejected(self) -> None:
        rejected, _milk = read(table({**TEA, "Command": "DELETE"}, MILK))
        assert (rejected.place, rejected.source) == ("row 2", "shopify:557000000001")

    def test_with_a_quote_that_never_ends_are_rejected(self) -> None:
        text = table(TEA, MILK).removesuffix("\r\n") + '\r\n3,third,,"Third'
        *articles, rejected = read(text)
        assert len(articles) == 2
        assert rejected == Rejected("row 4", UNCLOSED)

    def test_without_a_column_for_the_top_row_are_told_apart_by_their_title(self) -> None:
        header = [name for name in HEADER if name != "Top Row"]
        tea, milk = read(table(TEA, COMMENT, MILK, header=header))
        assert (tea.title, milk.title) == ("Green tea™", "Milk")


class TestColumns:
    def test_without_a_place_are_told_once_and_their_words_kept(self) -> None:
        header = [*HEADER, "Mood", "Title", ""]
        rows = [{**row, "Mood": "calm", "Metafield: custom.note [string]": "Ask Ana"} for row in (TEA, MILK)]
        tea, milk = read(table(*rows, header=header))
        told = [note for note in tea.notes if note.startswith("Columns")]
        assert "“Mood”" in told[0]
        assert "“Title”" in told[1]
        assert not [note for note in milk.notes if note.startswith("Columns")]
        assert [aside.text for aside in milk.set_aside][:2] == ["Ask Ana", "calm"]

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_are_split_however_a_spreadsheet_does(self, delimiter: str) -> None:
        assert one(TEA, delimiter=delimiter).tags == ("Tea", "Sleep")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
    def test_are_found_in_any_encoding(self, encoding: str) -> None:
        (article,) = read(table(TEA).encode(encoding))
        assert article.title == "Green tea™"
        assert any("Windows-1252" in note for note in article.notes) is (encoding == "cp1252")

    def test_of_products_and_pages_are_not_taken_for_articles(self) -> None:
        for header in (
            "Handle,Title,Body (HTML),Vendor,Tags,Published\n",
            "ID,Title,Body HTML,Handle\n",
            "Title\n",
        ):
            assert reader_for(header.encode() + b"a,b,c,d\n").name != "matrixify-csv"


class TestCells:
    def test_may_be_longer_than_python_likes_and_hold_zero_bytes(self) -> None:
        words = "tea " * 40_000
        article = one({**TEA, "Body HTML": f"<p>{words}\x00end</p>"})
        assert article.elements == (Paragraph(f"{words}end"),)
        assert any("control characters" in note for note in article.notes)

    def test_lose_what_spreadsheets_put_around_them(self) -> None:
        row = {
            **TEA,
            "ID": '="557000000001"',
            "Title": "'=Tea",
            "Author": '=HYPERLINK("https://a.example/ana";"Ana ""A."" Lima")',
            "Image Src": '=HYPERLINK("https://cdn.example/cup.jpg","cup")',
        }
        article = one(row)
        assert (article.source, article.title, article.authors) == (
            "shopify:557000000001",
            "=Tea",
            ('Ana "A." Lima',),
        )
        assert article.hero is not None
        assert article.hero.address == "https://cdn.example/cup.jpg"

    def test_with_a_shortened_number_leave_the_handle_as_the_key(self) -> None:
        article = one({**TEA, "ID": "5.57E+11"})
        assert article.source == "shopify:news/green-tea"
        assert "5.57E+11" in article.notes[0]

    def test_with_a_date_without_zone_or_of_another_kind_say_so(self) -> None:
        article = one({**TEA, "Published At": "2024-05-01 09:00:00"})
        assert (article.published, "zone" in article.notes[0]) == (datetime(2024, 5, 1, 9, tzinfo=UTC), True)
        assert one({**TEA, "Published At": "01/05/2024 09:00"}).published is None
        assert one({**TEA, "Published At": "2024-05-01"}).published == datetime(2024, 5, 1, 12, tzinfo=UTC)


class TestWorkbooks:
    def test_are_read_like_the_csv(self) -> None:
        row = {**TEA, "ID": 557000000001, "Published": True, "Top Row": 1}
        (article,) = list(read_data(workbook(row), source="posts.xlsx"))
        assert isinstance(article, SourceArticle)
        assert (article.source, article.content_hash) == ("shopify:557000000001", one(TEA).content_hash)

    def test_may_call_their_sheet_otherwise_and_hold_dates(self) -> None:
        row = {**TEA, "Published At": datetime(2024, 5, 1, 9), "ID": 1.0}
        (article,) = list(read_data(workbook(row, title="Posts"), source="posts.xlsx"))
        assert (article.source, article.published) == ("shopify:1", datetime(2024, 5, 1, 9, tzinfo=UTC))

    def test_with_a_full_cell_say_that_it_may_be_cut(self) -> None:
        (article,) = list(read_data(workbook({**TEA, "Body HTML": "x" * 32_767}), source="posts.xlsx"))
        assert "32,767" in article.notes[0]

    def test_without_articles_say_so(self) -> None:
        book = Workbook()
        book.active.append(["Title", "Price"])
        stream = io.BytesIO()
        book.save(stream)
        with pytest.raises(Unreadable, match="no sheet of articles"):
            list(read_data(stream.getvalue(), source="posts.xlsx"))

    def test_that_are_damaged_or_bombs_are_refused(self) -> None:
        whole = workbook(TEA)
        for cut in (200, len(whole) // 2, len(whole) - 30):
            with pytest.raises(Unreadable):
                list(read_data(whole[:cut], source="posts.xlsx", format="matrixify-xlsx"))
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<a/>")
            archive.writestr("xl/sharedStrings.xml", b"x" * 90_000_000)
        with pytest.raises(Unreadable, match="100 times"):
            list(read_data(stream.getvalue(), source="posts.xlsx"))


@pytest.mark.parametrize("data", [b"Handle,Title\na,b\n", b"\n\n"])
def test_a_table_without_texts_is_refused_when_it_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"no column “Body HTML”|empty"):
        read_data(data, source="posts.csv", format="matrixify-csv")
