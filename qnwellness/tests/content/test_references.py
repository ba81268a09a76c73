import pytest
from wagtail import blocks

from blog.tests.factories import (
    block,
    call_to_action,
    callout,
    infographic,
    make_article,
    mention,
    text,
)
from products.blocks import ProductChooserBlock
from products.tests.factories import make_product
from qnwellness.content import references
from qnwellness.content.references import References, find_references, reference_id, references_in_rich_text


@pytest.fixture
def loads(monkeypatch):
    """Register a loader of "thing" and return the list of its calls."""
    calls = []

    def load(ids):
        calls.append(sorted(ids))
        return {pk: f"thing {pk}" for pk in ids if pk < 100}

    monkeypatch.setitem(references._loaders, "thing", load)
    monkeypatch.setitem(references._rows, "thing", "thing")
    return calls


class TestReferences:
    def test_are_all_loaded_when_the_first_is_asked_for(self, loads):
        found = References({"thing": [1, 2, 3]})
        assert found.one("thing", 2) == "thing 2"
        assert found.many("thing", [1, 3]) == {1: "thing 1", 3: "thing 3"}
        assert loads == [[1, 2, 3]]

    def test_nobody_asks_for_are_not_loaded(self, loads):
        References({"thing": [1]})
        assert loads == []

    def test_without_an_object_are_asked_for_once(self, loads):
        found = References()
        assert found.one("thing", 500) is None
        assert found.many("thing", [500]) == {}
        assert loads == [[500]]

    def test_nobody_announced_are_loaded_too(self, loads):
        found = References({"thing": [1]})
        found.one("thing", 1)
        assert found.one("thing", 2) == "thing 2"
        assert loads == [[1], [2]]

    def test_belong_to_one_page_at_a_time(self, loads):
        assert not references.is_rendering()
        with references.resolving({"thing": [1]}) as outer:
            with references.resolving({"thing": [2]}) as inner:
                assert references.current() is inner
            assert references.current() is outer
        assert not references.is_rendering()
        assert references.current() is not outer

    def test_are_not_looked_for_where_stored_text_is_handled_as_it_is(self, loads):
        with references.unresolved() as found:
            assert references.current() is found
            assert found.one("thing", 1) is None
        assert loads == []

    def test_end_with_the_page_when_rendering_fails(self):
        with pytest.raises(ZeroDivisionError), references.resolving({}):
            1 / 0  # noqa: B018 - fails on purpose
        assert not references.is_rendering()


class TestReferencesOfAValue:
    def test_are_resolved_together(self, loads):
        class ThingBlock(blocks.CharBlock):
            reference_kind = "thing"

        with references.resolving_value(blocks.ListBlock(ThingBlock()), [block("item", 1), block("item", 2)]):
            references.current().one("thing", 2)
        assert loads == [[1, 2]]

    def test_are_left_to_the_page_that_is_being_rendered(self):
        with references.resolving({}) as page, references.resolving_value(blocks.CharBlock(), "") as inner:
            assert inner is page


class TestAStoredId:
    @pytest.mark.parametrize(("raw", "pk"), [("7", 7), (7, 7), ("0", 0)])
    def test_is_a_number(self, raw, pk):
        assert reference_id(raw) == pk

    @pytest.mark.parametrize("raw", [None, "", "x", "-7", "7.5", "²", True, "9" * 19, "9" * 5000])
    def test_is_none_where_no_object_can_have_it(self, raw):
        assert reference_id(raw) is None


class TestReferencesInRichText:
    def test_are_found_in_their_order(self):
        html = (
            '<p><a linktype="product" id="7" text="name">a</a> <a href="https://example.com/" id="3">b</a>'
            '<a linktype="page" id="2"><b>c</b></a><a id="7" linktype="product">d</a></p>'
        )
        assert list(references_in_rich_text(html)) == [("product", 7), ("page", 2), ("product", 7)]

    def test_without_a_usable_id_are_left_out(self):
        html = (
            '<a linktype="page">a</a><a linktype="page" id="x">b</a><a linktype="page" id="'
            + "9" * 40
            + '">c</a>'
        )
        assert list(references_in_rich_text(html)) == []


class TestReferencesInBlocks:
    class Body(blocks.StreamBlock):
        text = blocks.RichTextBlock()
        one = ProductChooserBlock()
        many = blocks.ListBlock(blocks.StructBlock([("product", ProductChooserBlock(required=False))]))

    def test_are_found_at_any_depth_and_in_their_order(self):
        raw = [
            block("text", '<a linktype="product" id="1">a</a>'),
            block(
                "many", [block("item", {"product": 2}), block("item", {"product": None}), block("item", {})]
            ),
            block("one", 3),
            block("gone", 4),
        ]
        assert list(find_references(self.Body(), raw)) == [("product", 1), ("product", 2), ("product", 3)]


@pytest.mark.slow
@pytest.mark.django_db
class TestAPageWithManyReferences:
    def queries(self, client, article, captured):
        client.get(article.url)
        with captured as queries:
            assert client.get(article.url).status_code == 200
        return [query["sql"] for query in queries if "products_product" in query["sql"]]

    def test_asks_for_products_as_often_as_one_with_a_single_one(
        self, client, made_anew, django_assert_max_num_queries
    ):
        products = [make_product(f"Product {n}", f"product-{n}") for n in range(40)]
        one = make_article(text(f"<p>{mention(products[0])}</p>"), title="One")
        pairs = zip(products[::2], products[1::2], strict=True)
        many = make_article(
            *[text(f"<p>{mention(left)} and {mention(right, 'it', 'own')}</p>") for left, right in pairs],
            *[callout(product) for product in products[:10]],
            infographic(call_to_action(products[20])),
            title="Many",
        )
        response = client.get(many.url).content.decode()
        assert response.count('class="mention"') == 40
        expected = self.queries(client, one, django_assert_max_num_queries(60))
        found = self.queries(client, many, django_assert_max_num_queries(60))
        assert 0 < len(found) == len(expected)
