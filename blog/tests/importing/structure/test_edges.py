"""Title, pictures and page furniture."""

import pytest

from blog.importing.document import Picture, Text
from blog.tests.importing.structure.arranging import PROSE, arranged


class TestTitle:
    def test_is_the_first_short_line(self) -> None:
        assert arranged("Quiet Evenings", PROSE).title == "Quiet Evenings"

    @pytest.mark.parametrize("title", ["Does It Help?", "Sleep Well!", "10 Ways to Rest", "tea, explained"])
    def test_may_take_any_short_form(self, title: str) -> None:
        assert arranged(title, PROSE).title == title

    def test_of_a_text_that_begins_with_prose_comes_from_the_file(self) -> None:
        article = arranged(PROSE + " " + PROSE, PROSE)
        assert article.title == "quiet evenings"
        assert len(article.warnings) == 1


class TestPictures:
    def test_before_the_title_is_the_hero(self) -> None:
        article = arranged("lamp-1.JPG", "Quiet Evenings", PROSE)
        assert article.hero is not None
        assert (article.hero.name, article.hero.line, article.title) == ("lamp-1.JPG", 1, "Quiet Evenings")

    @pytest.mark.parametrize(
        "name", ["a.png", "b.jpeg", "c.webp", "d.gif", "e.svg", "f.avif", "my lamp 2.png"]
    )
    def test_in_the_text_is_a_picture(self, name: str) -> None:
        assert arranged("Quiet Evenings", PROSE, name, PROSE).blocks[1] == Picture(name)

    @pytest.mark.parametrize(
        "line", ["../secret.png", "https://example.org/a.png", "See lamp, a.png", "a.exe"]
    )
    def test_are_not_what_only_ends_like_one(self, line: str) -> None:
        assert not any(isinstance(block, Picture) for block in arranged("Quiet", PROSE, line, PROSE).blocks)


class TestFurniture:
    @pytest.mark.parametrize(
        "line",
        [
            "Back to blog",
            "← Back to the journal",
            "Share",
            "Share on Facebook",
            "Print this page",
            "Next article",
            "Previous: Tea",
            "Leave a comment",
            "3 comments",
        ],
    )
    def test_at_the_end_is_set_aside(self, line: str) -> None:
        article = arranged("Quiet Evenings", PROSE, line)
        assert [(aside.line, aside.text) for aside in article.set_aside] == [(5, line)]
        assert len(article.blocks) == 1

    def test_before_the_title_is_set_aside(self) -> None:
        article = arranged("Skip to content", "Back to blog", "Quiet Evenings", PROSE)
        assert article.title == "Quiet Evenings"
        assert len(article.set_aside) == 2

    @pytest.mark.parametrize("title", ["Back to Basics: Rest", "Share"])
    def test_is_never_the_only_line(self, title: str) -> None:
        assert arranged(title).title == title

    def test_in_the_middle_is_text(self) -> None:
        article = arranged("Quiet Evenings", "Share it with a friend.", PROSE)
        assert article.set_aside == ()

    def test_links_to_the_top_and_dividers_go_anywhere(self) -> None:
        article = arranged("Quiet Evenings", "=====", PROSE, "Back to top", PROSE, "* * *", PROSE)
        assert [aside.text for aside in article.set_aside] == ["=====", "Back to top", "* * *"]
        (text,) = article.blocks
        assert isinstance(text, Text)

    def test_a_logo_outside_an_infographic_is_set_aside(self) -> None:
        article = arranged("Quiet Evenings", PROSE, "Harbour House Logo")
        assert [aside.text for aside in article.set_aside] == ["Harbour House Logo"]
