from blog.importing.block_ids import keep_ids
from blog.tests.factories import heading, text


def addressed(block, anchor):
    return {**block, "value": {**block["value"], "anchor": anchor, "anchor_was": ""}}


def test_a_heading_keeps_its_id_and_the_address_an_editor_gave_it():
    old = [addressed(heading("Sun"), "light"), text("<p>Words.</p>")]
    new = [text("<p>Words.</p>"), addressed(heading("Sun"), "")]
    assert keep_ids(new, old) == [old[1], old[0]]


def test_a_heading_whose_words_changed_keeps_them_too():
    old, new = addressed(heading("Sun"), "light"), addressed(heading("Sunlight"), "")
    (kept,) = keep_ids([new], [old])
    assert (kept["id"], kept["value"]["anchor"], kept["value"]["text"]) == (old["id"], "light", "Sunlight")
