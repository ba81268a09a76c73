from products.rich_text.mention import Mention, Wording


class TestAMention:
    def test_is_read_from_the_attributes_of_a_stored_link(self):
        assert Mention.read({"linktype": "product", "id": "7", "text": "name"}) == Mention(7, Wording.NAME)

    def test_keeps_its_words_unless_it_says_otherwise(self):
        assert Mention.read({"id": "7"}) == Mention(7, Wording.OWN)
        assert Mention.read({"id": "7", "text": "NAME"}) == Mention(7, Wording.OWN)

    def test_is_none_without_the_id_of_a_product(self):
        for pk in (None, "", "x", "-1", "1.5", "²", "9" * 40):
            assert Mention.read({"id": pk, "text": "name"}) is None

    def test_is_stored_with_its_attributes_in_one_order(self):
        assert list(Mention(7, Wording.OWN).attributes().items()) == [
            ("linktype", "product"),
            ("id", "7"),
            ("text", "own"),
        ]
