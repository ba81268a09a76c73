"""Every page type: one valid graph, equal to what people read; none where not everybody may look."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory

from blog.models import ArticleAuthor, ArticlePage, Source
from blog.tests.factories import block, callout, heading, make_article, make_author, mention, text
from blog.tests.facts.sourced import make_fact, make_full_fact, state
from blog.tests.sources.sources import make_source
from products.models import ProductPage
from products.tests.factories import make_image, make_product
from qnwellness.content.models import SiteTexts
from qnwellness.home.models import HomePage, PlainPage

from .reading import graph

pytestmark = pytest.mark.django_db
SINGAPORE = ZoneInfo("Asia/Singapore")


@pytest.fixture
def read(client):
    def read(path):
        response = client.get(path)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read


@pytest.fixture
def product():
    return make_product(
        title="Bone Essential™",
        handle="bone-essential",
        summary="Calcium from plants.",
        price="1048.00",
        purchase_url="https://shop.example/bone-essential",
        sku="QN-BE",
        gtin="2010000100103",
        image=make_image("A jar"),
    )


@pytest.fixture
def article(product):
    hidden = make_product(title="Secret™", handle="secret", state="hidden")
    source = Source.objects.create(
        title="Three-year low-dose K2",
        authors="Knapen, M. H. J.\nPanel on Diet, Nutrition and Allergies",
        container="Osteoporos Int",
        year=2013,
        doi="10.1/x",
    )
    cite = f'<a linktype="source" id="{source.pk}">Knapen 2013</a>'
    article = make_article(
        heading("Basics"),
        text(f"<p>Bone is built {cite}. See {mention(product)} and {mention(hidden, 'that', 'own')}.</p>"),
        callout(product),
        title="How bone is built & kept",
        slug="bone",
        standfirst="Every day some is taken down.",
        hero=make_image("Bone", "red"),
        published_at=datetime(2026, 3, 1, 8, tzinfo=SINGAPORE),
        updated_at=datetime(2026, 4, 2, 9, tzinfo=SINGAPORE),
        reviewer=make_author("Bo Tan", credentials="MD", role="Physician"),
        reviewed_on=date(2026, 5, 3),
    )
    draft = article.get_latest_revision_as_object()
    draft.bylines = [
        ArticleAuthor(author=make_author("Ada Lim", role="Editor", profile_url="https://ada.example/"))
    ]
    draft.tags.add("Bones")
    draft.corrections = draft.corrections.stream_block.to_python(
        [block("correction", {"made_on": "2026-04-02", "text": "<p>Milligrams were <b>micrograms</b>.</p>"})]
    )
    draft.save_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


class TestAnArticle:
    def test_is_the_main_entity_of_a_medical_page(self, read, article):
        nodes = graph(read("/blog/bone/"))
        page, post = nodes["MedicalWebPage"], nodes["BlogPosting"]
        assert page["mainEntity"]["@id"] == post["@id"] == "http://localhost/blog/bone/#article"
        assert set(nodes) == {"MedicalWebPage", "BlogPosting", "BreadcrumbList", "Organization"}

    def test_is_reviewed_on_the_node_of_its_page_only(self, read, article):
        nodes = graph(read("/blog/bone/"))
        page, post = nodes["MedicalWebPage"], nodes["BlogPosting"]
        assert page["lastReviewed"] == "2026-05-03"
        assert page["reviewedBy"]["name"] == "Bo Tan"
        assert page["reviewedBy"]["hasCredential"]["name"] == "MD"
        assert not {"reviewedBy", "lastReviewed"} & set(post)

    def test_says_what_people_read(self, read, article):
        html = read("/blog/bone/")
        post = graph(html)["BlogPosting"]
        assert post["headline"] == html.h1.get_text(strip=True)
        assert post["description"] == html.select_one(".standfirst").get_text(strip=True)
        byline = html.select_one(".byline").get_text(" ", strip=True)
        assert all(author["name"] in byline for author in post["author"])
        assert {post["datePublished"], post["dateModified"]} == {
            time["datetime"] for time in html.select(".byline time") if "T" in time["datetime"]
        }

    def test_leads_to_pages_of_its_people_that_exist(self, read, article, client):
        nodes = graph(read("/blog/bone/"))
        people = [*nodes["BlogPosting"]["author"], nodes["MedicalWebPage"]["reviewedBy"]]
        for person in people:
            profile = graph(read(person["url"].removeprefix("http://localhost")))
            assert profile["Person"]["@id"] == person["@id"]
            assert profile["ProfilePage"]["mainEntity"]["@id"] == person["@id"]

    def test_names_products_by_the_id_of_their_own_page_only(self, read, article, product):
        post = graph(read("/blog/bone/"))["BlogPosting"]
        own = graph(read(product.url))["Product"]
        assert post["mentions"] == [{"@id": own["@id"]}]

    def test_names_its_sources_and_corrections(self, read, article):
        post = graph(read("/blog/bone/"))["BlogPosting"]
        (citation,), (correction,) = post["citation"], post["correction"]
        assert (citation["@type"], citation["url"]) == ("ScholarlyArticle", "https://doi.org/10.1/x")
        assert citation["author"] == [
            {"@type": "Person", "name": "M. H. J. Knapen"},
            {"@type": "Organization", "name": "Panel on Diet, Nutrition and Allergies"},
        ]
        assert correction["text"] == "Milligrams were micrograms."
        assert correction["datePublished"] == "2026-04-02"

    def test_states_its_figures_as_they_are_today(self, read):
        fact = make_full_fact(make_source("The study"), statement="Uptake")
        plain = make_fact("2.5", unit="", statement="Times as much")
        make_article(text(f"<p>{state(fact)} {state(plain)} {state(fact)}</p>"), slug="figures")
        post = graph(read("/blog/figures/"))["BlogPosting"]
        assert post["mentions"] == [
            {
                "@type": "PropertyValue",
                "name": "Uptake",
                "minValue": 30,
                "maxValue": 40,
                "unitText": "%",
                "description": "with sufficient vitamin D",
            },
            {"@type": "PropertyValue", "name": "Times as much", "value": 2.5},
        ]
        assert [source["name"] for source in post["citation"]] == ["The study"]

    def test_has_three_shapes_of_its_picture(self, read, article):
        assert len(graph(read("/blog/bone/"))["BlogPosting"]["image"]) == 3

    def test_leads_to_how_we_write_where_everybody_may_read_it(self, read, article):
        page = HomePage.objects.get().add_child(instance=PlainPage(title="How we write"))
        texts = SiteTexts.for_site(HomePage.objects.get().get_site())
        texts.how_we_write = page
        texts.save()
        assert graph(read("/blog/bone/"))["BlogPosting"]["publishingPrinciples"] == page.get_full_url()
        page.unpublish()
        assert "publishingPrinciples" not in graph(read("/blog/bone/"))["BlogPosting"]

    def test_is_not_modified_by_saving_it_again(self, read, article):
        before = graph(read("/blog/bone/"))["BlogPosting"]["dateModified"]
        article.get_latest_revision_as_object().save_revision().publish()
        assert graph(read("/blog/bone/"))["BlogPosting"]["dateModified"] == before

    def test_without_anything_more_is_still_valid(self, read):
        make_article(title="Bare", slug="bare")
        post = graph(read("/blog/bare/"))["BlogPosting"]
        assert post["author"] == [{"@id": "http://localhost/#org"}]
        assert not {"citation", "mentions", "correction", "keywords"} & set(post)
        assert [image.rpartition("/")[2] for image in post["image"]] == ["card.png"]


class TestAProduct:
    def test_costs_what_people_read(self, read, product):
        html = read(product.url)
        offer = graph(html)["Product"]["offers"]
        shown = html.select_one(".price").get_text().replace(",", "")
        assert offer["price"] in shown
        assert offer["priceCurrency"] == "SGD"

    @pytest.mark.parametrize(
        ("state", "has_offer"), [("live", True), ("out_of_stock", True), ("discontinued", False)]
    )
    def test_is_offered_in_the_states_that_say_so(self, read, product, state, has_offer):
        ProductPage.objects.filter(pk=product.pk).update(state=state)
        assert ("offers" in graph(read(product.url))["Product"]) is has_offer

    def test_without_a_price_is_not_offered(self, read):
        make_product(title="Bare™", handle="bare")
        assert "offers" not in graph(read("/products/bare/"))["Product"]

    def test_is_the_subject_of_the_articles_beside_it_in_their_order(self, read, product):
        make_article(text(f"<p>{mention(product)}</p>"), title="Only in the text", slug="inline")
        make_article(callout(product), title="A callout", slug="callout")
        html = read(product.url)
        listed = graph(html)["Product"]["subjectOf"]
        shown = [link.get_text(strip=True) for link in html.select(".related__list a")]
        assert [item["headline"] for item in listed] == shown == ["A callout", "Only in the text"]
        assert listed[0]["@id"] == graph(read("/blog/callout/"))["BlogPosting"]["@id"]


class TestListsAndPlainPages:
    def test_of_articles_say_what_they_list(self, read, article):
        for path in ("/blog/", "/blog/tags/bones/"):
            html = read(path)
            listed = graph(html)["CollectionPage"]["mainEntity"]["itemListElement"]
            assert [one["item"]["headline"] for one in listed] == ["How bone is built & kept"]
            assert [one["item"]["headline"] for one in listed] == [
                link.get_text(strip=True) for link in html.select(".article-card__title a")
            ]

    def test_of_products_say_what_they_list(self, read, product):
        listed = graph(read("/products/"))["CollectionPage"]["mainEntity"]["itemListElement"]
        assert [one["item"]["@id"] for one in listed] == ["http://localhost/products/bone-essential/#product"]

    def test_without_anything_to_list_are_still_valid(self, read):
        assert "mainEntity" not in graph(read("/blog/"))["CollectionPage"]
        assert "mainEntity" not in graph(read("/products/"))["CollectionPage"]

    @pytest.mark.parametrize(
        "path", ["/blog/tags/", "/blog/authors/", "/blog/tags/bones/", "/blog/authors/ada-lim/"]
    )
    def test_below_the_journal_have_an_address_and_a_way_of_their_own(self, read, article, path):
        nodes = graph(read(path))
        crumbs = [crumb["item"] for crumb in nodes["BreadcrumbList"]["itemListElement"]]
        assert crumbs == ["http://localhost/blog/", f"http://localhost{path}"]

    def test_the_front_page_describes_the_site_and_its_search(self, read, client):
        nodes = graph(read("/"))
        target = nodes["WebSite"]["potentialAction"]["target"]["urlTemplate"]
        address = target.replace("{search_term_string}", "calcium").removeprefix("http://localhost")
        assert client.get(address).context["question"].text == "calcium"

    def test_a_plain_page_is_a_page(self, read):
        page = HomePage.objects.get().add_child(instance=PlainPage(title="About", text="<p>Who we are.</p>"))
        assert graph(read(page.url))["WebPage"]["description"] == "Who we are."

    def test_every_page_names_the_same_publisher(self, read, article, product):
        paths = ["/", "/blog/", "/blog/bone/", "/products/", product.url, "/blog/authors/ada-lim/"]
        publishers = [graph(read(path))["Organization"] for path in paths]
        assert all(publisher == publishers[0] for publisher in publishers)
        logo = publishers[0]["logo"]["url"]
        assert logo.startswith("http://localhost/static/")


class TestNobodyElse:
    def has_data(self, response):
        return "ld+json" in response.content.decode()

    def test_reads_the_data_of_a_private_page(self, client, admin_client, article):
        article.view_restrictions.create(restriction_type="login")
        response = admin_client.get("/blog/bone/")
        assert response.status_code == 200
        assert not self.has_data(response)
        assert b'<meta name="robots" content="noindex">' in response.content

    def test_reads_the_data_of_a_preview(self, admin_client, article):
        request = RequestFactory().get("/")
        response = article.make_preview_request(request, "")
        assert response.status_code == 200
        assert not self.has_data(response)
        assert b'<meta name="robots" content="noindex">' in response.content

    @pytest.mark.parametrize("path", ["/nowhere/", "/search/?q=bone"])
    def test_is_told_of_what_is_no_page(self, client, path):
        assert not self.has_data(client.get(path))
