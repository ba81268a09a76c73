"""What an import asks, and how what was decided is followed."""

import pytest
from taggit.models import Tag

from blog.importing.decided import decided
from blog.importing.decisions import Decisions, decide, load, questions
from blog.importing.document import BoxElement, ListElement, Paragraph, SourceArticle
from blog.importing.document.stored import to_json
from blog.models import ImportItem, ImportRun
from blog.tests.factories import journal, make_article, make_author
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """Return what is asked about articles of these fields."""
    run = ImportRun.objects.create(trigger="admin", parent=journal())

    def ask(*articles):
        for number, fields in enumerate(articles):
            article = SourceArticle(
                **{"source": f"{number}.txt", "content_hash": "", "elements": (), **fields}
            )
            ImportItem.objects.create(
                run=run,
                position=number,
                source=article.source,
                title=article.title or "",
                content=to_json(article),
            )
        return questions(run.items.all())

    return ask


def link(handle: str) -> Paragraph:
    return Paragraph(f'<a href="{handle}">this one</a>')


class TestAuthors:
    @pytest.mark.parametrize(
        ("said", "likely"),
        [
            ("ada lim", "Ada Lim"),
            ("Ada  Lím", "Ada Lim"),
            ("A. Lim", "Ada Lim"),
            ("Adah Lim", "Ada Lim"),
            ("Bo Ek", ""),
        ],
    )
    def test_that_are_not_here_by_that_name_are_asked_for_with_who_it_may_be(self, asked, said, likely):
        make_author("Ada Lim")
        found = asked({"authors": (said,)}, {"authors": (said, "Ada Lim")})
        (question,) = found.authors
        assert (question.said, question.likely, question.articles) == (said, likely, 2)

    def test_are_asked_for_once(self, asked):
        decide("author", "A. Lim", "Ada Lim")
        decide("author", "Staff", "")
        assert not asked({"authors": ("A. Lim", "Staff")})


class TestTags:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Iron", "iron"),
            ("bone health", "Bone-Health"),
            ("vitamins", "vitamin"),
            ("berries", "berry"),
            ("skin & hair", "Skin and hair"),
            ("açaí", "acai"),
        ],
    )
    def test_that_are_nearly_equal_are_to_be_one(self, asked, one, other):
        found = asked({"tags": (one,)}, {"tags": (one,)}, {"tags": (other,)}, {"tags": ("zinc",)})
        (question,) = found.tags
        assert (question.means, question.said, question.articles) == (one, (other,), 1)

    def test_become_the_one_that_is_here(self, asked):
        Tag.objects.create(name="Iron", slug="iron")
        (question,) = asked({"tags": ("iron",)}, {"tags": ("iron",)}).tags
        assert (question.means, question.said, question.is_here) == ("Iron", ("iron",), True)

    @pytest.mark.parametrize("tags", [("bus", "bu"), ("glass", "glas"), ("iron", "irony"), ("B6", "B12")])
    def test_of_other_words_stay_apart(self, asked, tags):
        assert not asked({"tags": tags})

    def test_are_asked_for_once(self, asked):
        decide("tag", "Irons", "Iron")
        decide("tag", "zincs", "zincs")
        assert not asked({"tags": ("Irons", "Iron", "zincs", "zinc")}).tags


class TestProducts:
    def test_that_are_not_here_are_asked_for_with_what_they_may_be(self, asked):
        make_product(title="Leaf Iron™", handle="leaf-iron")
        box = BoxElement((ListElement((link("/en/products/gone?variant=1").html,), ordered=False),))
        found = asked({"elements": (link("/products/leaf-irons"), link("/products/leaf-iron"), box)})
        assert [(one.handle, one.likely, one.likely_title) for one in found.products] == [
            ("gone", "", ""),
            ("leaf-irons", "leaf-iron", "Leaf Iron™"),
        ]

    def test_of_others_are_not_ours(self, asked):
        assert not asked({"elements": (link("https://elsewhere.test/products/gone"),)})

    def test_are_asked_for_once(self, asked):
        decide("product", "gone", "")
        assert not asked({"elements": (link("/products/gone"),)})


class TestSlugs:
    def test_that_are_equal_are_asked_for_with_free_ones(self, asked):
        make_article(title="Iron", slug="iron")
        found = asked(
            {"title": "Iron"}, {"title": "Zinc"}, {"title": "ZINC"}, {"title": "Other", "slug": "iron-2"}
        )
        assert [(one.source, one.slug, one.proposed, one.others) for one in found.slugs] == [
            ("0.txt", "iron", "iron-3", ("Iron",)),
            ("2.txt", "zinc", "zinc-2", ("Zinc",)),
        ]
        assert found.slugs[0].page
        assert not found.slugs[1].page

    def test_are_asked_for_once(self, asked):
        make_article(title="Iron", slug="iron")
        decide("slug", "0.txt", "iron-new")
        decide("slug", "1.txt", "")
        assert not asked({"title": "Iron"}, {"title": "Iron"}).slugs


class TestDeciding:
    def test_is_remembered_and_can_be_changed(self):
        decide("author", "A. Lim", "Ada Lim")
        decide("author", "A. Lim", "Ada Tan")
        assert load().authors == {"A. Lim": "Ada Tan"}

    @pytest.mark.parametrize(("kind", "said"), [("colour", "green"), ("tag", ""), ("tag", "x" * 256)])
    def test_is_refused_for_what_cannot_be_remembered(self, kind, said):
        with pytest.raises(ValueError, match=r"kind|characters"):
            decide(kind, said, "x")

    def test_takes_a_few_queries_whatever_the_number_of_articles(self, asked, django_assert_max_num_queries):
        articles = [
            {
                "title": f"T {n}",
                "tags": (f"tag {n}",),
                "authors": (f"A {n}",),
                "elements": (link(f"/products/p-{n}"),),
            }
            for n in range(30)
        ]
        asked(*articles)
        items = list(ImportItem.objects.all())
        with django_assert_max_num_queries(9):
            questions(items)


class TestWhatWasDecided:
    def test_is_followed(self):
        article = SourceArticle(
            "a.txt",
            "",
            (link("/products/Old-One?variant=7"), link("/products/old-one-more"), link("/products/kept")),
            authors=("A. Lim", "Staff", "Ada Lim"),
            tags=("Irons", "iron", "zinc"),
            slug="theirs",
        )
        means = Decisions(
            {"A. Lim": "Ada Lim", "Staff": ""},
            {"Irons": "iron"},
            {"old-one": "new", "kept": ""},
            {"a.txt": "ours"},
        )
        found = decided(article, means)
        assert (found.authors, found.tags, found.slug) == (("Ada Lim",), ("iron", "zinc"), "ours")
        assert [element.html for element in found.elements] == [
            link("/products/new?variant=7").html,
            link("/products/old-one-more").html,
            link("/products/kept").html,
        ]

    def test_changes_nothing_else(self):
        article = SourceArticle("a.txt", "h", (Paragraph("Words"),), tags=("iron",))
        assert decided(article, Decisions(products={"a": "b"})) == article
