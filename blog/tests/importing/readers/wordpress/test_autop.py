import pytest

from blog.importing.readers.wordpress.autop import with_paragraphs


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("Tea", "<p>Tea</p>\n"),
        ("Tea\n\nLeaf", "<p>Tea</p>\n<p>Leaf</p>\n"),
        ("Tea\r\n \t\r\n\r\nLeaf", "<p>Tea</p>\n<p>Leaf</p>\n"),
        ("Tea\nLeaf", "<p>Tea<br />\nLeaf</p>\n"),
        ("Tea<br>\nLeaf", "<p>Tea<br />\nLeaf</p>\n"),
        ("Tea\n<br/>Leaf", "<p>Tea<br />\nLeaf</p>\n"),
        ("Tea<br><br />Leaf", "<p>Tea</p>\n<p>Leaf</p>\n"),
        ("Tea <b>and\nleaf</b>", "<p>Tea <b>and<br />\nleaf</b></p>\n"),
        ("<b>Tea\n\nLeaf</b>", "<p><b>Tea</b></p>\n<p><b>Leaf</b></p>\n"),
        ('<a\nhref="/">Tea</a>', '<p><a\nhref="/">Tea</a></p>\n'),
        ("Tea\n<h2>Leaf</h2>\nCup", "<p>Tea</p>\n<h2>Leaf</h2><p>Cup</p>\n"),
        ("<h2>Tea\nLeaf</h2>", "<h2>Tea<br />\nLeaf</h2>"),
        ("<p>Tea</p>\n\n<p>Leaf</p>", "<p>Tea</p><p>Leaf</p>"),
        ("<p>Tea\n\nLeaf</p>", "<p>Tea</p>\n<p>Leaf</p>"),
        ("<ul>\n<li>Tea</li>\n\n<li>Leaf</li>\n</ul>", "<ul>\n<li>Tea</li><li>Leaf</li>\n</ul>"),
        ("<blockquote>Tea\n\nLeaf</blockquote>", "<blockquote><p>Tea</p>\n<p>Leaf</p>\n</blockquote>"),
        ("<div>Tea</div>", "<div>Tea</div>"),
        ("<div>Tea\n\nLeaf</div>", "<div><p>Tea</p>\n<p>Leaf</p>\n</div>"),
        ("<pre>Tea\n\nLeaf\n</pre>\nCup", "<pre>Tea\n\nLeaf\n</pre><p>Cup</p>\n"),
        ("<script>a\n\nb</script>", "<script>a\n\nb</script>"),
        ("<!-- a\n\nb -->\n\nTea", "<!-- a\n\nb --><p>Tea</p>\n"),
        ("Tea < leaf > cup", "<p>Tea < leaf > cup</p>\n"),
        (
            "<table>\n<tr>\n<td>Tea\nLeaf</td>\n</tr>\n</table>",
            "<table>\n<tr>\n<td>Tea<br />\nLeaf</td>\n</tr>\n</table>",
        ),
    ],
)
def test_paragraphs_of_the_classic_editor(text: str, html: str) -> None:
    assert with_paragraphs(text) == html
