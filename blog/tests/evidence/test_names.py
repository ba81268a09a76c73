import pytest

from blog.evidence.names import from_first_name_first, from_medical_form, parts


class TestAName:
    @pytest.mark.parametrize(
        ("name", "person"),
        [
            ("Knapen, M. H. J.", ("Knapen", "M. H. J.")),
            ("van der Berg, Jan", ("van der Berg", "Jan")),
            ("World Health Organization", None),
            ("National Institutes of Health, Office of Dietary Supplements", None),
            ("Knapen,", None),
            ("", None),
        ],
    )
    def test_is_of_a_person_or_of_an_organisation(self, name, person):
        assert parts(name) == person

    @pytest.mark.parametrize(
        ("short", "full"),
        [
            ("Knapen MH", "Knapen, M. H."),
            ("van den Heuvel EG", "van den Heuvel, E. G."),
            ("O'Brien J-P Jr", "O'Brien, J. P. Jr"),
            ("Øster Ø", "Øster, Ø."),
            ("WHO Study Group", "WHO Study Group"),
            ("EFSA", "EFSA"),
        ],
    )
    def test_in_medical_form_gets_its_full_stops(self, short, full):
        assert from_medical_form(short) == full

    @pytest.mark.parametrize(
        ("name", "turned"),
        [("Jan van der Berg", "van der Berg, Jan"), ("Plato", "Plato"), ("Ada B. Lim", "Lim, Ada B.")],
    )
    def test_with_the_first_name_first_is_turned(self, name, turned):
        assert from_first_name_first(name) == turned
