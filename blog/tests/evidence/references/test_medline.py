from blog.evidence.references import Found, Reason, read

RECORD = """PMID- 23525894
OWN - NLM
DP  - 2013 Sep
TI  - Three-year low-dose menaquinone-7 supplementation helps decrease bone loss in
      healthy postmenopausal women.
PG  - 2499-507
LID - S0-1 [pii]
LID - 10.1007/s00198-013-2325-6 [doi]
AB  - PURPOSE: We have investigated whether low-dose vitamin K2 supplements could
      beneficially affect bone health.
FAU - Knapen, M H J
AU  - Knapen MH
FAU - Drummen, N E
AU  - Drummen NE
CN  - The Bone Group
TA  - Osteoporos Int
JT  - Osteoporosis international : a journal
VI  - 24
IP  - 9
"""


class TestARecordOfPubMed:
    def test_is_read_whole(self):
        [result] = read(RECORD)
        reference = result.reference
        assert reference.title.endswith("bone loss in healthy postmenopausal women")
        assert reference.authors == ("Knapen, M H J", "Drummen, N E", "The Bone Group")
        assert (reference.container, reference.year) == ("Osteoporosis international : a journal", 2013)
        assert (reference.volume, reference.issue, reference.pages) == ("24", "9", "2499–2507")
        assert (reference.doi, reference.pmid) == ("10.1007/s00198-013-2325-6", "23525894")

    def test_may_be_one_of_several_with_an_empty_line_between_or_without(self):
        other = RECORD.replace("23525894", "111").replace("LID - 10", "XXX - 10")
        for between in ("", "\n", "\n\n"):
            assert [result.reference.pmid for result in read(RECORD + between + other)] == ["23525894", "111"]

    def test_has_authors_in_short_form_where_the_full_names_are_missing(self):
        [result] = read("\n".join(row for row in RECORD.splitlines() if not row.startswith("FAU")))
        assert result.reference.authors[0] == "Knapen, M. H."

    def test_without_a_title_is_reported_with_its_line(self):
        found, lost = read(RECORD + "\nPMID- 5\nDP  - 2001\n")
        assert isinstance(found, Found)
        assert (lost.line, lost.reason) == (RECORD.count("\n") + 2, Reason.NO_TITLE)

    def test_of_a_book_knows_its_chapter_and_publisher(self):
        [result] = read(
            "PMID- 7\nTI  - Vitamin K\nBTI - StatPearls\nPB  - StatPearls Publishing\nDP  - 2024\n"
        )
        reference = result.reference
        assert (reference.type, reference.container, reference.publisher) == (
            "chapter",
            "StatPearls",
            "StatPearls Publishing",
        )
