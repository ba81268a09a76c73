"""Links within a text."""

from blog.importing.document import Heading, HeadingElement, Paragraph, Text
from blog.tests.importing.structure.arranging import PROSE, arranged_elements

SCENT = HeadingElement("Scent", 2, anchors=("scent",))


def texts(article) -> str:
    return "".join(block.html for block in article.blocks if isinstance(block, Text))


def test_a_link_to_a_heading_stays() -> None:
    article = arranged_elements(Paragraph('See <a href="#scent">below</a>.'), SCENT, Paragraph(PROSE))
    assert '<a href="#scent">below</a>' in texts(article)
    assert article.warnings == ()


def test_a_link_with_the_address_of_the_article_itself_is_one_within_it() -> None:
    article = arranged_elements(
        Paragraph('See <a href="https://shop.example/blogs/news/evenings?x=1#scent">below</a>.'),
        SCENT,
        Paragraph(PROSE),
        path="/blogs/news/evenings",
    )
    assert '<a href="#scent">below</a>' in texts(article)


def test_a_link_to_another_page_is_left_alone() -> None:
    link = '<a href="/blogs/news/mornings#scent">there</a>'
    assert link in texts(arranged_elements(Paragraph(f"See {link}."), SCENT, Paragraph(PROSE)))


def test_a_link_that_leads_nowhere_is_words_and_told() -> None:
    article = arranged_elements(Paragraph('See <a href="#gone">below</a>.'), SCENT, Paragraph(PROSE))
    assert "<p>See below.</p>" in texts(article)
    assert article.warnings == ("Links within the text that lead nowhere are words only now: “#gone”.",)


def test_a_link_to_a_paragraph_leads_to_the_heading_over_it_and_is_told() -> None:
    article = arranged_elements(
        Paragraph('See <a href="#story">below</a>.'), SCENT, Paragraph(PROSE, anchors=("story",))
    )
    assert Heading("Scent", 2, anchors=("scent", "story")) in article.blocks
    assert '<a href="#story">below</a>' in texts(article)
    assert len(article.warnings) == 1
    assert article.other_anchors == ()


def test_fragments_nothing_leads_to_are_handed_on_without_a_word() -> None:
    article = arranged_elements(SCENT, Paragraph(PROSE, anchors=("story",)))
    assert article.other_anchors == ("story",)
    assert article.warnings == ()
