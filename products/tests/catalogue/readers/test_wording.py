import pytest

from products.catalogue.readers.wording import mended, plain, without_entities


class TestPlainText:
    def test_keeps_marks_quotes_and_superscripts_as_typed(self):
        text = "“Golden Root™” — 10⁹ CFU, ®"
        assert plain(text) == text

    def test_loses_what_nobody_sees(self):
        assert plain(" Golden\u00a0Root\u200b™\u00ad\r\n") == "Golden Root™"

    def test_is_fit_for_a_database(self):
        plain("a\0b\ud800").encode()


class TestTextEncodedTwice:
    @pytest.mark.parametrize(
        ("broken", "meant"),
        [("Golden Rootâ„¢", "Golden Root™"), ("itâ€™s", "it’s"), ("cafÃ©", "café"), ("QNÂ®", "QN®")],
    )
    def test_is_mended(self, broken, meant):
        assert mended(broken) == meant

    @pytest.mark.parametrize("text", ["CAFÉ™", "MANHÃ™", "naïve™", "Âge", "pâté"])
    def test_is_not_seen_where_there_is_none(self, text):
        assert mended(text) == text


class TestEntities:
    def test_become_characters_even_when_doubled(self):
        assert without_entities("Leaf &amp;amp; Root&trade;") == "Leaf & Root™"

    def test_are_not_seen_where_there_are_none(self):
        assert without_entities("R&D; B&B &copy") == "R&D; B&B &copy"
