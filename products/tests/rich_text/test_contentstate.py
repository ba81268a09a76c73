import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from products.availability import State
from products.models import ProductPage
from products.tests.factories import make_product
from qnwellness.content import references

from .mentions import stored

pytestmark = pytest.mark.django_db

FEATURES = ["bold", "italic", "superscript", "link", "product", "ol", "ul"]


@pytest.fixture
def converter():
    return ContentstateConverter(FEATURES)


@pytest.fixture
def product():
    return make_product()


def rename(product, title):
    ProductPage.objects.filter(pk=product.pk).update(title=title)


def opened(converter, html):
    return json.loads(converter.from_database_format(html))


def entities(state):
    return [entity["data"] for entity in state["entityMap"].values() if entity["type"] == "PRODUCT"]


def saved(converter, state):
    return converter.to_database_format(json.dumps(state))


class TestTextThatIsOpenedAndSaved:
    def long_text(self, product, other):
        return (
            f'<p data-block-key="a1">Take {stored(product, product.title)} with food, it’s "best" &amp; safe.</p>'
            f'<ul><li data-block-key="b1"><b>Bold</b> {stored(other, "that <i>other</i> one", "own")}</li>'
            f'<li data-block-key="b2">{stored(other, "<b>" + other.title + "</b>")}</li></ul>'
            f'<ol><li data-block-key="c1">{stored(product, "A")}{stored(other, "B", "own")}</li></ol>'
            f'<p data-block-key="d1"><a href="https://example.com/?a=1&amp;b=2">Link</a> and'
            f" {stored(999999, 'gone since')}<br/>{stored(999999, 'gone too', 'own')}.</p>"
        )

    def test_is_unchanged(self, converter, product):
        html = self.long_text(product, make_product("Calm", "calm"))
        assert saved(converter, opened(converter, html)) == html

    def test_is_unchanged_after_products_were_renamed(self, converter, product):
        other = make_product("Calm", "calm")
        html = self.long_text(product, other)
        rename(product, "Bone & Joint <b>™")
        rename(other, "Calmer")
        assert saved(converter, opened(converter, html)) == html

    def test_keeps_the_words_of_a_hidden_product(self, converter, product):
        html = f'<p data-block-key="a1">{stored(product, "Bone Essential™")}</p>'
        rename(product, "Secret name")
        ProductPage.objects.filter(pk=product.pk).update(state=State.HIDDEN)
        assert saved(converter, opened(converter, html)) == html


class TestTheEditor:
    def test_shows_the_name_of_today(self, converter, product):
        rename(product, "Bone Complete™")
        html = f"<p>Take {stored(product, '<b>Bone Essential™</b>')} <b>daily</b>.</p>"
        block = opened(converter, html)["blocks"][0]
        assert block["text"] == "Take Bone Complete™ daily."
        assert [(mention["offset"], mention["length"]) for mention in block["entityRanges"]] == [(5, 14)]
        assert [(bold["offset"], bold["length"]) for bold in block["inlineStyleRanges"]] == [(5, 14), (20, 5)]

    def test_shows_the_words_of_a_mention_that_keeps_its_own(self, converter, product):
        rename(product, "Bone Complete™")
        assert opened(converter, stored(product, "ours", "own"))["blocks"][0]["text"] == "ours"

    def test_is_told_about_the_product(self, converter, product):
        assert entities(opened(converter, stored(product, "Bone"))) == [
            {
                "id": product.pk,
                "text": "name",
                "name": "Bone Essential™",
                "words": "Bone",
                "status": "In stock",
                "shown": True,
            }
        ]

    @pytest.mark.parametrize("wording", ["name", "own"])
    def test_keeps_id_and_words_of_a_deleted_product_and_marks_it(self, converter, wording):
        state = opened(converter, f"<p>{stored(999999, 'Bone', wording)}</p>")
        [mention] = entities(state)
        assert (mention["id"], mention["text"], mention["words"]) == (999999, wording, "Bone")
        assert not mention["shown"]
        assert mention["status"].startswith("Deleted")

    def test_marks_a_product_readers_may_not_see(self, converter, product):
        product.unpublish()
        [mention] = entities(opened(converter, stored(product, "Bone")))
        assert not mention["shown"]
        assert mention["status"].startswith("Not published: readers see the words")

    def test_opens_a_mention_without_a_product(self, converter):
        state = opened(converter, '<p data-block-key="a1"><a linktype="product" text="name">Bone</a></p>')
        assert saved(converter, state) == '<p data-block-key="a1">Bone</p>'

    def test_loads_a_product_once_a_text(self, converter, product, django_assert_num_queries):
        html = f"<p>{stored(product, 'x')}</p>" * 20
        with django_assert_num_queries(3):  # product, pictures, restrictions
            opened(converter, html)

    def test_loads_all_products_of_a_form_together(self, converter, product, django_assert_num_queries):
        ids = [product.pk, *(make_product(f"Product {n}", f"product-{n}").pk for n in range(5))]
        with references.resolving({"product": ids}), django_assert_num_queries(3):
            for pk in ids:
                opened(converter, stored(pk, "x"))


class TestWhatAnEditorDid:
    def edited(self, converter, product, text, **data):
        """Return what is stored when the editor leaves this text in a mention that followed the name."""
        state = opened(converter, f'<p data-block-key="a1">{stored(product, "Bone")}</p>')
        state["blocks"][0]["text"] = text
        state["blocks"][0]["entityRanges"][0]["length"] = len(text)
        state["entityMap"]["0"]["data"].update(data)
        return saved(converter, state)

    def test_to_the_letters_of_a_name_makes_the_words_its_own(self, converter, product):
        assert stored(product, "Bone Essentials", "own") in self.edited(converter, product, "Bone Essentials")

    def test_when_inserting_a_name_is_stored_as_shown(self, converter, product):
        html = self.edited(converter, product, "Bone Essential™", words="")
        assert stored(product, "Bone Essential™") in html

    def test_with_a_forged_form_ends_as_text(self, converter, product):
        forged = {"words": "<script>x</script>", "id": '7"><script>'}
        assert self.edited(converter, product, "Bone Essential™", **forged) == (
            '<p data-block-key="a1">Bone Essential™</p>'
        )
        html = self.edited(converter, product, "Bone Essential™", words="<script>x</script>")
        assert "&lt;script&gt;x&lt;/script&gt;" in html
        assert "<script" not in html
