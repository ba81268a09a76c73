from blog.blocks.body import BodyBlock
from blog.importing.completing import completed
from blog.tests.factories import block, heading, infographic


def test_a_block_stored_in_part_says_the_same_as_one_a_form_stored():
    body = BodyBlock()
    stored = [
        heading("Sun"),
        infographic(block("benefits", {"title": "Good", "benefits": [block("item", {"title": "A"})]})),
    ]
    once = completed(body, stored)
    assert once[0]["value"]["is_listed"] is True
    assert once[0]["value"]["text"] == "Sun"
    assert "text" in once[1]["value"]["panels"][0]["value"]["benefits"][0]["value"]
    assert completed(body, once) == once


def test_what_a_block_does_not_know_stays():
    unknown = [{"type": "gone", "value": {"a": 1}, "id": "x"}]
    assert completed(BodyBlock(), unknown) == unknown
