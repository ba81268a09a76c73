"""Each rule, on what it finds and on what it lets be."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from blog.checks.article import (
    ArticleUnderReview,
    BlockAt,
    HeadingAt,
    Link,
    Picture,
    PosterAt,
    Promoted,
    ReadText,
    Target,
)
from blog.checks.finding import Level
from blog.checks.findings import find
from blog.checks.rules import RULES
from blog.checks.rules.broken_link import is_address
from blog.infographics.poster.legibility import Legibility
from blog.naming.names import Name
from blog.naming.written import Written
from blog.sentences import read_rich_text

from .stated import STATED

GOOD = ArticleUnderReview(
    standfirst="What K2 does.",
    search_description="What K2 does, in short.",
    hero=Picture("hero", "bone", "A bone in section"),
    authors=1,
    reviewed_on=date(2026, 1, 1),
    review_due_on=date(2027, 1, 1),
    today=date(2026, 6, 1),
)


def heading(text: str = "Bone", level: int = 2, **fields: Any) -> BlockAt:
    place = f"body.{text}"
    return BlockAt("heading", place, heading=HeadingAt(text, level, place, **fields))


def words(is_empty: bool = False) -> BlockAt:
    return BlockAt("text", "body.t", is_empty=is_empty)


def read_text(html: str, kind: str = "text", is_cited: bool = False) -> ReadText:
    return ReadText(kind, "body.t", read_rich_text(html), is_cited)


def link(kind: str = "page", target: str = "7", surface: str = "link", place: str = "body.t") -> Link:
    return Link(kind, target, place, "these words", surface)


def found(article: ArticleUnderReview) -> list[str]:
    return [finding.rule for finding in find(article)]


def with_blocks(*blocks: BlockAt) -> ArticleUnderReview:
    return replace(GOOD, blocks=blocks)


def with_poster(*faces: Legibility, missing: tuple[str, ...] = ()) -> ArticleUnderReview:
    return replace(GOOD, posters=(PosterAt("body.i", "At a glance", faces, missing),))


def promoting(product: Promoted, **fields: Any) -> ArticleUnderReview:
    """Return an article with a callout for a product."""
    callout = link("product", "7", "callout", "body.c.product")
    target = {("product", "7"): Target(product.name)}
    return replace(GOOD, links=(callout,), targets=target, promoted={"7": product}, **fields)


def test_a_good_article_has_no_findings() -> None:
    assert find(GOOD) == ()


def test_every_rule_is_named_after_its_file() -> None:
    assert [rule.__name__ for rule in RULES] == [rule.__module__.rpartition(".")[2] for rule in RULES]


CLAIM = "<p>Studies show that it helps.</p>"

FOUND = {
    "empty_heading": with_blocks(heading(" "), words()),
    "equal_headings": with_blocks(heading(), words(), heading("bone "), words()),
    "skipped_level": with_blocks(heading(), heading("Marrow", 4), words()),
    "empty_section": with_blocks(heading(), words(), heading("Marrow"), words(is_empty=True)),
    "long_label": with_blocks(heading("a" * 61), words()),
    "missing_standfirst": replace(GOOD, standfirst=" "),
    "missing_hero": replace(GOOD, hero=None),
    "missing_description": replace(GOOD, pictures=(Picture("body.p", "bone"),)),
    "missing_picture": replace(GOOD, pictures=(Picture("body.p", is_missing=True),)),
    "file_name_description": replace(GOOD, hero=Picture("hero", "x", "IMG_2043.jpg")),
    "uncited_claim": replace(GOOD, texts=(read_text(CLAIM),), links=(link("source", "5", "citation"),)),
    "no_sources": replace(GOOD, texts=(read_text(CLAIM),)),
    "stale_review": replace(GOOD, review_due_on=date(2026, 5, 31)),
    "broken_link": replace(GOOD, links=(link(),)),
    "missing_product": replace(GOOD, links=(link("product", "", "callout"),)),
    "aimless_call": replace(
        GOOD,
        links=(
            link("product", "", "call_to_action", "body.c.product"),
            link("address", "", "call_to_action", "body.c.link"),
        ),
    ),
    "unpublished_target": replace(GOOD, links=(link(),), targets={("page", "7"): Target("Draft", "draft")}),
    "search_description": replace(GOOD, search_description=""),
    "no_author": replace(GOOD, authors=0),
    "gone_heading": replace(GOOD, gone=("bone",)),
    "crowded_poster": with_poster(Legibility("pin", shown=5, left_out=1)),
    "missing_character": with_poster(missing=("𒀀",)),
    "unlinked_product": replace(
        GOOD, names=(Written(Name("Bone Essential", 7), "body.t", 0, "Take ", "Bone Essential", ".", True),)
    ),
    "product_fit": promoting(Promoted("Bone Essential", "live", ("Calcium",)), nutrients=("vitamin D",)),
    "unavailable_product": promoting(Promoted("Bone Essential", "discontinued")),
    **STATED,
}


@pytest.mark.parametrize("rule", [rule.__name__ for rule in RULES])
def test_every_rule_finds_what_it_is_for(rule: str) -> None:
    assert rule in found(FOUND[rule])


def test_what_is_broken_for_readers_must_be_fixed() -> None:
    must = {
        finding.rule for article in FOUND.values() for finding in find(article) if finding.level == Level.MUST
    }
    assert must == {
        "empty_heading",
        "broken_link",
        "missing_product",
        "missing_picture",
        "missing_description",
    }


LET_BE = {
    "pictures that show every panel": with_poster(Legibility("pin", shown=6, left_out=0)),
    "a card that shows one panel": with_poster(Legibility("card", shown=1, left_out=5)),
    "sections inside a section": with_blocks(heading(), heading("Marrow", 3), words()),
    "a step back up": with_blocks(
        heading(), heading("A", 3), heading("B", 4), words(), heading("C"), words()
    ),
    "a heading for the contents list only": with_blocks(heading("Start", contents_only=True), words()),
    "equal words that are told apart by a label": with_blocks(
        heading(), words(), heading("Bone", label="Bone again"), words()
    ),
    "equal words of which one is left out": with_blocks(
        heading(), words(), heading("Bone", is_listed=False), words()
    ),
    "a long heading with a short label": with_blocks(heading("a" * 61, label="Short"), words()),
    "a long heading that is left out": with_blocks(heading("a" * 61, is_listed=False), words()),
    "a decorative picture": replace(GOOD, pictures=(Picture("body.p", "x", is_decorative=True),)),
    "a description in words": replace(GOOD, pictures=(Picture("body.p", "x", "A cup of green tea"),)),
    "a review due today": replace(GOOD, review_due_on=date(2026, 6, 1)),
    "words of somebody else": replace(GOOD, texts=(read_text(CLAIM, "quote"),)),
    "a callout": replace(
        GOOD, links=(link("product", surface="callout"),), targets={("product", "7"): Target("A")}
    ),
    "a call to a product": replace(
        GOOD,
        links=(
            link("product", "7", "call_to_action", "body.c.product"),
            link("address", "", "call_to_action", "body.c.link"),
        ),
        targets={("product", "7"): Target("A")},
    ),
    "a link to a heading": replace(GOOD, links=(link("fragment", "bone"),), fragments=frozenset({"bone"})),
}


@pytest.mark.parametrize("article", [pytest.param(article, id=name) for name, article in LET_BE.items()])
def test_lets_be(article: ArticleUnderReview) -> None:
    assert found(article) == []


class TestUncitedClaim:
    def test_is_none_where_its_paragraph_cites(self) -> None:
        html = '<p>Studies show it.<a linktype="source" id="5">Knapen</a> A trial found more.</p>'
        assert "uncited_claim" not in found(replace(GOOD, texts=(read_text(html),)))

    def test_is_one_where_only_another_paragraph_cites(self) -> None:
        html = f'<p>Bone.<a linktype="source" id="5">Knapen</a></p>{CLAIM}'
        assert "uncited_claim" in found(replace(GOOD, texts=(read_text(html),)))

    def test_is_none_in_a_panel_that_names_its_source(self) -> None:
        assert "uncited_claim" not in found(replace(GOOD, texts=(read_text(CLAIM, is_cited=True),)))

    def test_quotes_its_sentence(self) -> None:
        html = "<p>Bone lives. Studies show that it helps. Eat.</p>"
        quotes = [finding.quote for finding in find(replace(GOOD, texts=(read_text(html),)))]
        assert "Studies show that it helps." in quotes


class TestFileName:
    @pytest.mark.parametrize(
        "alt",
        [
            "IMG_2043.jpg",
            "dsc0042",
            "hero",
            "bone-density-chart-final",
            "shutterstock_12345678",
            "20240101_1200",
        ],
    )
    def test_is_no_description(self, alt: str) -> None:
        assert "file_name_description" in found(replace(GOOD, pictures=(Picture("body.p", "x", alt),)))

    @pytest.mark.parametrize("alt", ["Salmon", "A heroic bone", "Vitamin K2-rich natto", "Half-cut lemon"])
    def test_is_not_what_it_resembles(self, alt: str) -> None:
        assert "file_name_description" not in found(replace(GOOD, pictures=(Picture("body.p", "x", alt),)))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com",
        "http://www.example.co.uk:8080/a?b=c#d",
        "https://xn--mnchen-3ya.de/",
        "https://münchen.de/straße",
        "https://192.0.2.1/",
        "mailto:a@example.com?subject=x",
        "tel:+65 6123 4567",
        "/blog/bone/",
    ],
)
def test_leads_somewhere(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://",
        "https://example",
        "http://https://example.com",
        "www.example.com",
        "https://exam ple.com",
        "javascript:alert(1)",
        "mailto:somebody",
        "//example.com",
        "https://[example",
        "bone",
    ],
)
def test_leads_nowhere(address: str) -> None:
    assert not is_address(address)


def test_an_article_without_sources_is_told_again_when_it_claims_something_else() -> None:
    def fingerprint(*paragraphs: str) -> str:
        article = replace(GOOD, texts=tuple(read_text(html) for html in paragraphs))
        return next(finding.fingerprint for finding in find(article) if finding.rule == "no_sources")

    other = "<p>Trials found more.</p>"
    assert fingerprint(CLAIM) != fingerprint(CLAIM, other)
    assert fingerprint(CLAIM, other) == fingerprint(other, "<p>Bone is alive.</p>", CLAIM)


@pytest.mark.parametrize(
    ("face", "shown", "level", "said"),
    [
        ("pin", 5, Level.KNOW, "leaves out 1 of the 6 panels: with it"),
        ("pin", 2, Level.KNOW, "leaves out 4 of the 6 panels: with them"),
        ("pin", 0, Level.SHOULD, "room for no panel"),
        ("card", 0, Level.SHOULD, "where the article is shared has room for no panel"),
    ],
)
def test_a_crowded_poster_says_what_is_left_out_and_leads_to_the_panels(face, shown, level, said) -> None:
    (finding,) = find(with_poster(Legibility(face, shown, 6 - shown)))
    assert (finding.level, finding.place) == (level, "body.i.panels")
    assert said in finding.message


def test_a_character_no_font_has_is_named() -> None:
    (finding,) = find(with_poster(missing=("𒀀", "𒀁")))
    assert "cannot show 𒀀 𒀁." in finding.message
