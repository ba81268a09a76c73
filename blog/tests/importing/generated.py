"""Articles in HTML made up by hypothesis, with every habit of shops and editors, and the words a reader sees in each.

`articles()` is for whoever tests a way from HTML into the site: what it yields tells its HTML and its visible texts.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from hypothesis import strategies as st

from blog.tests.importing.accounting import counted

PROSE = (
    "It opens the door to the evening.",
    "Leaves, light and breath work on two sides of one stair, and neither of them is in any hurry to say which.",
    "Scent is older than words and harder to forget. Nobody who has kept a slow hour gives it up for a loud one, "
    "although the loud one is cheaper and the slow one has to be learned.",
    "For a slow evening, consider Harbour Calm™, which carries two leaves in one cup.",
    "Nobody’s Cup™ is no product & never was one; 1 < 2.",
    "Rest is worth having for its own sake. " * 9,
)
TITLES = (
    "Quiet Evenings",
    "Lavender: The Door",
    "How it works",
    "Does it help?",
    "Dosage Guidelines",
    "Benefits of a Slow Hour",
    "Better Together",
    "Key points",
    "Ready to Rest!",
    "What to avoid:",
    "Conclusion",
)
POINTS = ("one leaf", "Two leaves, dried", "Lavender: opens the door", "20–30 g", "Never after noon.")
AMOUNTS = ("1-2 cups daily", "20–30 g", "400 mg", "99%")
LABELS = ("Lavender", "Harbour salts", "Chamomile")
CALLS = ("Learn more", "Shop Slow Wave™", "Read more →")
LINKS = (
    "/products/slow-wave",
    "https://shop.example/en/collections/rest/products/harbour-calm?variant=1&utm_source=x",
    "/products/nobody",
    "https://example.org/a?b=c",
    "/blogs/news/other-evenings",
)
FRAGMENTS = tuple(f"part-{number}" for number in range(6))


@dataclass(frozen=True)
class Piece:
    """HTML, and every text a reader sees of it, as often as it is seen."""

    html: str
    texts: tuple[str, ...] = ()

    @property
    def words(self) -> Counter[str]:
        """The words of the texts with how often they are seen."""
        return counted(self.texts)


def joined(pieces: Iterable[Piece], around: str = "{}") -> Piece:
    """Pieces after each other, in HTML that stands around them."""
    found = list(pieces)
    html = around.replace("{}", "".join(piece.html for piece in found))
    return Piece(html, tuple(text for piece in found for text in piece.texts))


def text_in(*texts: str) -> st.SearchStrategy[Piece]:
    """One of some texts, escaped, with the spaces and signs that come with copied text."""
    plain = st.sampled_from(texts).map(lambda text: Piece(escape(text, quote=False), (text,)))
    spaced = st.sampled_from(texts).map(
        lambda text: Piece(escape(text, quote=False).replace(" ", "&nbsp; ").replace("™", "&trade;"), (text,))
    )
    return plain | plain | spaced


def in_tag(tag: str, inner: st.SearchStrategy[Piece], attributes: str = "") -> st.SearchStrategy[Piece]:
    """What is in an element."""
    return inner.map(lambda piece: Piece(f"<{tag}{attributes}>{piece.html}</{tag}>", piece.texts))


def inline() -> st.SearchStrategy[Piece]:
    """A phrase in whatever look, or a link."""
    phrase = text_in(*PROSE[:5], *POINTS)
    looks = [in_tag(tag, phrase) for tag in ("strong", "em", "span", "b")]
    links = [in_tag("a", text_in(*POINTS, *CALLS), f' href="{escape(link)}"') for link in LINKS]
    inner = [in_tag("a", text_in(*POINTS), f' href="#{fragment}"') for fragment in FRAGMENTS[:3]]
    return st.one_of(phrase, phrase, *looks, *links, *inner)


def paragraph() -> st.SearchStrategy[Piece]:
    """A paragraph of one phrase or several, perhaps with breaks between them."""
    between = st.sampled_from((" ", "<br>", "<br><br>", " <br/>&nbsp;<br/> "))
    phrases = st.tuples(st.lists(inline(), min_size=1, max_size=3), between).map(
        lambda found: Piece(
            f"<p>{found[1].join(piece.html for piece in found[0])}</p>",
            tuple(text for piece in found[0] for text in piece.texts),
        )
    )
    prose = in_tag("p", text_in(*PROSE), ' style="color:red" data-mce-fragment="1"')
    anchored = st.sampled_from(FRAGMENTS).flatmap(lambda name: in_tag("p", text_in(*PROSE), f' id="{name}"'))
    return prose | phrases | anchored


def heading() -> st.SearchStrategy[Piece]:
    """A heading of any level, with or without a fragment, bold type or words."""
    tags = st.sampled_from(("h1", "h2", "h2", "h2", "h3", "h3", "h4", "h5", "h6"))
    plain = tags.flatmap(lambda tag: in_tag(tag, text_in(*TITLES)))
    named = st.tuples(tags, st.sampled_from(FRAGMENTS)).flatmap(
        lambda found: in_tag(found[0], text_in(*TITLES), f' id="{found[1]}"')
    )
    bold = in_tag("p", in_tag("strong", text_in(*TITLES, *LABELS)))
    odd = st.sampled_from((Piece("<h2></h2>"), Piece('<h3 id="part-4">&nbsp;</h3>')))
    long = in_tag("h2", text_in(PROSE[-1]))
    return st.one_of(plain, named, named, bold, odd, long)


def bullets(inner: st.SearchStrategy[Piece] | None = None) -> st.SearchStrategy[Piece]:
    """A list, perhaps with one nested in its last item."""
    item = in_tag("li", inline() if inner is None else inner)
    items = st.lists(item, min_size=1, max_size=4).map(joined)
    tag = st.sampled_from(("ul", "ol"))
    flat = st.tuples(tag, items).map(lambda found: joined((found[1],), f"<{found[0]}>{{}}</{found[0]}>"))
    nested = st.tuples(items, flat).map(
        lambda found: joined(
            (found[0], Piece(f"<li>{found[1].html}</li>", found[1].texts)),
            "<ul>{}</ul>",
        )
    )
    return flat | flat | nested


def contents_list() -> st.SearchStrategy[Piece]:
    """A contents list, linked or printed, flat or nested, some of whose entries lead nowhere."""
    title = text_in("Table of Contents", "In this article", "On this page:")
    titled = st.one_of(*(in_tag(tag, title) for tag in ("h2", "p", "div")), st.just(Piece("")))
    linked = st.sampled_from((*FRAGMENTS, "nowhere")).flatmap(
        lambda name: in_tag("a", text_in(*TITLES), f' href="#{name}"')
    )
    listing = bullets(linked) | bullets(text_in(*TITLES))
    return st.tuples(titled, listing).map(lambda found: joined(found, '<div class="toc">{}</div>'))


def table() -> st.SearchStrategy[Piece]:
    """A table with or without a row of names, a column of names and a caption."""
    cell = text_in(*POINTS, *AMOUNTS)
    names = st.tuples(in_tag("th", text_in(*LABELS[:2])), in_tag("th", text_in("A day", "At most"))).map(
        lambda row: joined(row, "<tr>{}</tr>")
    )
    first = st.sampled_from(("td", "th")).flatmap(lambda tag: in_tag(tag, cell))
    row = st.tuples(first, in_tag("td", cell)).map(lambda found: joined(found, "<tr>{}</tr>"))
    caption = in_tag("caption", text_in(*TITLES)) | st.just(Piece(""))
    rows = st.lists(row, min_size=1, max_size=3).map(joined)
    return st.tuples(caption, names | st.just(Piece("")), rows).map(
        lambda found: joined(found, "<table>{}</table>")
    )


def quote() -> st.SearchStrategy[Piece]:
    """A quotation, perhaps with whose it is."""
    by = in_tag("cite", text_in("Carla Meier")) | st.just(Piece(""))
    return st.tuples(in_tag("p", text_in(*PROSE)), by).map(
        lambda found: joined(found, "<blockquote>{}</blockquote>")
    )


def figure() -> st.SearchStrategy[Piece]:
    """A picture with its alternative text and its caption."""
    picture = st.sampled_from(("Leaves in a bowl", "")).map(
        lambda alt: Piece(f'<img src="https://cdn.example/leaf_480x480.png?v=1" alt="{alt}">', (alt,))
    )
    caption = in_tag("figcaption", text_in("Leaves, dried in the shade")) | st.just(Piece(""))
    return st.tuples(picture, caption).map(lambda found: joined(found, "<figure>{}</figure>"))


def notes() -> st.SearchStrategy[Piece]:
    """A paragraph with marks, and the notes they lead to."""
    note = Piece(
        '<ol class="footnotes"><li id="fn-1"><p>Meier C. Evenings. 2021. <a href="#ref-1">↩</a></p></li>'
        '<li id="fn-2"><p>Rossi A. Mornings. 2020.</p></li></ol>',
        ("Meier C. Evenings. 2021.", "Rossi A. Mornings. 2020."),
    )
    marks = Piece(
        '<p>Scent calms.<sup><a id="ref-1" href="#fn-1">[1]</a></sup> Light wakes.<sup>'
        '<a href="#fn-2">[2]</a></sup></p>',
        ("Scent calms. [1] Light wakes. [2]",),
    )
    return st.sampled_from(((marks, note), (marks, Piece("<h2>References</h2>", ("References",)), note))).map(
        joined
    )


def questions() -> st.SearchStrategy[Piece]:
    """Questions with answers under a heading that says so."""
    asked = in_tag("h3", text_in("Is it safe?", "Does it help?", "May I stop?"))
    one = st.tuples(asked, paragraph()).map(joined)
    title = in_tag("h2", text_in("Frequently Asked Questions", "FAQ"))
    return st.tuples(title, st.lists(one, min_size=1, max_size=4).map(joined)).map(joined)


def card() -> st.SearchStrategy[Piece]:
    """What a box of an infographic holds: points, amounts, pairs, a figure, a call."""
    title = st.sampled_from(("h3", "h4", "strong")).flatmap(lambda tag: in_tag(tag, text_in(*TITLES)))
    points = bullets(text_in(*POINTS))
    dose = st.tuples(in_tag("h5", text_in(*LABELS)), in_tag("p", text_in(*AMOUNTS))).map(joined)
    doses = st.lists(dose, min_size=1, max_size=3).map(joined)
    said = in_tag("p", text_in(*PROSE[:3], "Sources: gardens, oils"))
    figure_and_text = st.tuples(in_tag("div", text_in("99%", "1 in 3")), said).map(joined)
    call = st.tuples(said, in_tag("a", text_in(*CALLS), f' href="{LINKS[0]}"')).map(joined)
    inside = st.one_of(points, points, doses, said, figure_and_text, call, figure())
    return st.tuples(title | st.just(Piece("")), inside).map(
        lambda found: joined(found, '<div class="card" style="background:#eee;padding:1em">{}</div>')
    )


def box() -> st.SearchStrategy[Piece]:
    """A section of cards, with a title or under none; or a box about a product."""
    head = in_tag("h2", text_in("The Evening in Brief", *TITLES)) | st.just(Piece(""))
    sub = in_tag("p", text_in("For a softer landing")) | st.just(Piece(""))
    cards = st.lists(card(), min_size=1, max_size=5).map(
        lambda found: joined(found, '<div class="grid">{}</div>')
    )
    drawn = st.tuples(head, sub, cards).map(
        lambda found: joined(found, '<section style="border:1px solid green">{}</section>')
    )
    link = in_tag("a", text_in(*CALLS), f' class="button" href="{LINKS[1]}"')
    about = st.tuples(in_tag("h4", text_in("Harbour Calm™")), in_tag("p", text_in(PROSE[0])), link).map(
        lambda found: joined(found, '<div style="border:1px solid">{}</div>')
    )
    return drawn | drawn | about


def other() -> st.SearchStrategy[Piece]:
    """What stands around and between: films, dividers, bare words, wrappers, furniture."""
    return st.one_of(
        st.just(Piece('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>')),
        st.just(Piece("<hr>")),
        st.just(Piece("<p>&nbsp;</p><style>.a{color:red}</style>")),
        in_tag("div", text_in(*PROSE)),
        text_in(*PROSE),
        in_tag("p", in_tag("a", text_in("Back to blog"), ' href="/blogs/news"')),
        in_tag("p", text_in("By Carla Meier | 5 min read", "Share this")),
    )


def parts() -> st.SearchStrategy[Piece]:
    """One part of an article."""
    makers: tuple[Callable[[], st.SearchStrategy[Piece]], ...] = (
        paragraph,
        paragraph,
        heading,
        heading,
        bullets,
        table,
        quote,
        figure,
        questions,
        box,
        box,
        other,
    )
    return st.one_of(*(maker() for maker in makers))


def articles(most: int = 14) -> st.SearchStrategy[Piece]:
    """Whole articles: some parts in any order, perhaps with a contents list, notes, and a wrapper around it all."""
    body = st.lists(parts(), min_size=1, max_size=most)
    opening = contents_list() | st.just(Piece(""))
    closing = notes() | st.just(Piece(""))
    around = st.sampled_from(("{}", "{}", '<div class="rte"><div>{}</div></div>'))

    def whole(found: tuple[Piece, list[Piece], Piece, str]) -> Piece:
        first, middle, last, wrapper = found
        return joined((*middle[:1], first, *middle[1:], last), wrapper)

    return st.tuples(opening, body, closing, around).map(whole)
