import pytest

from blog.evidence.references import Found, Reason, Unreadable, read

RECORD = """TY  - JOUR
AU  - Hurrell, Richard
AU  - Egli, Ines
TI  - Iron bioavailability and <i>dietary</i> reference values
JO  - Am J Clin Nutr
JF  - The American Journal of Clinical Nutrition
PY  - 2010/05/01
VL  - 91
IS  - 5
SP  - 1461S
EP  - 1467S
DO  - https://doi.org/10.3945/ajcn.2010.28674F
N1  - A review.
ER  -
"""


class TestARecordInRis:
    def test_is_read_whole(self):
        [result] = read(RECORD)
        reference = result.reference
        assert reference.title == "Iron bioavailability and dietary reference values"
        assert reference.authors == ("Hurrell, Richard", "Egli, Ines")
        assert reference.container == "The American Journal of Clinical Nutrition"
        assert (reference.year, reference.volume, reference.issue) == (2010, "91", "5")
        assert (reference.pages, reference.doi) == ("1461S–1467S", "10.3945/ajcn.2010.28674F")
        assert reference.note == "A review."

    @pytest.mark.parametrize(
        ("code", "type"),
        [("BOOK", "book"), ("CHAP", "chapter"), ("ELEC", "webpage"), ("RPRT", "report"), ("XYZ", "document")],
    )
    def test_has_a_type_of_ours(self, code, type):
        [result] = read(RECORD.replace("JOUR", code))
        assert result.reference.type == type

    def test_may_be_one_of_several_even_without_an_end(self):
        assert len(read(RECORD * 3)) == 3
        assert len(read(RECORD.replace("ER  -\n", "") * 3)) == 3

    def test_may_come_from_windows_with_a_mark_at_its_start(self):
        assert read("\ufeff" + RECORD.replace("\n", "\r\n")) == read(RECORD)

    def test_goes_on_in_the_next_line(self):
        [result] = read(RECORD.replace("dietary", "\n dietary"))
        assert result.reference.title == "Iron bioavailability and dietary reference values"

    def test_without_a_title_is_reported_with_its_line(self):
        found, lost = read(RECORD + "\nTY  - JOUR\nAU  - Nobody\nER  -\n")
        assert isinstance(found, Found)
        assert (lost.line, lost.reason) == (16, Reason.NO_TITLE)

    def test_is_told_apart_from_words_around_it(self):
        lost, found = read(f"My list:\n{RECORD}")
        assert isinstance(lost, Unreadable)
        assert (lost.line, lost.excerpt) == (1, "My list:")
        assert isinstance(found, Found)
