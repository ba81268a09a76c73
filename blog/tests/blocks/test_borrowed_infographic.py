from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import PageViewRestriction

from blog.blocks.borrowed_infographic import BorrowedInfographicBlock
from blog.models import ProductMention
from blog.tests.blocks.reading import article_of, words
from blog.tests.factories import (
    block,
    call_to_action,
    heading,
    infographic,
    line,
    make_article,
    rewrite,
    text,
)
from blog.tests.facts.facts import make_fact, state
from blog.tests.sources.sources import make_source
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


def statistic(figure="<p>30–40%</p>", citations=()):
    cited = [block("item", source.pk) for source in citations]
    return block(
        "statistic",
        {"title": "Taken up", "figure": figure, "context": line("of it"), "citations": cited},
    )


def borrowed(article, title=""):
    return block("borrowed_infographic", {"article": article.pk, "title": title})


def lender(*panels, titles=("At a glance",), **fields):
    figures = [infographic(*panels, title=title) for title in titles]
    return make_article(*figures, **{"title": "The lender", **fields})


def figures(body):
    return body.select("figure.infographic")


class TestABorrowedInfographic:
    def test_is_shown_with_a_line_that_leads_to_its_article(self):
        article = lender(statistic())
        (figure,) = figures(article_of(borrowed(article)))
        assert words(figure.select_one(".statistic")) == "30–40% of it"
        link = figure.select_one("header a")
        assert words(link.parent) == "From: The lender"
        assert link["href"] == article.url

    def test_follows_what_is_published_there_and_no_draft(self):
        article = lender(statistic())
        host = make_article(borrowed(article), title="Host")
        rewrite(article, infographic(statistic("<p>20%</p>")), publish=False)
        assert "20%" not in _page(host)
        rewrite(article, infographic(statistic("<p>25%</p>")))
        assert "25%" in _page(host)

    @pytest.mark.parametrize("hide", ["unpublish", "restrict", "expire", "delete", "empty"])
    def test_leaves_nothing_where_it_cannot_be_seen(self, hide):
        article = lender(statistic())
        host = make_article(text("<p>Words</p>"), borrowed(article), title="Host")
        {
            "unpublish": article.unpublish,
            "restrict": lambda: PageViewRestriction.objects.create(page=article, restriction_type="login"),
            "expire": lambda: (
                type(article)
                .objects.filter(pk=article.pk)
                .update(expire_at=timezone.now() - timedelta(hours=1))
            ),
            "delete": article.delete,
            "empty": lambda: rewrite(article, text("<p>Words</p>")),
        }[hide]()
        page = _page(host)
        assert "The lender" not in page
        assert not figures(BeautifulSoup(page, "html.parser"))

    def test_has_an_id_of_its_own_however_often_it_is_shown(self):
        article = lender(statistic())
        body = article_of(borrowed(article), borrowed(article))
        ids = [element["id"] for element in body.select("[id]")]
        assert len(figures(body)) == 2
        assert len(set(ids)) == len(ids)

    def test_may_be_one_of_several(self):
        article = lender(statistic(), titles=("First", "Second"))
        body = article_of(borrowed(article, " second "))
        assert [words(figure.h2) for figure in figures(body)] == ["Second"]

    def test_one_of_several_that_is_gone_leaves_nothing(self):
        article = lender(statistic(), titles=("First", "Second"))
        assert not figures(article_of(borrowed(article, "Third")))

    def test_an_only_one_stays_when_it_is_called_otherwise(self):
        assert figures(article_of(borrowed(lender(statistic(), titles=("New",)), "Old")))

    def test_does_not_lend_on_what_it_borrows(self):
        middle = make_article(borrowed(lender(statistic())), title="Middle")
        assert not figures(article_of(borrowed(middle)))

    def test_may_be_borrowed_by_its_own_article(self):
        article = lender(statistic())
        rewrite(article, infographic(statistic()), borrowed(article))
        assert len(figures(BeautifulSoup(_page(article), "html.parser"))) == 2

    def test_names_products_without_a_mention_of_its_host(self):
        product = make_product(title="Bone Essential™")
        host = make_article(borrowed(lender(call_to_action(product))), title="Host")
        assert "View Bone Essential™" in _page(host)
        assert not ProductMention.objects.filter(article=host)

    def test_leaves_the_numbers_of_its_host_alone(self):
        fact, source = make_fact(30, 40), make_source("A study")
        article = lender(statistic(f"<p>{state(fact)}</p>", [source]))
        own = text(f"<p>Here {state(fact)}.</p>")
        body = article_of(borrowed(article), own)
        (figure,) = figures(body)
        assert words(figure.select_one(".statistic__figure")) == "30–40%"
        assert not figure.select(".fact, .citation")
        assert body.select_one("p .fact")["id"].endswith("-1")

    def test_is_found_by_nobody_who_looks_for_its_words(self):
        host = make_article(borrowed(lender(statistic())), title="Host")
        assert "Taken up" not in host.searched_words()


@pytest.mark.slow
def test_many_cost_no_more_queries_than_one(client):
    def host(number):
        lenders = [
            lender(statistic(f"<p>{state(make_fact(n))}</p>"), title=f"Lender {number} {n}")
            for n in range(number)
        ]
        return make_article(heading("One"), *map(borrowed, lenders), title=f"Host {number}").url

    few, many = host(1), host(6)
    counts = []
    for url in (few, many):
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        counts.append(len(captured))
    assert counts[0] == counts[1]


class TestTheForm:
    BLOCK = BorrowedInfographicBlock()

    def problems(self, article, title=""):
        with pytest.raises(StructBlockValidationError) as caught:
            self.BLOCK.clean(self.BLOCK.normalize({"article": article, "title": title}))
        return {field: error.messages[0] for field, error in caught.value.block_errors.items()}

    def accepts(self, article, title=""):
        return bool(self.BLOCK.clean(self.BLOCK.normalize({"article": article, "title": title})))

    def test_asks_for_a_title_where_there_are_several_and_lists_them(self):
        problems = self.problems(lender(titles=("First", "Second")))
        assert problems == {
            "title": "This article has several infographics. Write the title of one: “First”, “Second”."
        }

    def test_lists_the_titles_there_are_where_one_is_wrong(self):
        problems = self.problems(lender(titles=("First",)), "Third")
        assert problems == {"title": "This article has no infographic with that title. It has: “First”."}

    def test_says_that_an_article_has_none(self):
        article = make_article(text("<p>Words</p>"))
        assert self.problems(article) == {"article": "This article has no infographic."}

    def test_knows_the_infographics_of_a_draft(self):
        article = make_article(text("<p>Words</p>"), publish=False)
        rewrite(article, infographic(title="Planned"), publish=False)
        assert self.accepts(article)

    def test_takes_an_only_one_without_its_title(self):
        assert self.accepts(lender())

    def test_needs_an_article(self):
        with pytest.raises(ValidationError):
            self.BLOCK.clean(self.BLOCK.normalize({"article": None, "title": ""}))


def _page(article):
    return Client().get(type(article).objects.get(pk=article.pk).url).content.decode()


def test_an_error_names_no_titles_of_a_draft():
    article = lender(statistic(), titles=("SECRET",), publish=False)
    chooser = BorrowedInfographicBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        chooser.clean(chooser.to_python({"article": article.pk, "title": "Another"}))
    said = str(refused.value.block_errors["title"])
    assert "no infographic with that title" in said
    assert "SECRET" not in said
