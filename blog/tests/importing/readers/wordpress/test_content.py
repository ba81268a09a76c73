"""What readers of a blog saw of the content of its posts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blog.importing.document import (
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    QuestionElement,
    TableElement,
    VideoElement,
)
from blog.tests.importing.readers import words
from blog.tests.importing.readers.wordpress.export import article, aside, attachment, elements, item

UPLOADS = "https://leaf.example/wp-content/uploads"
FILM = "https://www.youtube.com/watch?v=abcdefghijk"


def block(name: str, html: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes + ' ' if attributes else ''}-->\n{html}\n<!-- /wp:{name} -->\n"


class TestClassic:
    def test_blank_lines_part_paragraphs_and_line_feeds_are_breaks(self) -> None:
        assert elements("Rest well.\nSlowly.\r\n\r\nAnd <em>again</em>.") == (
            Paragraph("Rest well.<br>Slowly."),
            Paragraph("And <em>again</em>."),
        )

    def test_headings_lists_and_quotations_stand_between(self) -> None:
        found = elements("Before.\n<h2>Tea</h2>\n<ul>\n\t<li>green</li>\n\t<li>black</li>\n</ul>\nAfter.")
        assert found == (
            Paragraph("Before."),
            HeadingElement("Tea", 2),
            ListElement(("green", "black"), False),
            Paragraph("After."),
        )

    def test_the_rest_of_a_post_and_its_pages_follow(self) -> None:
        found = elements("One.<!--more Go on-->\nTwo.\n<!--nextpage-->\nThree.")
        assert found == (Paragraph("One."), Paragraph("Two."), Paragraph("Three."))

    def test_a_picture_with_a_caption(self) -> None:
        cup = attachment(9, f"{UPLOADS}/cup.jpg", alt="A cup")
        text = (
            '[caption id="attachment_9" align="left" width="300"]<a href="https://leaf.example/cup/">'
            f'<img class="wp-image-9" src="{UPLOADS}/cup-300x200.jpg" alt="" width="300"></a>'
            " A <em>slow</em> cup[/caption]"
        )
        (found,) = elements(f"{text}\n", cup)
        assert found == PictureElement("cup.jpg", "A cup", "A slow cup", address=f"{UPLOADS}/cup.jpg")
        old = f'[caption width="300" caption="A slow cup"]<img src="{UPLOADS}/cup-300x200.jpg" alt="A cup">[/caption]'
        assert elements(old, cup) == (found,)

    def test_a_gallery_is_its_pictures(self) -> None:
        pictures = [
            attachment(8, f"{UPLOADS}/leaf.png", alt="A leaf", caption="Green", parent=7),
            attachment(9, f"{UPLOADS}/cup.jpg", parent=7),
        ]
        leaf = PictureElement("leaf.png", "A leaf", "Green", address=f"{UPLOADS}/leaf.png")
        cup = PictureElement("cup.jpg", address=f"{UPLOADS}/cup.jpg")
        assert elements('Look:\n[gallery ids="9,8" link="file"]', *pictures) == (
            Paragraph("Look:"),
            cup,
            leaf,
        )
        assert elements("[gallery]", *pictures) == elements("[gallery]", *reversed(pictures)) == (leaf, cup)
        assert elements('[gallery exclude="8"]', *pictures) == (cup,)
        assert (
            article('[gallery ids="9,4"]', *pictures).notes[0]
            == "Pictures of a gallery are not in the export: 4."
        )
        assert aside(article('[gallery ids="3,4"]')) == {
            "a gallery whose pictures are not in the export": "gallery 3,4"
        }

    def test_a_film_stands_where_its_address_does(self) -> None:
        film = VideoElement(FILM)
        for text in (
            FILM,
            f"[embed width='300']{FILM}[/embed]",
            f"[video src='{FILM}']",
            "[youtube abcdefghijk]",
        ):
            assert elements(f"Watch.\n\n{text}\n\nDone.") == (
                Paragraph("Watch."),
                film,
                Paragraph("Done."),
            ), text

    def test_other_addresses_are_links(self) -> None:
        address = "https://social.example/leaf/1?a=1&b=2"
        assert elements(f"See:\n{address}") == (
            Paragraph("See:"),
            Paragraph(
                '<a href="https://social.example/leaf/1?a=1&amp;b=2">https://social.example/leaf/1?a=1&amp;b=2</a>'
            ),
        )

    def test_sounds_and_films_that_are_files_are_told(self) -> None:
        found = article('Hear.\n\n[audio mp3="https://leaf.example/a.mp3"][/audio]')
        assert found.elements == (Paragraph("Hear."),)
        assert "https://leaf.example/a.mp3" in str(found.set_aside)

    def test_shortcodes_of_plugins_are_told_and_what_is_between_them_stays(self) -> None:
        found = article(
            '[vc_row][vc_column width="1/2"]Rest.[/vc_column][/vc_row]\n\n'
            '[contact-form-7 id="4" title="Ask us"]\n\nTea.'
        )
        assert found.elements == (Paragraph("Rest."), Paragraph("Tea."))
        assert aside(found) == {
            "a shortcode of a plugin (“vc_row”)": "[vc_row] [/vc_row]",
            "a shortcode of a plugin (“vc_column”)": '[vc_column width="1/2"] [/vc_column]',
            "a shortcode of a plugin (“contact-form-7”)": '[contact-form-7 id="4" title="Ask us"]',
        }

    def test_words_in_brackets_are_words(self) -> None:
        text = "It helps [1], [2–4], says he [sic], [see p=3] or [n = 12] [OR 1.2, CI=0.9] and [CI 95% = 2]. "
        text += "[[gallery]]"
        found = article(text)
        assert words.read(found) == words.words(text)
        assert "[1], [2–4], says he [sic]" in str(found.elements)
        assert "[gallery]" in str(found.elements)

    def test_shortcodes_in_tags_are_left_alone(self) -> None:
        assert elements('<a href="https://leaf.example/?a[b]=1">Tea</a> and more.') == (
            Paragraph('<a href="https://leaf.example/?a[b]=1">Tea</a> and more.'),
        )


class TestBlocks:
    def test_are_their_html_without_the_comments(self) -> None:
        text = (
            block("paragraph", "<p>Rest well.</p>")
            + block("heading", '<h2 class="wp-block-heading">Tea</h2>', '{"level":2}')
            + block("list", "<ul>" + block("list-item", "<li>green</li>") + "</ul>")
            + block(
                "quote",
                '<blockquote class="wp-block-quote">' + block("paragraph", "<p>Slow.</p>") + "</blockquote>",
            )
            + "<!-- wp:separator -->\n<hr/>\n<!-- /wp:separator -->"
            + block("more", "<!--more-->")
            + block(
                "table",
                "<figure><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table></figure>",
            )
            + block(
                "details",
                "<details><summary>Is it safe?</summary>"
                + block("paragraph", "<p>It is.</p>")
                + "</details>",
            )
        )
        paragraph, heading, points, quote, table, question = elements(text)
        assert paragraph == Paragraph("Rest well.")
        assert heading == HeadingElement("Tea", 2)
        assert points == ListElement(("green",), False)
        assert "Slow." in str(quote)
        assert isinstance(table, TableElement)
        assert table.header
        assert isinstance(question, QuestionElement)

    def test_embedded_films_keep_their_caption(self) -> None:
        inner = f'<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n{FILM}\n</div>'
        text = block("embed", inner + "<figcaption>How to rest</figcaption></figure>", f'{{"url":"{FILM}"}}')
        assert elements(text) == (VideoElement(FILM, "How to rest"),)

    def test_pictures_are_the_uploaded_ones(self) -> None:
        cup = attachment(9, f"{UPLOADS}/cup.jpg", alt="A cup")
        text = block(
            "image",
            f'<figure><img src="{UPLOADS}/cup-1024x683.jpg" srcset="{UPLOADS}/cup-2048x1.jpg 2048w" alt="" '
            'class="wp-image-9"/><figcaption>Slow</figcaption></figure>',
            '{"id":9}',
        )
        assert elements(text, cup) == (
            PictureElement("cup.jpg", "A cup", "Slow", address=f"{UPLOADS}/cup.jpg"),
        )
        hosted = '<p><img src="https://i0.wp.com/leaf.example/wp-content/uploads/cup.jpg?resize=300%2C200&ssl=1"></p>'
        assert elements(hosted, cup)[0] == PictureElement("cup.jpg", "A cup", address=f"{UPLOADS}/cup.jpg")

    def test_pictures_do_not_lead_to_pages_of_nothing_but_them(self) -> None:
        cup = attachment(9, f"{UPLOADS}/cup.jpg", alt="A cup")
        picture = f'<img src="{UPLOADS}/cup.jpg" alt="A cup">'
        page = article(f'<a href="https://leaf.example/2024/05/post-9">{picture}</a>', cup)
        assert page.set_aside == ()
        elsewhere = article(f'<a href="https://other.example/tea">{picture}</a>', cup)
        assert aside(elsewhere) == {"the link of a picture": "https://other.example/tea"}
        assert page.elements == elsewhere.elements

    def test_footnotes_are_notes(self) -> None:
        mark = '<sup data-fn="ab-1" class="fn"><a href="#ab-1" id="ab-1-link">1</a></sup>'
        text = block("paragraph", f"<p>Scent calms.{mark}</p>") + "<!-- wp:footnotes /-->"
        notes = '[{"content":"Meier C. <em>Evenings<\\/em>. 2021.","id":"ab-1"}]'
        paragraph, found = elements(text, meta={"footnotes": notes})
        assert paragraph == Paragraph('Scent calms.<a linktype="footnote" id="ab-1">1</a>')
        assert isinstance(found, FootnotesElement)
        assert (found.notes[0].key, found.notes[0].text) == ("ab-1", "Meier C. Evenings. 2021.")

    def test_reusable_ones_say_what_they_say(self) -> None:
        reusable = item(block("paragraph", "<p>Ask a doctor first.</p>"), id=12, post_type="wp_block")
        text = block("paragraph", "<p>Tea.</p>") + '<!-- wp:block {"ref":12} /-->'
        assert elements(text, reusable) == (Paragraph("Tea."), Paragraph("Ask a doctor first."))
        assert article(text).notes == ("It shows the reusable block 12, which is not in the export.",)
        circle = item('<!-- wp:block {"ref":12} /--><p>Round.</p>', id=12, post_type="wp_block")
        assert len(elements(text, circle)) < 5

    def test_filled_by_wordpress_are_told(self) -> None:
        found = article(
            block("paragraph", "<p>Tea.</p>")
            + '<!-- wp:search {"label":"Find tea"} /--><!-- wp:archives /-->'
        )
        assert aside(found) == {"a block that WordPress fills when it shows it": "search: Find tea archives"}

    def test_what_was_written_between_them_has_its_paragraphs(self) -> None:
        text = "One.\n\nTwo.\n\n" + block("paragraph", "<p>Three.</p>")
        assert elements(text) == (Paragraph("One."), Paragraph("Two."), Paragraph("Three."))
        freeform = "<!-- wp:freeform -->\nOne.\n\nTwo.\n<!-- /wp:freeform -->" + block(
            "paragraph", "<p>Three.</p>"
        )
        assert elements(freeform) == (Paragraph("One."), Paragraph("Two."), Paragraph("Three."))

    def test_columns_groups_and_buttons_lose_no_word(self) -> None:
        inner = block(
            "columns",
            "<div>" + block("column", "<div>" + block("paragraph", "<p>Left.</p>") + "</div>") + "</div>",
        )
        button = (
            '<div class="wp-block-button"><a class="wp-block-button__link" href="/tea">Buy tea</a></div>'
            '<div class="wp-block-button"><a class="wp-block-button__link" href="/cup">Buy a cup</a></div>'
        )
        file = '<div class="wp-block-file"><a href="/a.pdf">The plan</a><a href="/a.pdf" download>Download</a></div>'
        text = inner + block("buttons", f"<div>{block('button', button)}</div>") + block("file", file)
        assert words.read(article(text)) == words.words("Left Buy tea Buy a cup The plan Download")


PIECES = st.sampled_from(
    [
        *(
            " Rest. ",
            " tea ",
            "\n",
            "\n\n",
            " ",
            "<p>One.</p>",
            "<strong>",
            "</strong>",
            "<br>",
            "<div>",
            "</div>",
            "<em> two ",
        ),
        *(
            "<h2>Leaf</h2>",
            "<ul><li>cup</li></ul>",
            "<blockquote> slow ",
            "</blockquote>",
            "<pre>a\n\nb</pre>",
        ),
        *(
            "[caption]",
            "[/caption]",
            '[x a="b"]',
            "[/x]",
            "[x]",
            "[1]",
            "<!--more-->",
            "<!-- wp:paragraph -->",
        ),
        *(
            "<!-- /wp:paragraph -->",
            "<!-- wp:html -->",
            "<!-- odd -->",
            "<",
            ">",
            "&amp;",
            "<table><tr><td>pot",
            "[[a]]",
        ),
        *(
            "[gallery]",
            "[embed]https://leaf.example/x[/embed]",
            "<img src='a.png' alt='Leaf'>",
            "</p>",
            "<p>",
            "</li>",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_word_of_any_content_is_lost(pieces: list[str]) -> None:
    _account(pieces)


def _account(pieces: list[str]) -> None:
    found = article("".join(pieces))
    known = ("Rest", " tea ", "One", "two", "Leaf", "cup", "slow", "pot")
    source, kept = words.shown("".join(pieces)), words.read(found)
    for word in known:
        assert kept[word] >= source[word], word
