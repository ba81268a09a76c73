import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnwellness.content.html import clean

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></table></mtext></math>',
    '<p style="background:url(javascript:alert(1))" class="x" id="main" onclick="alert(1)">x</p>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<a href="//evil.example" target=_blank>x</a><form action="//evil.example"><input></form>',
    "<style>@import '//evil.example'</style><link rel=stylesheet href=//evil.example>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_or_reaches_out_stays(payload):
    cleaned = clean(f"<p>before</p>{payload}<p>after</p>").casefold()
    for bad in (
        "<script",
        "javascript:",
        "onerror",
        "onbegin",
        "onclick",
        "<style",
        "style=",
        "<iframe",
        "srcdoc",
        "data:",
    ):
        assert bad not in cleaned
    for bad in ("<form", "<input", "<link", "<svg", "<math", 'class="', 'id="main"', "alert(1)</"):
        assert bad not in cleaned
    assert "before" in cleaned
    assert "after" in cleaned


def test_what_an_article_is_made_of_stays():
    html = '<p>One <b>two</b> <a href="https://example.org/">three</a></p><ul><li>four</li></ul>'
    assert clean(html) == html


def test_a_product_named_in_a_sentence_stays():
    html = '<p><a linktype="product" handle="bone-essential" text="own">words</a></p>'
    assert clean(html) == html


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
