from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from blog.mentions.collect import CALLOUT, INFOGRAPHIC, INLINE, collect, relate
from blog.tests.factories import block, call_to_action, callout, heading, infographic, mention, text

SEVEN = SimpleNamespace(pk=7, title="Bone Essential™")
NINE = SimpleNamespace(pk=9, title="Plant Glucosamine™")


def kinds(mentions):
    return [(item.product, item.kind, item.section.anchor) for item in mentions]


def test_every_kind_of_mention_is_found_in_document_order():
    body = [
        text(f"<p>First {mention(SEVEN)}.</p>"),
        heading("Amounts"),
        infographic(call_to_action(SEVEN)),
        text(f"<p>Then {mention(NINE, 'that one', 'own')} and {mention(SEVEN)}.</p>"),
        callout(NINE),
    ]
    assert kinds(collect(body)) == [
        (7, INLINE, ""),
        (7, INFOGRAPHIC, "amounts"),
        (9, INLINE, "amounts"),
        (7, INLINE, "amounts"),
        (9, CALLOUT, "amounts"),
    ]


def test_a_mention_inside_a_note_or_a_table_cell_counts():
    note = block("note", {"kind": "caution", "title": "", "text": f"<p>{mention(SEVEN)}</p>"})
    cells = {
        "columns": [{"type": "rich_text", "heading": ""}],
        "rows": [{"values": [f"<p>{mention(NINE)}</p>"]}],
    }
    table = block("table", {"table": cells, "first_column_is_header": False})
    assert kinds(collect([note, table])) == [(7, INLINE, ""), (9, INLINE, "")]


def test_words_that_only_look_like_a_mention_do_not_count():
    body = [
        text(
            '<p><a linktype="page" id="7">a page</a> Bone Essential™ &lt;a linktype="product" id="7"&gt;</p>'
        ),
        callout(SimpleNamespace(pk=None)),
        infographic(call_to_action(None)),
    ]
    assert collect(body) == []


class TestTheRelationOfAProduct:
    def test_takes_its_rank_from_the_strongest_mention(self):
        body = [heading("A"), text(f"<p>{mention(SEVEN)}</p>"), heading("B"), callout(SEVEN)]
        (relation,) = relate(collect(body))
        assert (relation.kind, relation.mentions) == (CALLOUT, 2)
        assert relation.section.title == "B"

    def test_sends_shoppers_to_a_section_whose_heading_can_be_seen(self):
        body = [
            heading("Introduction", "contents"),
            infographic(call_to_action(SEVEN)),
            heading("How much"),
            text(f"<p>{mention(SEVEN)}</p>"),
        ]
        (relation,) = relate(collect(body))
        assert relation.kind == INFOGRAPHIC
        assert relation.section.anchor == "how-much"

    def test_has_no_section_where_the_article_has_no_headings(self):
        (relation,) = relate(collect([text(f"<p>{mention(SEVEN)}</p>")]))
        assert relation.section.anchor == ""


@given(st.lists(st.sampled_from(["inline", "callout", "call", "heading"]), max_size=20))
def test_a_product_is_related_exactly_if_it_is_mentioned(kinds_in_order):
    made = {
        "inline": lambda: text(f"<p>{mention(SEVEN)}</p>"),
        "callout": lambda: callout(NINE),
        "call": lambda: infographic(call_to_action(SEVEN)),
        "heading": lambda: heading("Same words"),
    }
    mentions = collect([made[kind]() for kind in kinds_in_order])
    relations = relate(mentions)
    assert {relation.product for relation in relations} == {mention.product for mention in mentions}
    assert sum(relation.mentions for relation in relations) == len(mentions)
    assert [mention.position for mention in mentions] == list(range(len(mentions)))
