import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnwellness.content.minify import minify_css, minify_html

KEPT = [
    # One space more or less, and each of these would mean something else.
    "@layer parts{.table :is(th,td){color:red}}",
    "@layer parts{.table:is(th,td){color:red}}",
    ".a :hover,.a:hover{color:red}",
    ".a .b,.a.b{color:red}",
    ".a{&:hover{color:red}& .b{color:blue}.c &{color:green}}",
    ".a{inline-size:calc(100% - 2 * (1rem + 1px))}",
    ".a{padding:max(1rem,(100% - 3rem) / 2)}",
    "@media screen and (min-width:40em) and (not (hover)){.a{color:red}}",
    "@container panel (inline-size>30rem){.a{color:red}}",
    "@supports selector(:has(a)) and (color:light-dark(red,blue)){.a{color:red}}",
    '.a:has(> .b)::before{content:"a  /* no comment */  { ; } \\" , b"}',
    ".a::before{content:'it  \\' is'}",
    '.a{background:url(data:image/png;base64,AA==) , url("a  b.png")}'.replace(" , ", ","),
    ".a\\:b\\  c{color:red}",
    "a[href^='x, y' i]{color:red}",
    ".a{--empty: ;--b:a b}".replace(": ;", ":;"),
    ".a{font:600 var(--size)/1.2 var(--serif)}",
    ".a{margin:0 -.5rem}",
    ".a+.b~.c>.d{color:red}",
    "@layer tokens,base;",
    # Layers that do not follow each other, or are not the same one.
    "@layer a{.a{color:red}}@layer b{.a{color:red}}@layer a{.b{color:red}}",
    "@layer a{.a{color:red}}.b{color:red}@layer a{.b{color:red}}",
    "@layer a{.a{color:red}}@layer a.b{.a{color:red}}@layer{.a{color:red}}@layer{.a{color:red}}",
]


@pytest.mark.parametrize("css", KEPT)
def test_what_means_something_stays(css):
    assert minify_css(css) == css.replace("(> ", "(>")


@pytest.mark.parametrize(
    ("css", "short"),
    [
        (".a {\n  color: red;\n  margin: 0 auto;\n}\n\n.b , .c > .d { color: red; }",
         ".a{color:red;margin:0 auto}.b,.c>.d{color:red}"),
        ("/* Why. */\n.a { /* how */ color: red; /* { */ }", ".a{color:red}"),
        (".a/* words */.b { margin: 1px/**/2px }", ".a/**/.b{margin:1px/**/2px}"),
        (".a { color: clamp(\n    1rem,\n    2vw,\n    3rem\n  ); ; }", ".a{color:clamp(1rem,2vw,3rem)}"),
        (".a { color: red }\n\n/* the end */\n", ".a{color:red}"),
        ("@layer a {\n  .b { color: red }\n}\n@layer a { .c { color: red } }", "@layer a{.b{color:red}.c{color:red}}"),
        ("@layer a { @layer b; }\n@layer a { .c { color: red } }", "@layer a{@layer b;.c{color:red}}"),
        ("@layer a { }\n@layer a { .b::before { content: '}' } }", "@layer a{.b::before{content:'}'}}"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_a_browser_skips_goes(css, short):
    assert minify_css(css) == short


SPACE = st.sampled_from(["", " ", "\n  ", "/* why { */", " /* a; b */\n"])
SELECTORS = st.sampled_from([".a", ".table :is(th,td)", "a:hover", ".a>.b", "@media (width>40em)"])
DECLARATIONS = st.lists(
    st.sampled_from(["color:red", "inset:0 auto", "--b:calc(1px + 2px)", 'content:"; }"']), min_size=1
)


@given(st.data(), st.lists(st.tuples(SELECTORS, DECLARATIONS)))
def test_all_writings_of_a_style_sheet_come_out_the_same(data, rules):
    def spaced(mark):
        return data.draw(SPACE) + mark + data.draw(SPACE)

    written = "".join(
        selector + spaced("{") + spaced(";").join(declarations) + spaced("}")
        for selector, declarations in rules
    )
    assert minify_css(written) == "".join(f"{selector}{{{';'.join(lines)}}}" for selector, lines in rules)


def test_a_page_loses_its_indentation_and_keeps_a_break_between_words():
    html = "<p>\n    One <b>two</b>\n\n    three  four\n</p>\n"
    assert minify_html(html) == "<p>\nOne <b>two</b>\nthree  four\n</p>\n"


def test_a_page_loses_the_keys_of_its_paragraphs_and_no_word_about_them():
    html = '<p data-block-key="a1b2c">Is data-block-key="a1b2c" one?</p><li data-block-key="x" dir="auto">No.</li>'
    assert minify_html(html) == '<p>Is data-block-key="a1b2c" one?</p><li dir="auto">No.</li>'


@pytest.mark.parametrize("shown", ["<pre>\n  a\n</pre>", '<textarea rows="2">\n  a\n</textarea>'])
def test_a_page_that_shows_line_breaks_keeps_them_all(shown):
    assert minify_html(f"<p>\n  {shown}\n</p>") == f"<p>\n  {shown}\n</p>"
