from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page

from blog.mentions import sync as sync_module
from blog.mentions.sync import sync
from blog.models import ArticlePage, ProductMention, ProductRelation
from blog.tests.factories import callout, heading, journal, make_article, mention, rewrite, text
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential")


def rows(article):
    return list(
        ProductMention.objects.filter(article=article).values_list("product__handle", "kind", "anchor")
    )


class TestPublishing:
    def test_writes_what_the_body_says(self, product):
        article = make_article(heading("Amounts"), text(f"<p>{mention(product)}</p>"), callout(product))
        assert rows(article) == [
            ("bone-essential", "inline", "amounts"),
            ("bone-essential", "callout", "amounts"),
        ]
        relation = ProductRelation.objects.get(article=article, product=product)
        assert (relation.mention, relation.mentions, relation.section_title) == ("callout", 2, "Amounts")

    def test_again_writes_the_same_rows(self, product):
        article = make_article(callout(product))
        before = rows(article)
        article.get_latest_revision().publish()
        assert rows(article) == before

    def test_another_body_replaces_the_rows(self, product):
        other = make_product(title="Golden Root™", handle="golden-root")
        article = make_article(callout(product))
        rewrite(article, callout(other))
        assert [row[0] for row in rows(article)] == ["golden-root"]
        assert not ProductRelation.objects.filter(product=product).exists()

    def test_leaves_out_a_product_that_does_not_exist(self, product):
        article = make_article(callout(product))
        Page.objects.filter(pk=product.pk).first().delete()
        article.get_latest_revision().publish()
        assert rows(article) == []

    def test_costs_at_most_six_queries_more(self, product, django_assert_max_num_queries):
        article = make_article(callout(product), *[text(f"<p>{mention(product)}</p>") for _ in range(20)])
        with django_assert_max_num_queries(6):
            sync(article)

    def test_that_cannot_write_its_rows_publishes_nothing(self, product, monkeypatch):
        draft = make_article(callout(product), publish=False)

        def broken(*args):
            raise RuntimeError("no rows today")

        monkeypatch.setattr(sync_module, "relation_rows", broken)
        with pytest.raises(RuntimeError):
            draft.get_latest_revision().publish()
        assert not ArticlePage.objects.get(pk=draft.pk).live
        assert rows(draft) == []


class TestOnlyLiveArticlesHaveRows:
    def test_a_draft_has_none(self, product):
        assert rows(make_article(callout(product), publish=False)) == []

    def test_draft_changes_of_a_live_article_change_none(self, product):
        article = make_article(callout(product))
        rewrite(article, heading("Nothing"), publish=False)
        assert len(rows(article)) == 1

    def test_unpublishing_takes_them_away(self, product):
        article = make_article(callout(product))
        article.unpublish()
        assert rows(article) == []

    def test_expiry_by_schedule_takes_them_away(self, product):
        article = make_article(callout(product))
        article.expire_at = timezone.now() - timedelta(minutes=1)
        article.save()
        call_command("publish_scheduled")
        assert not ArticlePage.objects.get(pk=article.pk).live
        assert rows(article) == []
        assert not ProductRelation.objects.exists()

    def test_deleting_takes_them_away(self, product):
        article = make_article(callout(product))
        article.delete()
        assert not ProductMention.objects.exists()
        assert not ProductRelation.objects.exists()

    def test_an_alias_has_none(self, product):
        article = make_article(callout(product))
        alias = article.create_alias(update_slug="copy-of-it", parent=journal())
        article.get_latest_revision().publish()
        assert rows(alias) == []

    def test_an_alias_that_becomes_a_page_of_its_own_has_some(self, product):
        article = make_article(callout(product))
        alias = article.create_alias(update_slug="copy-of-it", parent=journal())
        ConvertAliasPageAction(alias).execute(skip_permission_checks=True)
        assert len(rows(alias)) == 1

    def test_a_live_copy_has_its_own(self, product):
        article = make_article(callout(product))
        copy = article.copy(update_attrs={"slug": "a-copy"}, keep_live=True)
        assert len(rows(copy)) == 1

    def test_scheduled_publishing_writes_them_when_it_happens(self, product, monkeypatch):
        page = make_article(callout(product), publish=False).get_latest_revision_as_object()
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        assert rows(page) == []
        later = timezone.now() + timedelta(hours=2)
        monkeypatch.setattr("django.utils.timezone.now", lambda: later)
        call_command("publish_scheduled")
        assert ArticlePage.objects.get(pk=page.pk).live
        assert len(rows(page)) == 1


class TestTheCheckCommand:
    def test_finds_nothing_where_all_is_right(self, product, capsys):
        make_article(callout(product))
        call_command("check_mentions")
        assert "Every mention row" in capsys.readouterr().out

    def test_names_an_article_whose_rows_are_wrong_and_fails(self, product, capsys):
        make_article(callout(product), title="The wrong one")
        ProductMention.objects.all().delete()
        with pytest.raises(SystemExit) as stop:
            call_command("check_mentions")
        assert stop.value.code == 1
        assert "The wrong one" in capsys.readouterr().out

    def test_repairs(self, product):
        article = make_article(callout(product))
        ProductRelation.objects.update(rank=3)
        call_command("check_mentions", repair=True)
        assert ProductRelation.objects.get(article=article).rank == 101
        call_command("check_mentions")

    def test_finds_rows_left_by_an_article_that_is_no_longer_live(self, product):
        article = make_article(callout(product))
        ArticlePage.objects.filter(pk=article.pk).update(live=False)
        with pytest.raises(SystemExit):
            call_command("check_mentions")


class TestTheCostOfPublishing:
    @pytest.mark.parametrize(("mentions", "most"), [(0, 3), (1, 6), (40, 6)])
    def test_is_at_most_six_queries_with_any_number_of_mentions(
        self, mentions, most, django_assert_max_num_queries
    ):
        products = [
            make_product(title=f"Product {n}", handle=f"product-{n}") for n in range(min(mentions, 4))
        ]
        body = [text(f"<p>{mention(products[n % 4 % len(products)])}</p>") for n in range(mentions)]
        article = make_article(heading("Amounts"), *body)
        outline = article.outline
        with django_assert_max_num_queries(most):
            sync(article, outline)
        assert len(rows(article)) == mentions
