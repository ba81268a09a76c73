import pytest

from blog.evidence.references import Found, Reason, Unreadable, read

ENTRY = r"""
@article{knapen2013three,
  title     = {Three-year low-dose {Menaquinone-7} \& bone},
  author    = {Knapen, Marjo H. J. and {World Health Organization} and Jan van der Berg
               and M{\"u}ller, {\O}ystein and others},
  journal   = "Osteoporosis {International}",
  volume    = 24, number = {9},
  pages     = {2499--507},
  year      = 2013,
  month     = sep # " 1",
  doi       = {10.1007/s00198-013-2325-6},
}
"""


class TestAnEntryInBibtex:
    def test_is_read_whole(self):
        [result] = read(ENTRY)
        reference = result.reference
        assert result.line == 2
        assert reference.title == "Three-year low-dose Menaquinone-7 & bone"
        assert reference.authors == (
            "Knapen, Marjo H. J.",
            "World Health Organization",
            "van der Berg, Jan",
            "Müller, Øystein",
        )
        assert reference.container == "Osteoporosis International"
        assert (reference.year, reference.volume, reference.issue) == (2013, "24", "9")
        assert (reference.pages, reference.doi) == ("2499–2507", "10.1007/s00198-013-2325-6")

    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            (r"caf\'e", "café"),
            (r"caf{\'{e}}", "café"),
            (r"na{\"i}ve", "naïve"),
            (r"na\"{\i}ve", "naïve"),
            (r"\v{S}koda \c c", "Škoda ç"),
            (r"stra{\ss}e", "straße"),
            (r"$\alpha$-tocopherol and $D_3$", "α-tocopherol and D_3"),
            (r"\textit{In vivo} 50\%", "In vivo 50%"),
            ("Not~broken--ever", "Not broken–ever"),
        ],
    )
    def test_shows_what_latex_means(self, written, shown):
        [result] = read(f"@misc{{x, title = {{{written}}}}}")
        assert result.reference.title == shown

    def test_may_be_a_page_of_the_web(self):
        [result] = read(r"@misc{x, title = {A}, howpublished = {\url{https://example.org/a}}, year = 2020}")
        assert result.reference.url == "https://example.org/a"

    def test_may_lack_its_last_brace(self):
        [result] = read("@book{x, title = {A}, year = 2001")
        assert result.reference.year == 2001

    def test_is_not_a_comment(self):
        assert len(read("@comment{x}\n@string{j = {Journal}}\n@preamble{{x}}\n" + ENTRY)) == 1


class TestABrokenEntry:
    def test_is_reported_with_its_line_and_field(self):
        [lost] = read("@article{x,\n  year = 2001,\n  title = {Not closed,\n")
        assert (lost.line, lost.reason, lost.about) == (3, Reason.NOT_CLOSED, {"name": "title"})
        assert lost.excerpt.startswith("@article{x,")

    def test_leaves_the_others_alone(self):
        lost, found = read("@article{x,\n  title {No sign}\n}\n" + ENTRY)
        assert isinstance(lost, Unreadable)
        assert lost.line == 2
        assert isinstance(found, Found)

    def test_says_which_field_has_no_value(self):
        [lost] = read("@article{x, title = , year = 2001}")
        assert (lost.reason, lost.about) == (Reason.NO_VALUE, {"name": "title"})
