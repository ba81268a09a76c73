import re

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from qnwellness.content.references import unresolved
from qnwellness.content.rich_text import to_stored

FEATURES = ["bold", "italic", "superscript", "subscript", "link", "product", "ol", "ul"]


def edited(html):
    """Return stored rich text after the editor opened and saved it."""
    converter = ContentstateConverter(FEATURES)
    with unresolved():
        saved = converter.to_database_format(converter.from_database_format(html))
    return re.sub(r'(<\w+) data-block-key="\w+"', r"\1", saved)


class TestStoredRichText:
    def test_holds_what_the_features_offer_and_reports_the_rest(self):
        html, removals = to_stored("<p>a <b>b</b> <i>c</i></p>", ["bold"])
        assert html == "<p>a <b>b</b> c</p>"
        assert [removal.tag for removal in removals] == ["i"]

    @pytest.mark.parametrize(
        ("html", "stored"),
        [
            ("", ""),
            ("words", "<p>words</p>"),
            ("<p><strong>a</strong> <em>b</em></p>", "<p><b>a</b> <i>b</i></p>"),
            ("<p>it’s \"a\" &amp; 'b'</p>\n<p> c  d </p>", "<p>it’s \"a\" &amp; 'b'</p><p>c d</p>"),
            ("<p>m<sup>2</sup> D<sub>3</sub><br>next</p>", "<p>m<sup>2</sup> D<sub>3</sub><br/>next</p>"),
            ("<ul>\n<li><p>a</p><p>b</p></li>\n<li>c</li></ul>", "<ul><li>a b</li><li>c</li></ul>"),
            ("<li>alone</li>", "<p>alone</p>"),
            ("<ul><li>a<ol><li>b</li></ol></li></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
            ('<p data-block-key="x">of a="b" data-block-key="y"</p>', '<p>of a="b" data-block-key="y"</p>'),
            (
                '<p><b>Take <a linktype="product" id="7" text="name">Calm <i>x</i></a> or</b></p>',
                '<p><b>Take</b> <a linktype="product" id="7" text="name"><b>Calm</b> <b><i>x</i></b></a>'
                "<b> or</b></p>",
            ),
            ('<p><a href="https://e.com/?a=1&amp;b=2">c</a></p>',) * 2,
        ],
    )
    def test_is_what_the_editor_would_store(self, html, stored):
        assert to_stored(html, FEATURES) == (stored, [])
        assert not stored or edited(stored) == stored
