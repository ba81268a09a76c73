"""The life of a product, at random: whatever happened to it, every surface shows what a simple model predicts."""

import sys
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from wagtail.models import Page, PageViewRestriction

from products.models import ProductIndexPage, ProductPage
from products.tests.catalogue.shop_exports import write_export
from products.tests.factories import make_product
from qnwellness.answers.changes import latest

from .surfaces import SHOP, Reader, make_mentioning_article

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEW, STORED = "Omegaxa", "the jar"
SEQUENCES, STEPS = 80, 6
NAMES = st.sampled_from(["Alphaxa", "Betaxa", "Gammaxa"])
STATES = st.sampled_from(["live", "out_of_stock", "discontinued", "hidden"])


@dataclass
class Model:
    """What is known of the product by what was done to it, and of the one that may take its place."""

    name: str = "Alphaxa"
    state: str = "live"
    price: str = "11.00"
    is_live: bool = True
    is_deleted: bool = False
    is_moved: bool = False
    is_list_private: bool = False
    is_replaced: bool = False
    is_successor_live: bool = True

    @property
    def is_private(self) -> bool:
        return self.is_list_private and not self.is_moved

    @property
    def is_seen(self) -> bool:
        return not self.is_deleted and self.is_live and not self.is_private and self.state != "hidden"

    @property
    def is_successor_seen(self) -> bool:
        return self.is_successor_live and not self.is_list_private

    @property
    def is_succeeded(self) -> bool:
        return self.is_seen and self.state == "discontinued" and self.is_replaced and self.is_successor_seen

    @property
    def is_listed(self) -> bool:
        return self.is_seen and self.state in ("live", "out_of_stock")


def machine(folder, run: list[int]):  # noqa: C901 (one rule a thing that can happen)
    """Return the machine; each of its runs starts with the same product, and is undone at its end."""
    successor = make_product(NEW, "omegaxa", price="77.00", purchase_url=f"{SHOP}omegaxa")
    product = make_product("Alphaxa", "alphaxa", price="11.00", purchase_url=f"{SHOP}alphaxa")
    article = make_mentioning_article(product)
    old_list = ProductIndexPage.objects.get()
    home = old_list.get_parent()

    class Story(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            run.append(1)
            self.model = Model()
            self.undo = transaction.atomic()
            self.undo.__enter__()
            # What the run before has changed was undone, and is written nowhere.
            latest.forget()

        @property
        def product(self) -> ProductPage:
            return ProductPage.objects.get(pk=product.pk)

        def change(self, **values) -> None:
            """Change the product as its form does: a revision, and published where it is published already."""
            page = self.product.get_latest_revision_as_object()
            for name, value in values.items():
                setattr(page, name, value)
            revision = page.save_revision()
            if self.model.is_live:
                revision.publish()
            else:
                ProductPage.objects.filter(pk=page.pk).update(**values)

        @precondition(lambda self: not self.model.is_deleted)
        @rule(name=NAMES)
        def rename(self, name: str) -> None:
            self.change(title=name)
            self.model.name = name

        @precondition(lambda self: not self.model.is_deleted)
        @rule(state=STATES)
        def change_state(self, state: str) -> None:
            self.change(state=state)
            self.model.state = state

        @precondition(lambda self: not self.model.is_deleted)
        @rule(is_replaced=st.booleans())
        def replace(self, is_replaced: bool) -> None:
            self.change(state="discontinued", replacement=successor if is_replaced else None)
            self.model.state, self.model.is_replaced = "discontinued", is_replaced

        @precondition(lambda self: not self.model.is_deleted)
        @rule()
        def unpublish(self) -> None:
            self.product.unpublish()
            self.model.is_live = False

        @precondition(lambda self: not self.model.is_deleted and not self.model.is_live)
        @rule(is_due=st.booleans())
        def publish_or_schedule(self, is_due: bool) -> None:
            page = self.product
            page.go_live_at = timezone.now() + timedelta(days=1)
            revision = page.save_revision(approved_go_live_at=page.go_live_at)
            if is_due:
                moment = timezone.now() - timedelta(minutes=1)
                content = revision.content | {"go_live_at": moment.isoformat()}
                type(revision).objects.filter(pk=revision.pk).update(
                    approved_go_live_at=moment, content=content
                )
                call_command("publish_scheduled", verbosity=0)
                self.model.is_live = True

        @rule()
        def make_list_private_or_public(self) -> None:
            self.model.is_list_private = not self.model.is_list_private
            if self.model.is_list_private:
                PageViewRestriction.objects.create(page=old_list, restriction_type=PageViewRestriction.LOGIN)
            else:
                PageViewRestriction.objects.filter(page=old_list).delete()

        @precondition(lambda self: not self.model.is_deleted)
        @rule()
        def move(self) -> None:
            self.model.is_moved = not self.model.is_moved
            target = home if self.model.is_moved else old_list
            self.product.move(Page.objects.get(pk=target.pk), pos="last-child")

        @rule(is_live=st.booleans())
        def publish_or_unpublish_successor(self, is_live: bool) -> None:
            page = ProductPage.objects.get(pk=successor.pk)
            if is_live:
                page.save_revision().publish()
            else:
                page.unpublish()
            self.model.is_successor_live = is_live

        @precondition(lambda self: not self.model.is_deleted)
        @rule()
        def delete(self) -> None:
            self.product.delete()
            self.model.is_deleted = True

        @precondition(lambda self: not self.model.is_deleted and not self.model.is_moved)
        @rule(price=st.sampled_from(["12.00", "13.00"]))
        def import_again(self, price: str) -> None:
            row = {"Handle": "alphaxa", "Title": self.model.name, "Variant Price": price}
            call_command("import_catalogue", str(write_export(folder, row)), stdout=StringIO())
            # What an import may change is told by its own tests; here it matters that all surfaces follow it.
            page = self.product
            self.model.name, self.model.state, self.model.is_live = page.title, page.state, page.live
            self.model.price = str(page.price)

        def teardown(self) -> None:
            try:
                check(self.model, article, successor, product)
            finally:
                transaction.set_rollback(True)
                self.undo.__exit__(None, None, None)

    return Story


def check(model: Model, article, successor: ProductPage, product: ProductPage) -> None:
    """Compare what every surface shows with what the model predicts."""
    page = ProductPage.objects.filter(pk=product.pk).first()
    reader = Reader(Client(), article, "alphaxa", page.url if page else product.url)
    html = reader.html(article.url)
    callout = reader.in_article(".product-callout", html)
    sentence = next(one.get_text() for one in html.select("main p") if one.get_text().endswith("daily."))
    name = f"{model.name} (now {NEW})" if model.is_succeeded else model.name if model.is_seen else STORED
    assert sentence == f"Take {name} or our capsules daily."
    assert callout.is_there is model.is_seen
    if model.is_seen:
        assert (NEW if model.is_succeeded else model.name) in callout.words
        assert (model.price in callout.words) is model.is_listed
        assert ("77.00" in callout.words) is model.is_succeeded
    status = reader.client.get(reader.url).status_code
    unseen = 404 if model.is_deleted or not model.is_live else 302 if model.is_private else 404
    assert status == (200 if model.is_seen else unseen)
    if not model.is_list_private and not model.is_moved:
        listing = reader.listing(model.name)
        assert listing.is_there is model.is_listed
    assert reader.sitemap().is_there is (model.is_seen and not model.is_succeeded)
    assert reader.api().is_there is model.is_seen
    if model.is_successor_seen:
        assert reader.sidebar(ProductPage.objects.get(pk=successor.pk)).is_there is model.is_succeeded


def test_every_surface_follows_whatever_happens(tmp_path, capsys):
    run: list[int] = []
    run_state_machine_as_test(
        machine(tmp_path, run),
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert len(run) >= SEQUENCES
    with capsys.disabled():
        sys.stdout.write(f"\n{len(run)} stories of a product, each seen on every surface\n")
