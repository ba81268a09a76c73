"""The customer's own article, from its file to the page a shopper reads."""

import json
import re
from collections import Counter
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command

from blog.models import ArticlePage, ProductMention
from blog.reading import strings
from products.tests.factories import make_product

pytestmark = [pytest.mark.django_db, pytest.mark.samples]

TOP_LEVEL = 10
SUB_HEADINGS = 11
SENTENCE = 6
# Queries a long article may cost with warm and with empty caches.
WARM, COLD = 18, 28


@pytest.fixture
def products():
    return (
        make_product(title="Bone Essential™", handle="bone-essential"),
        make_product(
            title="Plant Glucosamine™",
            handle="plant-glucosamine",
            other_names=["Bone Essential™ / Plant Glucosamine™"],
        ),
    )


@pytest.fixture
def sample(samples):
    return samples / "vitamin-k2-and-d3.txt"


@pytest.fixture
def report(sample, products, capsys):
    call_command("import_article", str(sample), publish=True, json=True)
    (report,) = json.loads(capsys.readouterr().out)["articles"]
    return report


@pytest.fixture
def article(report):
    return ArticlePage.objects.get(pk=report["page_id"])


@pytest.fixture
def html(article, client):
    return BeautifulSoup(client.get(article.url).content, "html.parser")


def printed_entries(sample):
    """Return the entries of the contents list as the file prints them."""
    lines = sample.read_text(encoding="utf-8").splitlines()
    return [match[1] for line in lines if (match := re.fullmatch(r"\s+\d+\. (.+)", line))]


def shown(stored):
    """Return the words of a stored text, plain or rich."""
    return unescape(re.sub(r"<[^<>]*>", " ", stored)).strip()


def words(text):
    return re.findall(r"[^\W_]+", shown(text))


def test_the_contents_list_is_the_printed_one_and_every_entry_leads_into_the_body(sample, html):
    nav = html.select_one("nav[aria-labelledby]")
    top = nav.select("ol")[0].find_all("li", recursive=False)
    assert [item.a.get_text(strip=True) for item in top] == printed_entries(sample)
    assert len(top) == TOP_LEVEL
    for link in nav.select("a"):
        (target,) = html.select(f'[id="{link["href"].removeprefix("#")}"]')
        assert target.find_parent("figure") is None
        assert not target.get_text(strip=True) or target.get_text(" ", strip=True).startswith(
            link.get_text(strip=True)
        )


def test_introduction_leads_to_the_opening_paragraphs_and_shows_no_heading(sample, html):
    target = html.select_one("#introduction")
    assert not target.get_text(strip=True)
    following = target.find_next("p")
    assert following.get_text().startswith(sample.read_text(encoding="utf-8").split("\n")[17][:40])


def test_sub_headings_stand_in_their_sections(article):
    levels = Counter(item["value"]["level"] for item in article.body.raw_data if item["type"] == "heading")
    assert levels == {"contents": 1, "2": TOP_LEVEL - 1, "3": SUB_HEADINGS}


def test_the_infographic_is_one_labelled_figure_whose_words_stand_nowhere_else(article, html):
    (infographic,) = [item for item in article.body.raw_data if item["type"] == "infographic"]
    (figure,) = html.select("figure[aria-labelledby^=infographic-]")
    figure_text = " ".join(figure.stripped_strings)
    others = [item["value"] for item in article.body.raw_data if item is not infographic]
    elsewhere = " ".join(shown(stored) for value in others for stored in strings(value))
    for stored in strings(infographic["value"]):
        text = shown(stored)
        assert text in figure_text
        # Titles of panels may be headings of the body as well; its sentences may not come twice.
        assert len(text.split()) < SENTENCE or text not in elsewhere
    assert (
        html.select_one(f"#{figure['aria-labelledby']}").get_text(strip=True) == infographic["value"]["title"]
    )
    assert [panel["type"] for panel in infographic["value"]["panels"]] == [
        "nutrient",
        "nutrient",
        "synergy",
        "dosage",
        "benefits",
        "call_to_action",
    ]


def test_mentions_are_the_ones_the_text_makes(article):
    rows = Counter(ProductMention.objects.filter(article=article).values_list("product__handle", "kind"))
    assert rows == {
        ("bone-essential", "inline"): 4,
        ("bone-essential", "infographic"): 1,
        ("plant-glucosamine", "inline"): 1,
    }


def test_mentions_are_links_outside_headings(html, products):
    links = html.select("article a.mention, main a.mention")
    assert Counter(link.get_text() for link in links)["Bone Essential™"] == 4
    assert not html.select("h1 a.mention, h2 a.mention, h3 a.mention, h4 a.mention")


def test_every_word_of_the_file_is_once_in_the_title_or_the_stored_body(sample, article, report):
    source = sample.read_text(encoding="utf-8").splitlines()
    set_aside = {
        int(match[1])
        for warning in report["warnings"]
        if (match := re.match(r"line (\d+): set aside", warning))
    }
    start = next(number for number, line in enumerate(source, 1) if line.lower() == "table of contents")
    printed = {start, *(start + 1 + number for number in range(1, TOP_LEVEL + 1))}
    introduction = words(printed_entries(sample)[0])
    left = [line for number, line in enumerate(source, 1) if number > 1 and number not in set_aside | printed]
    stored = [article.title, *(text for item in article.body.raw_data for text in strings(item["value"]))]
    expected = Counter(words("\n".join(left))) + Counter(introduction)
    assert Counter(words("\n".join(stored))) == expected


def test_the_product_page_shows_the_article_with_the_section_that_mentions_it(article, products, client):
    html = BeautifulSoup(client.get(products[0].url).content, "html.parser")
    (link,) = html.select(f'aside a[href^="{article.url}#"]')
    assert article.title in link.get_text()
    anchor = link["href"].partition("#")[2]
    assert anchor in {entry.anchor for entry in article.outline.flat()}


def test_the_shop_is_told_the_same(article, products, client):
    answer = client.get("/api/v1/products/plant-glucosamine/related-articles/").json()
    (told,) = answer["articles"]
    assert told["title"] == article.title
    assert told["section"]["url"].endswith("#optimal-dosage-and-supplementation")


def test_importing_again_changes_nothing(sample, article, capsys):
    call_command("import_article", str(sample), publish=True, json=True)
    (again,) = json.loads(capsys.readouterr().out)["articles"]
    assert again["action"] == "skip"


def test_one_changed_line_is_an_update(sample, article, tmp_path, capsys):
    changed = tmp_path / sample.name
    changed.write_text(
        sample.read_text(encoding="utf-8").replace("around age 30", "around age thirty"), encoding="utf-8"
    )
    call_command("import_article", str(changed), publish=True, json=True)
    (again,) = json.loads(capsys.readouterr().out)["articles"]
    assert again["action"] == "update"
    assert again["page_id"] == article.pk


def test_reading_it_costs_no_more_than_promised(article, client, django_assert_max_num_queries):
    client.get(article.url)
    with django_assert_max_num_queries(WARM):
        client.get(article.url)
    for name in settings.CACHES:
        caches[name].clear()
    with django_assert_max_num_queries(COLD):
        client.get(article.url)
