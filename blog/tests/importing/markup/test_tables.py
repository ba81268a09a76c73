"""Tables: their heads, cells that reach across, and tables that only arrange boxes."""

from blog.importing.document import HeadingElement, Paragraph, TableElement
from blog.importing.markup import read_markup


def table(source: str) -> TableElement:
    (element,) = read_markup(source).elements
    assert isinstance(element, TableElement)
    return element


def test_the_head_and_the_caption_are_kept() -> None:
    found = table(
        "<table><caption>Grains</caption><thead><tr><th>Grain<th>Taste</thead><tr><td>Rye<td><b>sour</b></table>"
    )
    assert found == TableElement(
        (("Grain", "Taste"), ("Rye", "<strong>sour</strong>")), header=True, caption="Grains"
    )


def test_a_bold_first_row_is_the_head() -> None:
    found = table("<table><tr><td><b>Grain</b><td><p><b>Taste</b></p><tr><td>Rye<td>sour</table>")
    assert found.rows[0] == ("Grain", "Taste")
    assert found.header


def test_a_table_without_a_head_has_none() -> None:
    assert not table("<table><tr><td>Rye<td>sour<tr><td>Oats<td>soft</table>").header


def test_cells_that_name_rows_are_told() -> None:
    found = table(
        '<table><tr><th>Rye</th><td>1</td></tr><tr><th scope="row">Oats</th><td>2</td></tr><tr><th>Bran<td>3</table>'
    )
    assert found.row_header
    assert not found.header


def test_cells_that_reach_down_are_said_of_each_row_and_those_across_once() -> None:
    found = table("<table><tr><th>a<th>b<th>c<tr><td rowspan=2>Rye<td colspan=2>sour<tr><td>x<td>y</table>")
    assert found.rows[1:] == (("Rye", "sour", ""), ("Rye", "x", "y"))


def test_a_row_across_the_whole_table_is_its_caption() -> None:
    found = table("<table><tr><td colspan=2>Grains<tr><th>Grain<th>Taste<tr><td>Rye<td>sour</table>")
    assert found.caption == "Grains"
    assert found.rows == (("Grain", "Taste"), ("Rye", "sour"))


def test_names_in_two_rows_become_one() -> None:
    found = table(
        "<table><thead><tr><th>Grain<th colspan=2>Taste<tr><th><th>first<th>then</thead><tr><td>Rye<td>1<td>2</table>"
    )
    assert found.rows == (("Grain", "Taste first", "Taste then"), ("Rye", "1", "2"))


def test_a_table_pasted_from_word_is_one() -> None:
    words = "<p class=MsoNormal><span lang=EN>{}<o:p></o:p></span></p>"
    cell = f'<td width=200 valign=top style="border:solid windowtext 1.0pt">{words}</td>'
    pairs = (("Rye", "1"), ("Oats", "&nbsp;"))
    source = "".join(f"<tr>{cell.format(one)}{cell.format(two)}</tr>" for one, two in pairs)
    assert table(f"<table class=MsoTableGrid border=1>{source}</table>").rows == (("Rye", "1"), ("Oats", ""))


def test_a_table_that_arranges_boxes_is_opened() -> None:
    assert read_markup("<table><tr><td><h3>Rye</h3><p>It is sour.</p></td></tr></table>").elements == (
        HeadingElement("Rye", 3),
        Paragraph("It is sour."),
    )


def test_a_cell_that_says_it_spans_a_million_columns_does_no_harm() -> None:
    found = table("<table><tr><td colspan=1000000 rowspan=1000000>Rye<td>1<tr><td>Oats<td>2</table>")
    assert max(map(len, found.rows)) < 100


def test_names_of_columns_that_say_the_same_all_stay() -> None:
    rows = "<tr><td>oats</td><td>rye</td></tr><tr><td>spelt</td><td>wheat</td></tr>"
    for names in (("Grain", "Grain"), ("", "Grain")):
        first = "".join(f"<th>{name}</th>" for name in names)
        (table,) = read_markup(f"<table><tr>{first}</tr>{rows}</table>").elements
        assert table == TableElement((names, ("oats", "rye"), ("spelt", "wheat")), header=True)


def test_a_row_of_names_that_is_longer_than_the_next_keeps_its_words() -> None:
    head = "<thead><tr><th>A</th><th>B</th><th>C</th></tr><tr><th>x</th><th>y</th></tr></thead>"
    (table,) = read_markup(f"<table>{head}<tr><td>1</td><td>2</td></tr></table>").elements
    assert isinstance(table, TableElement)
    assert table.rows[0] == ("A x", "B y", "C")
