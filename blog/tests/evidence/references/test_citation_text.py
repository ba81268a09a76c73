from blog.evidence.reference import Reference
from blog.evidence.references import Found, Reason, Unreadable, read

NLM = (
    "Knapen MH, Drummen NE, Smit E, Vermeer C, Theuwissen E. Three-year low-dose menaquinone-7 supplementation"
    " helps decrease bone loss in healthy postmenopausal women. Osteoporos Int. 2013 Sep;24(9):2499-507."
    " doi: 10.1007/s00198-013-2325-6. Epub 2013 Mar 23. PMID: 23525894."
)
AMA = (
    "Knapen MH, Drummen NE, Smit E, et al. Does low-dose menaquinone-7 help? A trial. Osteoporos Int."
    " 2013;24(9):2499-2507. doi:10.1007/s00198-013-2325-6"
)
BOOK = (
    "Institute of Medicine. Dietary Reference Intakes for Calcium and Vitamin D. Washington (DC): National"
    " Academies Press (US); 2011. PMID: 21796828."
)


def references(text):
    return [result.reference for result in read(text) if isinstance(result, Found)]


class TestAReferenceFromPubMed:
    def test_in_nlm_form_is_read_whole(self):
        assert references(NLM) == [
            Reference(
                title="Three-year low-dose menaquinone-7 supplementation helps decrease bone loss in healthy"
                " postmenopausal women",
                authors=("Knapen, M. H.", "Drummen, N. E.", "Smit, E.", "Vermeer, C.", "Theuwissen, E."),
                container="Osteoporos Int",
                year=2013,
                volume="24",
                issue="9",
                pages="2499–2507",
                doi="10.1007/s00198-013-2325-6",
                pmid="23525894",
            )
        ]

    def test_in_ama_form_keeps_a_title_of_two_sentences_and_drops_et_al(self):
        [reference] = references(AMA)
        assert reference.title == "Does low-dose menaquinone-7 help? A trial"
        assert reference.authors == ("Knapen, M. H.", "Drummen, N. E.", "Smit, E.")
        assert (reference.year, reference.volume, reference.pages) == (2013, "24", "2499–2507")

    def test_is_a_book_where_a_publisher_stands_before_the_year(self):
        [reference] = references(BOOK)
        assert (reference.type, reference.publisher) == ("book", "National Academies Press (US)")
        assert reference.authors == ("Institute of Medicine",)

    def test_keeps_an_organisation_with_commas_in_one_piece(self):
        [reference] = references(
            "EFSA Panel on Nutrition, Novel Foods and Food Allergens (NDA). Scientific opinion on vitamin K."
            " EFSA J. 2017;15(5):4780."
        )
        assert reference.authors == ("EFSA Panel on Nutrition, Novel Foods and Food Allergens (NDA)",)

    def test_keeps_letters_of_any_language(self):
        [reference] = references(
            "Müller-Łukasz Ö, O'Brien J-P Jr. Über Knochen. Z Ernährungswiss. 2001;3:1-9."
        )
        assert reference.authors == ("Müller-Łukasz, Ö.", "O'Brien, J. P. Jr")
        assert reference.title == "Über Knochen"


class TestSeveralReferences:
    def test_stand_one_a_line(self):
        assert len(references(f"{NLM}\n{AMA}\n{BOOK}")) == 3

    def test_may_be_numbered(self):
        assert len(references(f"1. {NLM}\n2. {BOOK}\n[3] {AMA}")) == 3

    def test_may_be_wrapped_if_empty_lines_part_them(self):
        first, last = NLM.split(" helps ")
        assert references(f"{first}\nhelps {last}\n\n{BOOK}") == references(f"{NLM}\n{BOOK}")

    def test_may_have_their_numbers_on_a_line_of_their_own(self):
        words, number = NLM.split(" PMID")
        assert references(f"{words}\nPMID{number}\n{BOOK}") == references(f"{NLM}\n{BOOK}")

    def test_are_told_apart_from_what_is_none(self):
        found, lost = read(f"{NLM}\nand a note of mine")
        assert isinstance(found, Found)
        assert (lost.line, lost.excerpt) == (2, "and a note of mine")
        assert lost.reason == Reason.NO_PARTS

    def test_run_together_are_refused(self):
        one = NLM.partition(" Three")[0]
        [lost] = read(f"{one}\n{NLM.partition(one)[2]}\n{one}\n{NLM.partition(one)[2]}")
        assert isinstance(lost, Unreadable)
        assert lost.reason == Reason.SEVERAL


class TestAReferenceInApaForm:
    def test_is_read_whole(self):
        assert references(
            "Knapen, M. H., Drummen, N. E., & van der Berg, E. (2013). Low-dose menaquinone-7: does it help?"
            " Osteoporosis International, 24(9), 2499–2507. https://doi.org/10.1007/s00198-013-2325-6"
        ) == [
            Reference(
                title="Low-dose menaquinone-7: does it help?",
                authors=("Knapen, M. H.", "Drummen, N. E.", "van der Berg, E."),
                container="Osteoporosis International",
                year=2013,
                volume="24",
                issue="9",
                pages="2499–2507",
                doi="10.1007/s00198-013-2325-6",
            )
        ]

    def test_may_be_a_page_of_the_web(self):
        [reference] = references(
            "Office of Dietary Supplements. (2024, July 26). Vitamin D. National Institutes of Health."
            " https://ods.od.nih.gov/factsheets/VitaminD/"
        )
        assert (reference.type, reference.container) == ("webpage", "National Institutes of Health")
        assert reference.authors == ("Office of Dietary Supplements",)
        assert reference.url == "https://ods.od.nih.gov/factsheets/VitaminD/"

    def test_may_be_a_book(self):
        [reference] = references("Smith, J. (2001). Bones and their keepers. Springer.")
        assert (reference.type, reference.publisher, reference.container) == ("book", "Springer", "")

    def test_needs_an_author(self):
        [lost] = read("(2013). Title. Journal.")
        assert lost.reason == Reason.NO_AUTHOR
