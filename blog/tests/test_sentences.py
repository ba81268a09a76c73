from hypothesis import given
from hypothesis import strategies as st

from blog.sentences import Sentence, read_plain_text, read_rich_text

CITATION = '<a linktype="source" id="5">Knapen 2013</a>'


def texts(html: str) -> list[list[str]]:
    return [[sentence.text for sentence in paragraph] for paragraph in read_rich_text(html)]


class TestRichText:
    def test_is_told_apart_by_paragraphs_and_items(self) -> None:
        html = "<p>One. Two!</p><p> </p><ul><li>Three</li><li>Four?</li></ul>"
        assert texts(html) == [["One.", "Two!"], ["Three"], ["Four?"]]

    def test_loses_its_markup(self) -> None:
        assert texts("<p>Calcium &amp; <b>vitamin</b> D<sub>3</sub>.</p>") == [["Calcium & vitamin D3."]]

    def test_keeps_abbreviations_and_numbers_whole(self) -> None:
        html = "<p>Take it with fat, e.g. Butter, at 2.5 mg vs. Dr. Lim's 3 mg. Then rest.</p>"
        assert texts(html) == [["Take it with fat, e.g. Butter, at 2.5 mg vs. Dr. Lim's 3 mg.", "Then rest."]]

    def test_shows_no_words_of_a_citation(self) -> None:
        assert texts(f"<p>It was found {CITATION} in bone.</p>") == [["It was found in bone."]]


class TestCitation:
    def test_belongs_to_its_sentence(self) -> None:
        (paragraph,) = read_rich_text(f"<p>First. It was found {CITATION}. Last.</p>")
        assert [sentence.is_cited for sentence in paragraph] == [False, True, False]

    def test_after_the_full_stop_belongs_to_the_sentence_before(self) -> None:
        (paragraph,) = read_rich_text(f"<p>It was found.{CITATION} Last.</p>")
        assert paragraph == (Sentence("It was found.", is_cited=True), Sentence("Last."))

    def test_is_no_other_link(self) -> None:
        (paragraph,) = read_rich_text('<p>It was found <a linktype="page" id="5">here</a>.</p>')
        assert not paragraph[0].is_cited


def test_plain_text_is_told_apart_by_lines() -> None:
    assert read_plain_text("One. Two.\n\n3 < 4") == (
        (Sentence("One."), Sentence("Two.")),
        (Sentence("3 < 4"),),
    )


@given(st.text(alphabet="aB1 .!?…”)(\n", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    found = [sentence.text for paragraph in read_plain_text(text) for sentence in paragraph]
    assert "".join("".join(found).split()) == "".join(text.split())
