"""Lists, as pages, Google Docs and Word write them."""

from blog.importing.document import HeadingElement, ListElement, Paragraph, PictureElement
from blog.importing.markup import read_markup


def test_nested_lists_are_one_with_depths() -> None:
    source = "<ol><li>Oats<ul><li>rolled</li><li>cut</li></ul></li><li>Rye</li></ol>"
    assert read_markup(source).elements == (
        ListElement(("Oats", "rolled", "cut", "Rye"), ordered=True, depths=(0, 1, 1, 0)),
    )


def test_a_list_directly_in_a_list_is_nested() -> None:
    (element,) = read_markup("<ul><li>Oats</li><ul><li>rolled</li></ul></ul>").elements
    assert isinstance(element, ListElement)
    assert element.depths == (0, 1)


def test_items_nobody_closed_are_items() -> None:
    assert read_markup("<ul><li>Oats<li>Rye</ul>").elements == (ListElement(("Oats", "Rye"), ordered=False),)


def test_a_list_in_a_paragraph_ends_it() -> None:
    assert read_markup("<p>You need<ul><li>oats</li></ul>today.</p>").elements == (
        Paragraph("You need"),
        ListElement(("oats",), ordered=False),
        Paragraph("today."),
    )


def test_paragraphs_in_an_item_are_its_lines_and_its_picture_follows_the_list() -> None:
    source = '<ul><li><p>Soak.</p><p>Stir.</p><img src="a.png"></li><li></li></ul>'
    assert read_markup(source).elements == (
        ListElement(("Soak.<br>Stir.",), ordered=False),
        PictureElement("a.png", address="a.png"),
    )


def test_a_list_of_sections_is_only_their_box() -> None:
    assert read_markup("<ol><li><h3>Soak</h3><p>In water.</p></li></ol>").elements == (
        HeadingElement("Soak", 3),
        Paragraph("In water."),
    )


def test_lists_of_word_are_lists() -> None:
    item = (
        '<p class="MsoListParagraph{}" style="mso-list:l0 level{} lfo1"><!--[if !supportLists]--><span style="mso-list:\
Ignore">{}<span>&nbsp;&nbsp; </span></span><!--[endif]-->{}<o:p></o:p></p>'
    )
    source = (
        item.format("CxSpFirst", 1, "·", "Oats")
        + item.format("", 2, "o", "rolled")
        + item.format("", 1, "·", "Rye")
    )
    assert read_markup(source).elements == (
        ListElement(("Oats", "rolled", "Rye"), ordered=False, depths=(0, 1, 0)),
    )


def test_numbers_of_word_make_an_ordered_list() -> None:
    source = "".join(f'<p style="mso-list:l1 level1 lfo2">{n}.&nbsp; Step</p>' for n in (1, 2))
    assert read_markup(source).elements == (ListElement(("Step", "Step"), ordered=True),)


def test_lists_of_google_docs_are_one_with_their_levels() -> None:
    source = (
        '<ul class="lst-kix_x1-0 start"><li>Oats</li></ul><ul class="lst-kix_x1-1"><li>rolled</li></ul>'
        '<ul class="lst-kix_x1-0"><li>Rye</li></ul>'
    )
    assert read_markup(source).elements == (
        ListElement(("Oats", "rolled", "Rye"), ordered=False, depths=(0, 1, 0)),
    )


def test_a_list_of_terms_has_points_that_begin_with_them() -> None:
    assert read_markup("<dl><dt>Oats</dt><dd>soft</dd><dt>Rye</dt><dd>sour</dd></dl>").elements == (
        ListElement(("<strong>Oats</strong> soft", "<strong>Rye</strong> sour"), ordered=False),
    )
