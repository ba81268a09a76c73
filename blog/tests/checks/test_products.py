"""Products an article names and promotes, as its review sees them."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.checks.finding import Level
from blog.checks.findings import review, review_all
from blog.models import ArticlePage
from blog.tests.factories import call_to_action, callout, infographic, make_article, mention, text
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db

BONE = [("Calcium", "L-aspartate", "300 mg"), ("Turmeric", "", "")]


def of(page, rule):
    return [finding for finding in review(page).findings if finding.rule == rule]


class TestNamesThatAreNotLinked:
    def test_are_told_once_a_product(self):
        make_product()
        page = make_article(text("<p>Take Bone Essential.</p>"), text("<p>Bone Essential™!</p>"))
        (finding,) = of(page, "unlinked_product")
        assert finding.message.startswith("“Bone Essential” is named 2 times and never linked.")
        assert (finding.level, finding.quote) == (Level.KNOW, "Take Bone Essential.")

    def test_are_let_be_where_the_product_is_linked_elsewhere(self):
        product = make_product()
        page = make_article(text(f"<p>{mention(product)} and Bone Essential.</p>"))
        assert of(page, "unlinked_product") == []

    @pytest.mark.parametrize("fields", [{"state": "hidden"}])
    def test_of_products_nobody_sees_are_words(self, fields):
        make_product(**fields)
        assert of(make_article(text("<p>Bone Essential</p>")), "unlinked_product") == []


class TestWhatDoesNotFit:
    def test_is_told_with_what_it_contains_and_what_fits_better(self):
        bone = make_product(ingredients=BONE)
        plant = make_product("Plant Glucosamine™", "plant-glucosamine", ingredients=[("Glucosamine", "", "")])
        make_product(
            "Sun™", "sun", ingredients=[("Vitamin D3", "cholecalciferol", "10 µg"), ("K2", "MK-7", "")]
        )
        make_product("Half™", "half", ingredients=[("Cholecalciferol", "", "")])
        make_product("Gone™", "gone", state="discontinued", ingredients=[("Vitamin D3", "", "")])
        page = make_article(callout(bone), infographic(call_to_action(plant)), title="Vitamins K2 and D3")
        (finding,) = of(page, "product_fit")
        assert finding.level == Level.KNOW
        assert finding.message == (
            "This article is about vitamin K and vitamin D. Neither Bone Essential™ nor Plant Glucosamine™ contains"
            " either. Bone Essential™: Calcium and Turmeric. Plant Glucosamine™: Glucosamine."
            " One that fits better: Sun™ contains vitamin K and vitamin D. Half™ contains vitamin D."
        )

    @pytest.mark.parametrize("title", ["Calcium from food", "How bone is built"])
    def test_is_not_told_where_a_salt_fits_or_nothing_is_known(self, title):
        page = make_article(callout(make_product(ingredients=BONE)), title=title)
        assert of(page, "product_fit") == []

    def test_goes_by_what_replaces_a_product(self):
        sun = make_product("Sun™", "sun", ingredients=[("Vitamin D3", "", "")])
        old = make_product(state="discontinued", replacement=sun, ingredients=BONE)
        assert of(make_article(callout(old), title="Vitamin D"), "product_fit") == []

    def test_asks_as_much_for_one_article_as_for_several(self):
        bone = make_product(ingredients=BONE)

        def queries():
            pages = list(ArticlePage.objects.prefetch_related("anchors", "bylines"))
            with CaptureQueriesContext(connection) as captured:
                review_all(pages)
            return len(captured)

        make_article(callout(bone), text("<p>Bone Essential</p>"), title="Vitamin D")
        few = queries()
        for number, nutrient in enumerate(["Zinc", "Iron", "Vitamin C"]):
            make_article(callout(bone), title=f"{nutrient} {number}")
        assert queries() == few


class TestAProductThatCannotBeBought:
    @pytest.mark.parametrize(
        ("state", "level"), [("out_of_stock", Level.KNOW), ("discontinued", Level.SHOULD), ("live", None)]
    )
    def test_is_told(self, state, level):
        found = of(make_article(callout(make_product(state=state))), "unavailable_product")
        assert [finding.level for finding in found] == ([level] if level else [])

    def test_names_its_successor_and_what_is_left_out(self):
        successor = make_product("Bone Next™", "bone-next")
        old = make_product(state="discontinued", replacement=successor)
        (finding,) = of(make_article(callout(old, "For bones.")), "unavailable_product")
        assert finding.level == Level.KNOW
        assert "readers are shown “Bone Next™”" in finding.message
        assert "is left out" in finding.message

    def test_that_is_hidden_is_told_once(self):
        page = make_article(callout(make_product(state="hidden")))
        assert of(page, "unavailable_product") == []
        assert len(of(page, "unpublished_target")) == 1

    def test_that_was_deleted_is_told_once(self):
        product = make_product()
        page = make_article(callout(product))
        product.delete()
        page = ArticlePage.objects.get(pk=page.pk)
        assert (
            of(page, "unavailable_product") == of(page, "unpublished_target") == of(page, "product_fit") == []
        )
        assert len(of(page, "missing_product")) == 1


@pytest.mark.samples
class TestTheCustomersArticle:
    def test_promotes_products_without_what_it_is_about(self, samples):
        bone = make_product(ingredients=BONE)
        make_product(
            "Plant Glucosamine™",
            "plant-glucosamine",
            other_names=["Bone Essential™ / Plant Glucosamine™"],
            ingredients=[("Plant-based glucosamine", "", ""), *BONE],
        )
        call_command("import_article", str(samples / "vitamin-k2-and-d3.txt"))
        page = ArticlePage.objects.get()
        page.body.append(("product_callout", {"product": bone, "variant": None, "reason": ""}))
        (finding,) = of(page, "product_fit")
        assert "is about vitamin K and vitamin D" in finding.message
        assert "contains either" in finding.message or "does not contain any of these" in finding.message
