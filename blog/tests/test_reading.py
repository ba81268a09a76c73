from blog.reading import headings, reading_minutes, words

from .factories import block, heading, infographic, text


def test_words_are_counted_in_what_is_read_and_not_in_keys():
    assert words({"kind": "caution", "title": "Mind this", "text": "<p>Two <b>more</b></p>"}) == 4


def test_reading_time_is_at_least_a_minute():
    assert reading_minutes([]) == 1


def test_reading_time_counts_238_words_a_minute():
    assert reading_minutes([text(f"<p>{'word ' * 238 * 3}</p>")]) == 3


def test_headings_inside_an_infographic_stay_out_of_the_outline():
    panel = block("benefits", {"title": "Immune function", "benefits": []})
    outline = headings(
        [heading("Basics"), infographic(panel, title="Basics"), heading("Immune function", "3")]
    )
    assert [(entry.text, entry.anchor) for entry in outline.flat()] == [
        ("Basics", "basics"),
        ("Immune function", "immune-function"),
    ]


def test_a_heading_in_the_contents_only_counts_as_a_section():
    outline = headings([heading("Introduction", "contents"), text("<p>…</p>"), heading("More", "3")])
    assert [(entry.text, entry.level) for entry in outline.flat()] == [("Introduction", 2), ("More", 3)]
