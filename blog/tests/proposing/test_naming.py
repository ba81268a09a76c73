"""Names of products become mentions."""

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.blocks.text import TEXT_FEATURES
from blog.models import ArticlePage
from blog.naming.names import Name, NameKind, Names
from blog.naming.written import NamingText, written_names
from blog.proposing.naming import Extent, link_products, linked_names
from blog.tests.factories import block, callout, heading, infographic, line, make_article, text
from products.models import FormerKey
from products.tests.factories import make_product
from qnwellness.content.rich_text import to_stored

NAMES = Names(
    [
        Name("Bone Essential™", 7),
        Name("Plant Glucosamine™", 8),
        Name("Bone Essential™ / Plant Glucosamine™", 8, NameKind.OTHER),
        Name("Osteo Base", 7, NameKind.FORMER),
    ]
)
LINK = re.compile(r"</?a\b[^<>]*>")
BEGUN = '<a linktype="product" id="7" text="name">'


def stored(*blocks: Any, extent: Extent = Extent.ALL, products: Any = None) -> list[Any]:
    stream = ArticlePage._meta.get_field("body").stream_block
    return [item["value"] for item in linked_names(stream, list(blocks), NAMES, extent, products).raw]


def linked(html: str, extent: Extent = Extent.ALL) -> str:
    (value,) = stored(text(html), extent=extent)
    return value


class TestAName:
    def test_becomes_a_mention_that_follows_the_name(self) -> None:
        assert linked("<p>Take Bone Essential daily.</p>") == f"<p>Take {BEGUN}Bone Essential</a> daily.</p>"

    def test_keeps_its_marks_and_its_capitals(self) -> None:
        assert linked("<p>BONE ESSENTIAL™</p>") == f"<p>{BEGUN}BONE ESSENTIAL™</a></p>"

    def test_that_is_another_name_stays_the_editors_own_words(self) -> None:
        html = "<p>Bone Essential™ / Plant Glucosamine™</p>"
        assert 'id="8" text="own">Bone Essential™ / Plant Glucosamine™</a>' in linked(html)

    def test_that_is_a_former_one_follows_the_name_of_today(self) -> None:
        assert linked("<p>Osteo Base</p>") == f"<p>{BEGUN}Osteo Base</a></p>"

    def test_is_linked_across_bold_letters(self) -> None:
        html = linked("<p>Very <b>good Bone</b> Essential.</p>")
        assert words_of(html) == "Very good Bone Essential."
        assert html.count("<b>") == html.count("</b>") == 2
        assert html.count('linktype="product"') == 1

    @pytest.mark.parametrize(
        "html",
        [
            '<p><a href="https://example.com/">Bone Essential</a></p>',
            '<p>Bone <a href="https://example.com/">Essential</a></p>',
            "<p>Bone Essentials and bone essential</p>",
        ],
    )
    def test_is_let_be_in_links_and_in_longer_words(self, html: str) -> None:
        assert linked(html) == html

    def test_is_let_be_in_headings_quotes_callouts_and_plain_fields(self) -> None:
        blocks = [
            heading("Bone Essential"),
            block("quote", {"text": "Bone Essential", "attribution": "", "source": ""}),
            callout(type("P", (), {"pk": 7}), "Bone Essential"),
            infographic(
                block("nutrient", {"title": "Zinc", "points": [block("item", line("Bone Essential"))]})
            ),
        ]
        assert stored(*blocks) == [item["value"] for item in blocks]


class TestTheFirstInEachSection:
    def test_is_the_only_one(self) -> None:
        one, other, _heading, third = stored(
            text("<p>Bone Essential, Bone Essential</p>"),
            text("<p>Bone Essential and Plant Glucosamine</p>"),
            heading("B"),
            text("<p>Bone Essential</p>"),
            extent=Extent.FIRST,
        )
        assert one == f"<p>{BEGUN}Bone Essential</a>, Bone Essential</p>"
        assert "Bone Essential and <a " in other
        assert third == f"<p>{BEGUN}Bone Essential</a></p>"

    def test_is_linked_already_where_any_is(self) -> None:
        html = f"<p>Bone Essential, {BEGUN}Bone Essential</a></p>"
        assert linked(html, Extent.FIRST) == html


def test_one_product_is_linked_alone() -> None:
    (value,) = stored(text("<p>Bone Essential, Plant Glucosamine</p>"), products={8})
    assert value.startswith('<p>Bone Essential, <a linktype="product" id="8"')


PIECES = st.sampled_from(
    [
        *(
            "Bone Essential",
            "Bone Essential™",
            "Bone\u00a0Essential",
            "Bone Essentials",
            "Plant Glucosamine®",
        ),
        *("Bone", "Essential", " ", " ", "’s ", "&amp;", "&lt;", "&quot;", ", ", "<br/>", "🦴 "),
        "<b>Bone</b> Essential",
        "<i>Bone <b>Essential</b></i>",
        "Bone<sup>x</sup> Essential",
        "Bone Essential™ / Plant Glucosamine™",
        f"{BEGUN}Bone Essential</a>",
        '<a href="https://example.com/?a=1&amp;b=2">Bone</a>',
        '<a linktype="fact" id="3">5 mg</a>',
        '<a linktype="source" id="4">Ada 2019</a>',
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join)


@given(TEXTS, TEXTS, st.sampled_from(Extent))
@settings(max_examples=150, deadline=None)
def test_nothing_changes_but_links_and_nothing_is_left_to_link(one: str, other: str, extent: Extent) -> None:
    html, _removals = to_stored(f"<p>{one}</p><ul><li>{other}</li></ul>", TEXT_FEATURES)
    new = linked(html, extent)
    assert words_of(new) == words_of(html)
    assert linked(new, extent) == new
    for tag in LINK.findall(html):
        assert html.count(tag) <= new.count(tag)
    assert new.count("<a") == new.count("</a>")
    if extent is Extent.ALL:
        assert list(written_names([NamingText(new, "body.a")], NAMES)) == []
        assert to_stored(new, TEXT_FEATURES)[0] == new


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^<>]*>", "", html))


@pytest.mark.django_db
class TestCarryingItOut:
    def test_makes_a_new_draft_and_leaves_the_published_article(self, admin_user: Any) -> None:
        product = make_product()
        FormerKey.objects.create(product=product, kind="name", value="Osteo Base")
        article = make_article(text("<p>Bone Essential, Osteo Base.</p>"))
        before = article.revisions.count()
        revision, counts = link_products(article, Extent.ALL, admin_user)
        assert counts == {product.pk: 2}
        assert article.revisions.count() == before + 1
        assert str(list(revision.as_object().body.raw_data)).count('linktype="product"') == 2
        assert "linktype" not in str(list(ArticlePage.objects.get(pk=article.pk).body.raw_data))

    def test_writes_nothing_where_there_is_nothing_to_link(self, admin_user: Any) -> None:
        make_product(state="hidden")
        article = make_article(text("<p>Bone Essential.</p>"))
        before = article.revisions.count()
        assert link_products(article, Extent.ALL, admin_user) == (None, {})
        assert article.revisions.count() == before
