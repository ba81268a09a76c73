from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.rich_text import features

from products.availability import State
from products.models import ProductPage
from products.rich_text.link_handler import ProductMentionHandler
from products.tests.factories import make_product

from .mentions import shown, stored

pytestmark = pytest.mark.django_db


def rename(product, title):
    ProductPage.objects.filter(pk=product.pk).update(title=title)


class TestAShownProduct:
    @pytest.mark.parametrize("state", [State.LIVE, State.OUT_OF_STOCK, State.DISCONTINUED])
    def test_is_linked_in_every_state_that_is_shown(self, state):
        product = make_product(state=state)
        assert shown(f"<p>Take {stored(product, 'Bone Essential™')} daily.</p>") == (
            '<p>Take <a class="mention" href="/products/bone-essential/">Bone Essential™</a> daily.</p>'
        )

    def test_goes_by_its_name_of_today(self):
        product = make_product()
        rename(product, "Bone Complete™")
        assert ">Bone Complete™</a>" in shown(stored(product, "Bone Essential™"))

    def test_goes_by_the_words_of_a_mention_that_keeps_its_own(self):
        product = make_product()
        rename(product, "Bone Complete™")
        assert ">our <i>bone</i> formula</a>" in shown(stored(product, "our <i>bone</i> formula", "own"))

    def test_has_its_name_inside_the_elements_that_held_all_the_words(self):
        product = make_product()
        rename(product, "Bone Complete™")
        assert "><b><i>Bone Complete™</i></b></a>" in shown(stored(product, "<b><i>Bone</i></b>"))
        assert ">Bone Complete™</a>" in shown(stored(product, "<b>Bone</b> Essential"))

    def test_cannot_smuggle_markup_into_the_text(self):
        name = """</a><script>alert("1 & 2")</script> data-name="x" '"""
        product = make_product(name)
        assert shown(stored(product, "words")) == (
            '<a class="mention" href="/products/bone-essential/">'
            "&lt;/a&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt; data-name=&quot;x&quot; &#x27;</a>"
        )


def hide(product):
    ProductPage.objects.filter(pk=product.pk).update(state=State.HIDDEN)


def unpublish(product):
    product.unpublish()


def expire(product):
    ProductPage.objects.filter(pk=product.pk).update(expire_at=timezone.now() - timedelta(days=1))


def restrict(product):
    PageViewRestriction.objects.create(page=product, restriction_type=PageViewRestriction.LOGIN)


def restrict_the_list(product):
    PageViewRestriction.objects.create(page=product.get_parent(), restriction_type=PageViewRestriction.LOGIN)


def delete(product):
    product.delete()


class TestAProductReadersMayNotSee:
    @pytest.mark.parametrize("take_away", [hide, unpublish, expire, restrict, restrict_the_list, delete])
    @pytest.mark.parametrize("wording", ["name", "own"])
    def test_leaves_the_stored_words_and_nothing_else(self, take_away, wording):
        product = make_product()
        html = f"<p>Take {stored(product, '<b>Bone</b> Essential™', wording)} daily.</p>"
        rename(product, "Secret name")
        take_away(ProductPage.objects.get(pk=product.pk))
        assert shown(html) == "<p>Take <b>Bone</b> Essential™ daily.</p>"

    @pytest.mark.parametrize("pk", ["", "x", "None", "9" * 40, "0"])
    def test_is_one_that_never_was(self, pk):
        assert shown(f"<p>{stored(pk, 'words')}</p>") == "<p>words</p>"


class TestManyMentions:
    @pytest.mark.slow
    def test_of_one_text_are_loaded_together(self, django_assert_num_queries):
        products = [make_product(f"Product {n}", f"product-{n}") for n in range(10)]
        html = "".join(
            f"<p>{stored(product, 'x')} and {stored(product, 'y', 'own')}</p>" for product in products
        )
        shown(html)
        with django_assert_num_queries(3):  # products, their pictures, restrictions
            assert shown(html).count('class="mention"') == 20


class TestTheReferenceIndex:
    def test_is_given_the_product(self):
        product = make_product()
        found = ProductMentionHandler.extract_references({"id": str(product.pk), "text": "name"})
        assert list(found) == [(ProductPage, str(product.pk), "", "")]

    def test_is_given_nothing_for_a_link_without_a_product(self):
        assert list(ProductMentionHandler.extract_references({"id": "x"})) == []

    def test_lists_the_page_that_mentions_a_product(self):
        product = make_product()
        features.get_link_types()
        other = make_product("Other", "other", description=f"<p>{stored(product, 'x')}</p>")
        references = ReferenceIndex.get_references_to(product)
        assert [reference.object_id for reference in references] == [str(other.pk)]
