"""Every word of a generated document is in its article or among what was set aside, and exactly once."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.document import SourceArticle
from blog.importing.readers import read_data
from blog.importing.readers.markdown import article_of
from blog.tests.importing.readers.test_docx import BOX
from blog.tests.importing.readers.word import document, item, paragraph, part, run
from blog.tests.importing.readers.words import read, words

# "@" becomes a word of its own each time.
WORD_PARTS = (
    *(paragraph(run("@")), paragraph("@", "berschrift1"), paragraph("@", "House"), paragraph("@", "Titel")),
    *(paragraph("@", "Untertitel"), paragraph("@", "Zitat"), paragraph("@", "Beschriftung"), item("@ @")),
    *(
        item("@", 2, 1),
        item("@", level=2),
        paragraph(run("@", "<w:b/>")),
        paragraph(run("@ ") + run("@", "<w:i/>")),
    ),
    *(
        paragraph(run("@ ") + BOX.format(old="").replace("Words in a box.", "@ @")),
        paragraph("1. @"),
        paragraph("• @"),
    ),
    paragraph(run("@", "<w:vanish/>") + run(" @")),
    paragraph(f'<w:ins w:id="1">{run("@")}</w:ins>'),
    paragraph(f'<w:hyperlink w:anchor="a">{run("@")}</w:hyperlink>'),
    paragraph(
        '<w:fldSimple w:instr="SEQ">' + run("@ ") + "</w:fldSimple><m:oMath><m:r><m:t>@</m:t></m:r></m:oMath>"
    ),
    f"<w:tbl><w:tr><w:tc>{paragraph('@')}</w:tc><w:tc>{paragraph('@')}</w:tc></w:tr></w:tbl>",
    f"<w:tbl><w:tr><w:tc>{paragraph('@')}{item('@')}</w:tc></w:tr></w:tbl>",
    f"<w:sdt><w:sdtContent>{paragraph('@')}</w:sdtContent></w:sdt>",
    paragraph(run("@") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    paragraph('<w:r><w:pict><v:shape><v:textpath string="@"/></v:shape></w:pict></w:r>' + run("@")),
)
MARKS = (
    *(
        "@ @\n",
        "# @\n",
        "## @ **@**\n",
        "@\n---\n",
        "- @\n- @\n  - @\n",
        "1. @\n2. @\n",
        "- [ ] @\n- [x] @\n",
    ),
    *("| @ | @ |\n|---|---|\n| @ | [@](#@) |\n".replace("(#@)", "(/x)"), "> @\n> @\n", "`@` and *@*\n"),
    *(
        "```\n@\n```\n",
        "@[^1] @[^2]\n\n[^1]: @\n",
        "[^3]: @\n",
        "@\n: @\n",
        "<div><p>@</p>@</div>\n",
        "[@](x.md) <b>@</b>\n",
    ),
    *(
        "• @\n• @\n",
        "## @ {#id}\n",
        "@  \n@\\\n@\n",
        "![@](a.png)\n",
        "* * *\n",
        "**@**\n",
        "{{< figure @ >}}\n",
        "~~@~~\n",
    ),
)


def filled(text: str) -> tuple[str, Counter[str]]:
    """A text in which each "@" is another word, and these words."""
    pieces = text.split("@")
    numbered = [f"word{number}x" for number in range(len(pieces) - 1)]
    return "".join(a + b for a, b in zip(pieces, [*numbered, ""], strict=True)), Counter(numbered)


def only(numbered: Counter[str], found: Counter[str]) -> Counter[str]:
    return Counter({word: count for word, count in found.items() if word in numbered})


def check_word(parts: list[str]) -> None:
    note = f'<w:footnote w:id="2">{paragraph("a note")}</w:footnote>'
    body, numbered = filled("".join(parts))
    (article,) = read_data(document(body, footnotes=part("footnotes", note)), source="a.docx")
    assert isinstance(article, SourceArticle)
    found = read(article) + words(f"{article.title or ''} {article.standfirst or ''}")
    assert only(numbered, found) == numbered


def check_markdown(parts: list[str]) -> None:
    text, numbered = filled("\n".join(parts))
    assert only(numbered, read(article_of(text, "a.md"))) == numbered


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORD_PARTS), min_size=1, max_size=12))
def test_no_word_of_a_word_document_is_lost_or_doubled(parts: list[str]) -> None:
    check_word(parts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=12))
def test_no_word_of_markdown_is_lost_or_doubled(parts: list[str]) -> None:
    check_markdown(parts)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORD_PARTS), min_size=1, max_size=20))
def test_no_word_of_many_word_documents_is_lost_or_doubled(parts: list[str]) -> None:
    check_word(parts)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(MARKS), min_size=1, max_size=20))
def test_no_word_of_many_markdown_texts_is_lost_or_doubled(parts: list[str]) -> None:
    check_markdown(parts)
