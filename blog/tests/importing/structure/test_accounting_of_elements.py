"""Whatever elements a reader yields, each of their words comes out as often as it went in, and nothing fails."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import escape, unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.arranging import arrange
from blog.importing.document import (
    BoxElement,
    ContentsElement,
    ContentsLink,
    Element,
    Footnote,
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    QuestionElement,
    QuoteElement,
    SourceArticle,
    TableElement,
    VideoElement,
    plain_text,
)
from blog.tests.importing.accounting import counted, seen
from blog.tests.importing.catalogue import NAMES
from blog.tests.importing.generated import AMOUNTS, CALLS, FRAGMENTS, LABELS, LINKS, POINTS, PROSE, TITLES

ODD = st.text(st.sampled_from("abcAB .:?!–-1%✅❌🌿&<™|"), max_size=20)
TEXTS = (
    st.sampled_from((*PROSE, *TITLES, *POINTS, *AMOUNTS, *LABELS, "FAQ", "Contents", "Related articles"))
    | ODD
)
INLINE = st.one_of(
    TEXTS.map(lambda text: escape(text, quote=False)),
    TEXTS.map(lambda text: f"<strong>{escape(text, quote=False)}</strong> and more"),
    st.tuples(TEXTS, st.sampled_from((*LINKS, "#part-1", "#gone"))).map(
        lambda found: f'<a href="{escape(found[1])}">{escape(found[0], quote=False)}</a>'
    ),
    st.sampled_from(CALLS).map(lambda text: f'<a href="{LINKS[0]}">{text}</a>'),
)
ANCHORS = st.lists(st.sampled_from(FRAGMENTS), max_size=2).map(tuple)
ITEMS = st.lists(INLINE, min_size=1, max_size=4).map(tuple)

SIMPLE: st.SearchStrategy[Element] = st.one_of(
    st.builds(Paragraph, INLINE, anchors=ANCHORS),
    st.builds(Paragraph, INLINE, anchors=ANCHORS),
    st.builds(HeadingElement, TEXTS.map(str.strip), st.integers(1, 7), anchors=ANCHORS),
    st.builds(HeadingElement, st.sampled_from(TITLES), st.integers(2, 4), anchors=ANCHORS),
    st.builds(ListElement, ITEMS, st.booleans()),
    st.builds(PictureElement, st.just("lamp.png"), alt=TEXTS, caption=st.sampled_from(("", "A lamp"))),
    st.builds(
        TableElement,
        st.lists(st.tuples(INLINE, INLINE), min_size=1, max_size=3).map(tuple),
        header=st.booleans(),
        caption=st.sampled_from(("", "Lamps")),
    ),
    st.builds(QuoteElement, TEXTS, attribution=st.sampled_from(("", "Carla Meier"))),
    st.builds(
        VideoElement, st.just("https://www.youtube.com/watch?v=x"), title=st.sampled_from(("", "A film"))
    ),
    st.builds(QuestionElement, TEXTS, INLINE.map(lambda html: f"<p>{html}</p>")),
    st.builds(
        ContentsElement,
        st.lists(
            st.builds(ContentsLink, TEXTS, st.sampled_from((*FRAGMENTS, "", "gone")), st.integers(0, 2)),
            max_size=4,
        ).map(tuple),
        title=st.sampled_from(("", "Contents", "What we cover")),
    ),
    st.builds(
        FootnotesElement,
        st.lists(st.builds(Footnote, st.sampled_from(("1", "2", "3")), INLINE), min_size=1, max_size=3).map(
            tuple
        ),
        title=st.sampled_from(("", "References")),
    ),
)
ELEMENTS = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, min_size=1, max_size=5).map(lambda found: BoxElement(tuple(found))),
    max_leaves=8,
)


_UNSEEN = frozenset(("name", "address", "anchors", "fragment", "key"))


def texts(value: object) -> Iterator[str]:
    """What a reader sees of an element, or of what it is made of."""
    if isinstance(value, str):
        yield plain_text(value) if "<" in value and ">" in value else unescape(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name not in _UNSEEN:
                yield from texts(getattr(value, part.name))


@settings(max_examples=60, deadline=None)
@given(st.lists(ELEMENTS, max_size=12), st.sampled_from(("Evenings by the sea", "Quiet Evenings", None)))
def test_no_word_is_lost_or_doubled(elements: list[Element], title: str | None) -> None:
    source = SourceArticle("quiet", "0", tuple(elements), title=title)
    article = arrange(source, NAMES)
    named_after_file = any(warning.startswith("No title found") for warning in article.warnings)
    every = counted([*([title] if title else []), *(text for element in elements for text in texts(element))])
    result = seen(article, title=not named_after_file)
    if article.hero is not None:
        result += counted([article.hero.alt, article.hero.caption])
    lost, gained = every - result, result - every
    lost = {word: count for word, count in lost.items() if any(map(str.isalpha, word))}
    assert (lost, dict(gained)) == ({}, {}), article
