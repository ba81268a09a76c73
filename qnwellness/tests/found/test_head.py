"""Each address has one head: its canonical address, a description, what is shown where it is shared."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches

from blog.models import ArticleAuthor
from blog.tests.factories import heading, make_article, make_author, text
from products.tests.factories import make_image, make_product
from qnwellness.content.models import SiteTexts
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db
SITE = "http://localhost"


@pytest.fixture
def read(client):
    return lambda path: BeautifulSoup(client.get(path).content, "html.parser")


def content(html, name):
    found = html.select(f'meta[name="{name}"], meta[property="{name}"]')
    return [element["content"] for element in found]


def one(html, name):
    (value,) = content(html, name)
    return value


def signed(title, *tags, **fields):
    article = make_article(text("<p>Words.</p>"), title=title, publish=False, **fields)
    draft = article.get_latest_revision_as_object()
    draft.tags.add(*tags)
    draft.bylines = [
        ArticleAuthor(author=make_author("Ada Lim")),
        ArticleAuthor(author=make_author("Bo Tan")),
    ]
    draft.save_revision().publish()
    return article


class TestTheCanonicalAddress:
    @pytest.mark.parametrize(
        "path",
        [
            *["/", "/blog/", "/blog/bone/", "/blog/tags/", "/blog/tags/iron/", "/blog/authors/"],
            *["/blog/authors/ada-lim/", "/products/", "/products/bone-essential/", "/about/"],
        ],
    )
    def test_is_the_page_itself_without_what_was_asked(self, read, path):
        signed("Bone", "Iron", slug="bone")
        make_product()
        HomePage.objects.get().add_child(instance=PlainPage(title="About"))
        html = read(f"{path}?utm_source=mail&page=1")
        assert [link["href"] for link in html.select('link[rel="canonical"]')] == [f"{SITE}{path}"]
        assert one(html, "og:url") == f"{SITE}{path}"
        assert not content(html, "robots")

    @pytest.mark.slow
    @pytest.mark.parametrize("path", ["/blog/", "/blog/tags/iron/", "/blog/authors/ada-lim/"])
    def test_of_a_later_page_of_a_list_is_its_own(self, read, path):
        ada, titles = make_author("Ada Lim"), [f"Article {number}" for number in range(13)]
        for title in titles:
            draft = make_article(title=title, publish=False).get_latest_revision_as_object()
            draft.tags.add("Iron")
            draft.bylines = [ArticleAuthor(author=ada)]
            draft.save_revision().publish()
        for asked in ("2", "999"):
            html = read(f"{path}?page={asked}")
            assert html.select_one('link[rel="canonical"]')["href"] == f"{SITE}{path}?page=2"
            assert not content(html, "robots")

    def test_of_an_alias_is_the_page_it_repeats(self, read):
        article = make_article(title="Bone", slug="bone")
        alias = article.create_alias(update_slug="again")
        assert read(alias.url).select_one('link[rel="canonical"]')["href"] == f"{SITE}/blog/bone/"

    @pytest.mark.parametrize("path", ["/nowhere/", "/search/", "/search/?q=bone"])
    def test_is_missing_where_nothing_is_to_be_listed(self, read, path):
        html = read(path)
        assert one(html, "robots") == "noindex"
        assert not html.select('link[rel="canonical"]')


class TestTheDescription:
    def test_is_what_the_editor_wrote_for_it(self, read):
        make_article(title="Bone", slug="bone", standfirst="In short.", search_description="For searchers.")
        assert one(read("/blog/bone/"), "description") == "For searchers."

    def test_is_the_standfirst_else_the_first_words(self, read):
        make_article(title="Bone", slug="bone", standfirst="In short.")
        assert one(read("/blog/bone/"), "description") == "In short."
        make_article(
            heading("Basics"), text(f"<p>Bone &amp; {'more words ' * 40}</p>"), title="Long", slug="long"
        )
        words = one(read("/blog/long/"), "description")
        assert words.startswith("Bone & more words")
        assert words.endswith(("words…", "more…"))
        assert len(words) <= 160

    def test_is_left_out_where_there_is_nothing_to_say(self, read):
        make_article(title="Bare", slug="bare")
        assert content(read("/blog/bare/"), "description") == []

    def test_of_a_product_and_a_list_says_what_they_are(self, read):
        signed("Bone", "Iron")
        make_product(summary="Calcium from plants.")
        assert one(read("/products/bone-essential/"), "description") == "Calcium from plants."
        assert "Iron" in one(read("/blog/tags/iron/"), "description")
        assert "all articles" in one(read("/blog/"), "description")
        assert one(read("/products/"), "description").startswith("Products: ")
        assert "Ada Lim" in one(read("/blog/authors/ada-lim/"), "description")


class TestSharing:
    def test_an_article_tells_its_dates_authors_and_tags(self, read):
        zone = ZoneInfo("Asia/Singapore")
        signed(
            "Bone",
            "Iron",
            "Bones",
            slug="bone",
            published_at=datetime(2026, 3, 1, 8, tzinfo=zone),
            updated_at=datetime(2026, 4, 2, 9, tzinfo=zone),
        )
        html = read("/blog/bone/")
        assert one(html, "og:type") == "article"
        assert one(html, "article:published_time") == "2026-03-01T08:00:00+08:00"
        assert one(html, "article:modified_time") == "2026-04-02T09:00:00+08:00"
        assert content(html, "article:author") == ["Ada Lim", "Bo Tan"]
        assert set(content(html, "article:tag")) == {"Iron", "Bones"}
        assert one(html, "article:section") in {"Iron", "Bones"}
        assert (one(html, "og:locale"), one(html, "og:title")) == ("en_US", "Bone")

    def test_a_picture_comes_with_size_and_words(self, read):
        picture = make_image("A bone", description="A bone, cut open")
        make_article(title="Bone", slug="bone", social_picture=picture)
        html = read("/blog/bone/")
        assert one(html, "og:image").startswith("http://testserver/media/")
        assert int(one(html, "og:image:width")) > 0
        assert one(html, "og:image:alt") == "A bone, cut open"
        assert one(html, "twitter:card") == "summary_large_image"

    def test_a_page_without_a_picture_shows_the_one_of_the_site(self, read):
        html = read("/blog/")
        assert not content(html, "og:image")
        assert one(html, "twitter:card") == "summary"
        texts = SiteTexts.for_site(HomePage.objects.get().get_site())
        texts.social_picture = make_image("The site", description="Leaves")
        texts.save()
        assert one(read("/blog/"), "og:image:alt") == "Leaves"

    def test_a_picture_whose_file_is_gone_fails_nothing(self, read):
        caches["renditions"].clear()
        image = make_image("Gone")
        make_article(title="Bone", slug="bone", social_picture=image)
        image.file.storage.delete(image.file.name)
        html = read("/blog/bone/")
        assert html.h1
        assert one(html, "og:image").endswith("/card.png")

    def test_lists_are_shared_by_their_own_name(self, read):
        signed("Bone", "Iron")
        assert one(read("/blog/tags/iron/"), "og:title") == "Iron"
        assert one(read("/blog/authors/ada-lim/"), "og:title") == "Ada Lim"
