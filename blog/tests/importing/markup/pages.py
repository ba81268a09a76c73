"""Any HTML, for tests that hold whatever it is: each word comes once, so that none can be mistaken for another."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html import unescape

from bs4 import BeautifulSoup
from hypothesis import strategies as st

from blog.importing.markup import Markup

# Addresses, which are told of what cannot be kept, have no words like these.
_WORD = re.compile(r"\bb[a-z]{3}\b")
# What is in these fields of an element is no word of the text.
_NO_WORDS = frozenset(("address", "name", "key", "fragment", "anchors", "line", "place", "reason"))

_BLOCK_NAMES = """
    div p section article h1 h2 h3 ul ol li blockquote figure figcaption details summary dl dt dd aside nav header
    footer form button pre center table tr td th caption tbody main address o:p product-card svg text
"""
BLOCKS = tuple(_BLOCK_NAMES.split())
PHRASES = (
    "span",
    "b",
    "strong",
    "i",
    "em",
    "a",
    "sup",
    "sub",
    "cite",
    "q",
    "mark",
    "small",
    "label",
    "u",
    "del",
)
ATTRIBUTES = (
    *(
        "",
        "",
        "",
        'class="card"',
        'style="background:#eee"',
        'style="font-weight:700"',
        'href="/1"',
        'href="#a"',
    ),
    *('id="a"', 'style="display:none"', 'class="share"', 'class="rte"', 'itemprop="articleBody"'),
    *('class="wp-caption"', 'class="wp-caption-text"', 'style="mso-list:l0 level2 lfo1"', 'role="heading"'),
    *(
        'class="MsoListParagraph"',
        'itemtype="https://schema.org/Question"',
        'itemprop="name"',
        'class="footer"',
    ),
    *('role="presentation"', 'class="lst-kix_a-1"', 'aria-level="2"'),
)
SIGNS = ("<br>", "<br><br>", "&nbsp;", "•", "1.&#32;", "—", "[1]", "<hr>", "<wbr>", "&amp;", ".", "?", ":")
# How elements stand in each other where somebody means it; "{}" is anything, "<>" one word.
SHAPES = (
    "<table><tr><th>{}<th>{}</tr><tr><td>{}<td>{}</tr></table>",
    "<table><caption><></caption><tr><td>{}<td>{}<td>{}</tr><tr><td>{}</tr></table>",
    "<table><thead><tr><th><><th><><tbody><tr><th><><td>{}<tr><td>{}<td>{}</table>",
    "<table><tr><td colspan=2>{}</td></tr><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td><td>{}</td></tr></table>",
    "<ul><li>{}<li>{}<ol><li>{}<li>{}</ol><></ul>",
    "<ol><li><p>{}</p><p>{}</p></li><li><h3><></h3>{}</li></ol>",
    '<ul><li><a href="#a"><></a><li><a href="#b"><></a></ul>',
    '<h2>Contents</h2><p><a href="#a"><></a><br><a href="#b"><></a> | <a href="#c"><></a></p>',
    "<figure><img src=a.png><figcaption>{}</figcaption></figure>",
    "<p><img src=a.png></p><p><em><></em></p>",
    "<blockquote><p>{}</p><footer>{}</footer></blockquote>",
    "<blockquote><> <><p>— <></p></blockquote>",
    "<details><summary>{}</summary>{}</details>",
    "<dl><dt><>?<dd>{}<dt><>?<dd>{}</dl>",
    "<dl><dt>{}<dd>{}<dd>{}<dt>{}</dl>",
    '<div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">{}</h3><div>{}</div></div>',
    '<p><sup><a href="#fn1">1</a></sup></p><ol><li id="fn1">{}<a href="#r">↩</a></li></ol>',
    "<p><> [1]</p><h2>References</h2><ol><li>{}<li>{}</ol>",
    "<p><strong><></strong></p>{}",
    "<p><b><></b><br>{}</p>",
    "<p>• <><br>• <><br>{}</p>",
    "<p>• <></p><p>• {}</p>",
    '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1">· <></p><p class=MsoListParagraph>§ <></p>',
    "<div class=grid><div class=card><h3><></h3>{}</div><div class=card><h3><></h3>{}</div></div>",
    '<div style="background:red">{}{}</div>',
    '<iframe src="https://maps.example/"></iframe>{}',
    "<svg><text><></text><g><text>{}</text></g></svg>",
    "<nav>{}</nav><main><h1><></h1>{}</main><footer>{}</footer>",
    '<main><h1><></h1><time><></time><div class="rte">{}</div><div class="comments">{}</div></main>',
    "<noscript>{}</noscript><select><option><></select><template>x</template>",
    "{} {}",
)


class Words:
    """Words that each come once."""

    def __init__(self) -> None:
        self._count = 26**3

    def next(self) -> str:
        """The next word."""
        self._count += 1
        number, text = self._count, ""
        while number:
            number, place = divmod(number, 26)
            text = chr(97 + place) + text
        return text


@st.composite
def pages(draw: st.DrawFn) -> str:
    """HTML of any elements in each other, some of them not closed, with words that each come once."""
    parts: list[str] = []
    words = Words()
    stack: list[str] = []
    for kind in draw(st.lists(st.integers(0, 10), min_size=1, max_size=40)):
        if kind < 4 and len(stack) < 30:
            stack.append(draw(st.sampled_from(BLOCKS if kind else PHRASES)))
            parts.append(f"<{stack[-1]} {draw(st.sampled_from(ATTRIBUTES))}>")
        elif kind in (4, 5) and stack:
            name = stack.pop()
            parts.append(f"</{name}>" if kind == 4 else "")
        elif kind == 6:
            parts.append(f" {draw(st.sampled_from(SIGNS))} ")
        elif kind == 7:
            parts.append(draw(shapes(words, 2)))
        else:
            parts.append(f" {words.next()}{draw(st.sampled_from((' ', '. ', '? ')))}")
    html = "".join(parts)
    return f"<!doctype html><html><body>{html}</body></html>" if draw(st.booleans()) else html


@st.composite
def shapes(draw: st.DrawFn, words: Words, depth: int) -> str:
    """Elements as somebody means them, in each other."""
    parts: list[str] = []
    shape = draw(st.sampled_from(SHAPES))
    for part in re.split(r"({}|<>)", shape):
        if part == "<>" or (part == "{}" and (depth == 0 or draw(st.booleans()))):
            part = f" {words.next()} "
        elif part == "{}":
            part = draw(shapes(words, depth - 1))
        parts.append(part)
    return "".join(parts)


def words_shown(html: str) -> Counter[str]:
    """The words of HTML, as another parser finds them."""
    tree = BeautifulSoup(html, "html.parser")
    for unseen in tree(["script", "style", "title", "template"]):
        unseen.decompose()
    return Counter(_WORD.findall(tree.get_text(" ")))


def words_read(markup: Markup) -> Counter[str]:
    """The words in the elements and in what was set aside."""
    texts = [*_texts(markup.elements), *(aside.text for aside in markup.set_aside)]
    return Counter(word for text in texts for word in _WORD.findall(unescape(re.sub(r"<[^<>]*>", " ", text))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NO_WORDS:
                yield from _texts(getattr(value, field.name))
