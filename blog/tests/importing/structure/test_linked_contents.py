"""Contents lists in markup, linked or printed."""

import pytest

from blog.importing.document import (
    ContentsElement,
    ContentsLink,
    Heading,
    HeadingElement,
    ListElement,
    Paragraph,
    Text,
)
from blog.tests.importing.outline import headings
from blog.tests.importing.structure.arranging import PROSE, arranged_elements, arranged_markup


def contents(*links: ContentsLink | tuple[str, str], title: str = "Contents") -> ContentsElement:
    return ContentsElement(
        tuple(link if isinstance(link, ContentsLink) else ContentsLink(*link) for link in links), title
    )


def placed(article) -> list[Heading]:
    return [block for block in article.blocks if isinstance(block, Heading)]


def test_entries_lead_by_fragment_and_headings_keep_every_old_one() -> None:
    article = arranged_elements(
        contents(("Smell", "scent"), ("Lamps", "light")),
        HeadingElement("Scent, explained", 2, anchors=("scent", "older-scent")),
        Paragraph(PROSE),
        HeadingElement("Lamps", 2, anchors=("light",)),
        Paragraph(PROSE),
    )
    assert placed(article) == [
        Heading("Scent, explained", 2, label="Smell", anchors=("scent", "older-scent")),
        Heading("Lamps", 2, anchors=("light",)),
    ]
    assert article.warnings == ()
    assert [entry.matched for entry in article.contents] == [True, True]


def test_a_heading_no_entry_leads_to_keeps_its_fragments_and_is_told() -> None:
    article = arranged_elements(
        contents(("Scent", "scent"), ("Light", "light")),
        HeadingElement("Scent", 2, anchors=("scent",)),
        Paragraph(PROSE),
        HeadingElement("Breath", 2, anchors=("breath",)),
        Paragraph(PROSE),
        HeadingElement("Light", 2, anchors=("light",)),
        Paragraph(PROSE),
    )
    assert placed(article)[1] == Heading("Breath", 2, anchors=("breath",))
    assert article.warnings == ("The contents list leaves out “Breath”; the new one has them.",)


def test_words_lead_where_a_fragment_does_not() -> None:
    article = arranged_elements(
        contents(("Scent", "gone"), ("Light", "light")),
        HeadingElement("Scent", 2),
        Paragraph(PROSE),
        HeadingElement("Light", 2, anchors=("light",)),
        Paragraph(PROSE),
    )
    assert [entry.matched for entry in article.contents] == [True, True]


def test_an_entry_that_leads_nowhere_is_told() -> None:
    article = arranged_elements(
        contents(("Light", "light"), ("Sleep", "sleep")),
        HeadingElement("Light", 2, anchors=("light",)),
        Paragraph(PROSE),
    )
    assert article.warnings == ("The contents entry “Sleep” leads nowhere: nothing has the address #sleep.",)
    assert [entry.matched for entry in article.contents] == [True, False]


def test_an_entry_that_leads_to_a_paragraph_is_a_heading_of_the_contents_only() -> None:
    article = arranged_elements(
        contents(("Scent", "scent"), ("A story", "story")),
        HeadingElement("Scent", 3, anchors=("scent",)),
        Paragraph(PROSE),
        Paragraph(PROSE, anchors=("story",)),
    )
    assert placed(article)[1] == Heading("A story", 2, contents_only=True, anchors=("story",))


def test_an_anchor_before_its_heading_leads_to_the_heading() -> None:
    article = arranged_markup(
        '<ul><li><a href="#one">Scent</a></li><li><a href="#two">Light</a></li></ul>'
        f'<p><a name="one"></a></p><h2>Scent</h2><p>{PROSE}</p><h2><a id="two"></a>Light</h2><p>{PROSE}</p>'
    )
    assert placed(article) == [Heading("Scent", 2, anchors=("one",)), Heading("Light", 2, anchors=("two",))]


def test_the_list_is_not_in_the_text_and_a_second_one_is_set_aside() -> None:
    links = contents(("Scent", "scent"), ("Light", "light"))
    article = arranged_elements(
        links,
        HeadingElement("Scent", 2, anchors=("scent",)),
        Paragraph(PROSE),
        HeadingElement("Light", 2, anchors=("light",)),
        Paragraph(PROSE),
        links,
    )
    assert [aside.text for aside in article.set_aside] == ["Contents Scent Light"]
    assert sum(isinstance(block, Text) for block in article.blocks) == 2


def test_nested_entries_and_the_levels_of_their_headings_agree() -> None:
    article = arranged_elements(
        contents(
            ContentsLink("Scent", "a"), ContentsLink("Leaves", "b", depth=1), ContentsLink("Light", "c")
        ),
        HeadingElement("Scent", 3, anchors=("a",)),
        Paragraph(PROSE),
        Paragraph("Leaves", anchors=("b",)),
        Paragraph(PROSE),
        HeadingElement("Light", 3, anchors=("c",)),
        Paragraph(PROSE),
    )
    assert headings(article) == [(2, "Scent"), (3, "Leaves"), (2, "Light")]


def test_a_list_of_links_to_other_pages_is_no_contents_list() -> None:
    links = ("<a href='/a'>Scent</a>".replace("'", '"'), '<a href="/b">Light</a>')
    article = arranged_elements(
        HeadingElement("In this article", 2),
        ListElement(links, False),
        HeadingElement("Scent", 2),
        Paragraph(PROSE),
    )
    assert article.contents == ()
    assert headings(article) == [(2, "In this article"), (2, "Scent")]


def test_links_of_another_list_stay_links_where_they_lead_somewhere() -> None:
    article = arranged_elements(
        contents(("Scent", "scent"), ("Light", "light")),
        HeadingElement("Scent", 2, anchors=("scent",)),
        Paragraph("See also:"),
        ListElement(('<a href="#light">the lamps</a>', '<a href="#breath">the breath</a>'), False),
        HeadingElement("Light", 2, anchors=("light",)),
        Paragraph(PROSE),
    )
    (text,) = [block.html for block in article.blocks if isinstance(block, Text)][:1]
    assert '<li><a href="#light">the lamps</a></li><li>the breath</li>' in text


@pytest.mark.parametrize("title", ["<h2>Contents</h2>", "<p><strong>In this article:</strong></p>"])
@pytest.mark.parametrize("mark", ["h2", "h3"])
def test_a_printed_list_in_markup_leads_by_words_and_keeps_the_levels(title: str, mark: str) -> None:
    article = arranged_markup(
        f"{title}<ul><li>Introduction</li><li>Scent</li><li>Light</li></ul><p>{PROSE}</p>"
        f"<{mark}>Scent</{mark}><p>{PROSE}</p><h4>Leaves</h4><p>{PROSE}</p><{mark}>Light</{mark}><p>{PROSE}</p>"
    )
    assert headings(article) == [(2, "Introduction"), (2, "Scent"), (3, "Leaves"), (2, "Light")]
    assert placed(article)[0].contents_only
    assert len(article.contents) == 3


def test_an_entry_that_leads_into_an_infographic_leads_to_it() -> None:
    article = arranged_markup(
        '<ul><li><a href="#brief">In brief</a></li><li><a href="#light">Light</a></li></ul>'
        '<section style="background:#efe"><h2 id="brief">The Evening in Brief</h2>'
        "<h3>Lavender</h3><ul><li>one</li><li>two</li></ul><h3>Salts</h3><ul><li>three</li><li>four</li></ul>"
        f'</section><h2 id="light">Light</h2><p>{PROSE}</p>'
    )
    assert placed(article)[0] == Heading("In brief", 2, contents_only=True, anchors=("brief",))


LINKS = '<a href="#a">Scent</a>', '<a href="#b">Light</a>'
BODY = f'<h2 id="a">Scent</h2><p>{PROSE}</p><h2 id="b">Light</h2><p>{PROSE}</p>'


@pytest.mark.parametrize(
    "html",
    [
        f"<p><strong>Contents</strong><br>{LINKS[0]}<br>{LINKS[1]}</p>",
        f"<h3>Contents</h3><p>1. {LINKS[0]}</p><p>2. {LINKS[1]}</p>",
        f"<h3>Contents</h3><ul><li>{LINKS[0]}</li></ul><ul><li>{LINKS[1]}</li></ul>",
    ],
    ids=["lines of a paragraph", "paragraphs", "two lists"],
)
def test_lines_of_links_are_a_contents_list(html: str) -> None:
    article = arranged_markup(html + BODY)
    assert [entry.matched for entry in article.contents] == [True, True]
    assert headings(article) == [(2, "Scent"), (2, "Light")]


def test_one_line_that_is_a_link_is_text() -> None:
    article = arranged_markup(f'<p><a href="#b">Jump to the light</a></p>{BODY}')
    assert article.contents == ()
    assert '<a href="#b">Jump to the light</a>' in str(article.blocks[0])


def test_a_list_that_leads_nowhere_in_the_text_is_a_list_of_words() -> None:
    article = arranged_markup(
        f'<p>{PROSE}</p><ul><li><a href="#x">one tab</a></li><li><a href="#y">another</a></li></ul>{BODY}'
    )
    assert article.contents == ()
    assert "<li>one tab</li><li>another</li>" in str(article.blocks[0])
    assert len(article.warnings) == 1


def test_questions_and_what_an_infographic_takes_in_are_no_headings_a_list_leaves_out() -> None:
    listed = contents(("Scent", "scent"), ("Light", "light"))
    asked = (
        HeadingElement("Common Questions", 2, anchors=("faq",)),
        HeadingElement("How long it takes", 3),
        Paragraph(PROSE),
        HeadingElement("Whether it is safe", 3),
        Paragraph(PROSE),
    )
    article = arranged_elements(
        listed,
        HeadingElement("Scent", 2, anchors=("scent",)),
        Paragraph(PROSE),
        HeadingElement("The lamp", 3, anchors=("light",)),
        Paragraph(PROSE),
        *asked,
        HeadingElement("Breath", 2),
        Paragraph(PROSE),
    )
    assert article.warnings == (
        "The contents list leaves out “Common Questions”, “Breath”; the new one has them.",
    )
