"""A product is changed: caches forget the pages that show it, search follows its name, no article is touched."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.models import PageViewRestriction, Revision

from blog import following_products
from blog.models import ArticlePage
from blog.tests.factories import callout, make_article, mention, text
from products.models import OtherName, ProductImage, ProductIndexPage, ProductPage, Shop, Variant
from products.tests.factories import make_image, make_product

pytestmark = pytest.mark.django_db

PURGED: list[str] = []


class Cache(BaseBackend):
    """A cache in front of the site that notes what it is told to forget."""

    def purge(self, url: str) -> None:
        PURGED.append(url)


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def product():
    return make_product("Alphaxa", "alphaxa", price="11.00", purchase_url="https://shop.example/alphaxa")


@pytest.fixture
def article(product):
    return make_article(text(f"<p>Take {mention(product, 'the jar')}.</p>"), title="Bone")


@pytest.fixture
def purged(settings, article):
    """Return the addresses the cache in front of the site was told to forget since the article was written."""
    settings.WAGTAILFRONTENDCACHE = {"front": {"BACKEND": f"{__name__}.Cache"}}
    PURGED.clear()
    return PURGED


@pytest.fixture
def indexed(monkeypatch, article):
    """Return the ids of the articles that were put into the search index anew since the article was written."""
    seen = []
    kind = type(following_products.insert_or_update_object_task)
    enqueue = kind.enqueue

    def note(task, *names):
        if names[:2] == ("blog", "articlepage"):
            seen.append(int(names[2]))
        return enqueue(task, *names)

    monkeypatch.setattr(kind, "enqueue", note)
    return seen


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def edit(commit):
    def edit(product, **fields):
        """Change and publish a product as its form does."""
        with commit():
            draft = ProductPage.objects.get(pk=product.pk).get_latest_revision_as_object()
            for name, value in fields.items():
                setattr(draft, name, value)
            draft.save_revision().publish()

    return edit


def articles():
    """Return every column of every article, and the number of their revisions."""
    rows = list(ArticlePage.objects.order_by("pk").values())
    return rows, Revision.objects.filter(content_type__model="articlepage").count()


def pages_of(article, product):
    """Return the addresses that show the product: its article, its own page, the list and the first page."""
    above = [page.full_url for page in product.get_ancestors().filter(depth__gt=1).specific()]
    return {article.full_url, product.full_url, *above}


CHANGES = {
    "name": lambda: {"title": "Betaxa"},
    "price": lambda: {"price": "12.00"},
    "state": lambda: {"state": "out_of_stock"},
    "picture": lambda: {"images": [ProductImage(image=make_image(), sort_order=0)]},
    "variants": lambda: {"variants": [Variant(name="60", price="20.00", sort_order=0)]},
    "summary": lambda: {"summary": "Other words."},
    "other names": lambda: {"other_names": [OtherName(name="The jar", sort_order=0)]},
}
READ_IN_SENTENCES = {"name", "state"}


@pytest.mark.parametrize("change", CHANGES)
class TestAProductThatIsChanged:
    def test_is_forgotten_by_caches_wherever_it_is_shown(self, product, article, edit, purged, change):
        unrelated = make_article(callout(make_product("Other", "other")), title="Unrelated")
        purged.clear()
        edit(product, **CHANGES[change]())
        assert set(purged) == pages_of(article, product)
        assert unrelated.full_url not in purged

    def test_is_searched_anew_only_where_a_sentence_may_read_otherwise(
        self, product, article, edit, indexed, change
    ):
        edit(product, **CHANGES[change]())
        assert set(indexed) == ({article.pk} if change in READ_IN_SENTENCES else set())

    def test_leaves_articles_every_column_and_revision(self, product, article, edit, change):
        before = articles()
        edit(product, **CHANGES[change]())
        assert articles() == before


class TestAProductThatIsReplaced:
    @pytest.fixture
    def successor(self, product):
        return make_product("Omegaxa", "omegaxa", price="77.00")

    def test_has_its_articles_and_its_successors_page_forgotten(
        self, product, article, successor, edit, purged
    ):
        edit(product, state="discontinued", replacement=successor)
        assert set(purged) == pages_of(article, product) | {successor.full_url}

    def test_has_its_articles_follow_the_successor(
        self, product, article, successor, edit, purged, indexed, client
    ):
        edit(product, state="discontinued", replacement=successor)
        purged.clear()
        indexed.clear()
        edit(successor, title="Psixa")
        assert pages_of(article, successor) <= set(purged)
        assert product.full_url in purged
        assert set(indexed) == {article.pk}
        assert "Psixa" in client.get(article.url).content.decode()

    def test_by_another_has_the_page_of_the_former_one_forgotten(self, product, successor, edit, purged):
        edit(product, state="discontinued", replacement=successor)
        purged.clear()
        edit(product, replacement=make_product("Chixa", "chixa"))
        assert successor.full_url in purged

    def test_touches_no_article(self, product, article, successor, edit):
        before = articles()
        edit(product, state="discontinued", replacement=successor)
        assert articles() == before


class TestAProductThatGoes:
    def test_by_being_deleted_is_forgotten_and_searched_by_its_stored_words(
        self, product, article, commit, purged, indexed
    ):
        before = articles()
        with commit():
            ProductPage.objects.get(pk=product.pk).delete()
        assert set(purged) == pages_of(article, product)
        assert indexed == [article.pk]
        assert articles() == before

    def test_by_being_unpublished_is_forgotten(self, product, article, commit, purged, indexed):
        with commit():
            product.unpublish()
        assert article.full_url in purged
        assert set(indexed) == {article.pk}

    def test_by_its_list_becoming_private_is_forgotten(self, product, article, commit, purged, indexed):
        with commit():
            PageViewRestriction.objects.create(
                page=ProductIndexPage.objects.get(), restriction_type=PageViewRestriction.LOGIN
            )
        assert {article.full_url, product.full_url} <= set(purged)
        assert indexed == [article.pk]


def test_a_draft_of_a_product_is_not_followed(product, commit, purged, indexed):
    with commit():
        product.title = "Betaxa"
        product.save_revision()
    assert (purged, indexed) == ([], [])


def test_a_change_that_is_undone_is_not_followed(product, purged, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks():
        product.title = "Betaxa"
        product.save()
    assert purged == []


def test_other_settings_of_the_shop_are_followed_wherever_products_are_shown(
    product, article, commit, purged, indexed
):
    plain = make_article(text("<p>Of sleep.</p>"), title="Sleep")
    indexed.clear()
    before = articles()
    with commit():
        Shop.objects.create(link_target="shop")
    assert {article.full_url, product.full_url} <= set(purged)
    assert plain.full_url not in purged
    assert indexed == []
    assert articles() == before


def test_a_product_no_article_mentions_costs_one_query(product, settings, commit):
    settings.WAGTAILFRONTENDCACHE = {}
    alone = make_product("Alone", "alone")
    with CaptureQueriesContext(connection) as captured, commit():
        following_products.follow(alone.pk, is_searched=True)
    assert len(captured) <= 2


def test_many_articles_cost_no_query_more_where_no_word_changed(product, settings, commit):
    settings.WAGTAILFRONTENDCACHE = {}
    for number in range(4):
        make_article(callout(product), title=f"Bone {number}")
    with CaptureQueriesContext(connection) as captured, commit():
        following_products.follow(product.pk, is_searched=False)
    assert len(captured) <= 2
