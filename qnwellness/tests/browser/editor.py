"""What an editor does in Wagtail's page editor, by mouse and keyboard.

Where things are in Wagtail 8:
- a block of the body is `[data-streamfield-child]`; its `data-contentpath` is its id, its type is the value of
  the hidden field whose name ends in `-type`;
- a field of a block is below `[data-contentpath="<field name>"]`, so a panel of an infographic is a block within
  the block's `[data-contentpath="panels"]`;
- rich text is `.public-DraftEditor-content`; its toolbar shows when something is selected, its palette when "/"
  is typed;
- a page or image chooser is `.modal`, and everything else is out of reach until it is gone;
- rich text writes what it holds into the form a quarter of a second after the last key; the form is looked at
  every half second, and not in the first two seconds after the page was opened.
"""

import re

from playwright.sync_api import Locator, Page, expect

_RICH_TEXT_WRITES_AFTER = 400  # milliseconds
_IS_WATCHING = "() => Boolean(window.wagtail?.app?.queryController('w-unsaved')?.initialFormData)"
_REMEMBER_SAVES = """() => document.addEventListener("w-autosave:save", () => {
  window.lastSaved = window.wagtail.app.queryController("w-unsaved").formData;
})"""
# Wagtail takes what was typed while a save was on its way for saved; asking once more saves it too.
_IS_SAVED = """() => {
  const watch = window.wagtail.app.queryController("w-unsaved");
  const state = document.querySelector("#w-autosave-indicator").dataset.wAutosaveStateValue;
  if (state === "saving" || watch.hasEditsValue || watch.previousFormData !== watch.formData) return false;
  if (window.lastSaved === watch.formData) return true;
  document.querySelector("[data-edit-form]").dispatchEvent(new CustomEvent("w-unsaved:add"));
  return false;
}"""


def open_page_editor(page: Page, base_url: str, page_id: int) -> None:
    """Open a page's form and wait until it notices changes."""
    page.goto(f"{base_url}/admin/pages/{page_id}/edit/")
    page.wait_for_function(_IS_WATCHING)
    page.evaluate(_REMEMBER_SAVES)


def wait_for_autosave(page: Page) -> None:
    """Wait until everything in the form has been saved as a draft."""
    page.wait_for_timeout(_RICH_TEXT_WRITES_AFTER)
    page.wait_for_function(_IS_SAVED)


def publish(page: Page) -> None:
    """Publish the page from its form and wait until that is done."""
    page.locator("[data-edit-form]").wait_for()
    page.get_by_role("button", name="More actions").click()
    page.locator("[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_contain_text("published")


def block(within: Page | Locator, block_id: str) -> Locator:
    """Return the block with this id."""
    return within.locator(f'[data-streamfield-child][data-contentpath="{block_id}"]')


def blocks(within: Page | Locator, kind: str) -> Locator:
    """Return the blocks of one type ("heading", "text", ...), in the page or in a field of a block."""
    return within.locator(f'[data-streamfield-child]:has(> input[name$="-type"][value="{kind}"])')


def items(within: Locator) -> Locator:
    """Return the items of a list in a field of a block."""
    return within.locator("[data-streamfield-list-container] > [data-streamfield-child]")


def field(within: Locator, name: str) -> Locator:
    """Return what holds a named field of a block; the block's own, not one of a block inside it."""
    return within.locator(f'[data-contentpath="{name}"]').first


def fill(within: Locator, name: str, text: str) -> None:
    """Write into a named text field of a block."""
    field(within, name).locator("input:not([type=hidden]), textarea").first.fill(text)


def edit_heading_block(heading: Locator, text: str, level: str | None = None) -> None:
    """Change the words of a heading block, and its level ("2", "3", "4" or "contents")."""
    fill(heading, "text", text)
    if level:
        field(heading, "level").locator("select").select_option(level)


def add_block(page: Page, label: str, position: int = -1) -> None:
    """Add a block to the body by its label in the menu, at a position (the end without one)."""
    page.locator('[data-contentpath="body"] .c-sf-add-button').nth(position).click()
    page.get_by_role("option", name=label, exact=True).click()


def rich_text(within: Locator) -> Locator:
    """Return the rich text of a block."""
    return within.locator(".public-DraftEditor-content").first


def go_to_end(text: Locator) -> None:
    """Put the caret at the end of rich text."""
    text.click()
    text.page.keyboard.press("Control+End")


def select_before_caret(text: Locator, characters: int) -> None:
    """Select the characters before the caret."""
    for _ in range(characters):
        text.page.keyboard.press("Shift+ArrowLeft")


def choose_page(page: Page, title: str) -> None:
    """Choose a page in the open chooser, and wait until the chooser is gone."""
    page.locator(".modal").get_by_role("link", name=title, exact=True).click()
    expect(page.locator(".modal")).to_have_count(0)


def choose_product(page: Page, name: str) -> None:
    """Search a product by its name in the open chooser, choose it, and wait until the chooser is gone."""
    page.get_by_role("dialog", name="Choose a product").get_by_role("textbox").fill(name)
    choose_page(page, name)


def change_chosen_product(within: Locator, name: str, title: str) -> None:
    """Choose another product in a named chooser of a block."""
    chooser = field(within, name)
    chooser.get_by_role("button", name="Actions").click()
    chooser.page.get_by_role("button", name=re.compile("^Choose (another|a) ")).filter(
        visible=True
    ).first.click()
    choose_product(chooser.page, title)


def insert_product_mention(text: Locator, product: str) -> None:
    """Insert a product at the caret, by the palette."""
    text.page.keyboard.type("/product")
    text.page.get_by_role("option", name="Product", exact=True).wait_for()
    text.page.keyboard.press("Enter")
    choose_product(text.page, product)
    expect(text).to_be_focused()


def mention_selection(text: Locator, product: str) -> None:
    """Make the selected words a mention of a product, by the toolbar."""
    text.page.locator(".Draftail-ToolbarButton[name=PRODUCT]").click()
    choose_product(text.page, product)
    expect(text).to_be_focused()


def mentions(within: Page | Locator) -> Locator:
    """Return the product mentions in rich text."""
    return within.locator(".product-mention")


def use_mention_tooltip(mention: Locator, button: str) -> None:
    """Open the tooltip of a mention and press one of its buttons."""
    mention.click()
    mention.page.locator(".Tooltip").get_by_role("button", name=button).click()


def change_product_mention(mention: Locator, product: str) -> None:
    """Make a mention name another product."""
    page = mention.page
    use_mention_tooltip(mention, "Change product")
    choose_product(page, product)


def open_new_article(page: Page, base_url: str) -> None:
    """Open the form of a new article below the journal, from the journal's own page in the explorer."""
    page.goto(f"{base_url}/admin/pages/")
    page.get_by_role("link", name="Journal", exact=True).first.click()
    page.get_by_role("link", name=re.compile("^Add (a )?(child|new|sub)")).first.click()
    page.wait_for_function(_IS_WATCHING)
    page.evaluate(_REMEMBER_SAVES)


def page_id(page: Page, base_url: str, title: str) -> int:
    """Return the id of the page with this title, found by the admin's search."""
    page.goto(f"{base_url}/admin/pages/search/?q={title}")
    address = page.get_by_role("link", name=title, exact=True).first.get_attribute("href") or ""
    return int(re.findall(r"\d+", address)[0])


def type_rich_text(within: Locator, words: str) -> None:
    """Type at the end of a block's rich text."""
    go_to_end(rich_text(within))
    within.page.keyboard.type(words)


def choose_picture(within: Locator, title: str) -> None:
    """Choose a picture of the library by its title."""
    within.get_by_role("button", name=re.compile("^Choose an image")).first.click()
    within.page.locator(".modal").get_by_text(title).first.click()
    expect(within.page.locator(".modal")).to_have_count(0)


def fill_table(within: Locator, caption: str, columns: list[str], rows: list[list[str]]) -> None:
    """Fill an empty table with columns of plain text."""
    within.locator("[name$=-caption]").fill(caption)
    for column in columns:
        within.locator("[data-append-column]").click()
        within.locator(".add-column-menu").get_by_role("button", name="Text", exact=True).click()
        within.locator("[name$=-heading]").last.fill(column)
    # The first row comes with the first column.
    for number, row in enumerate(rows):
        if number:
            within.locator("[data-add-row]").last.click()
        cells = within.locator("tbody tr").nth(number).locator("input[type=text]")
        for place, words in enumerate(row):
            cells.nth(place).fill(words)


def cite_pasted(text: Locator, reference: str) -> None:
    """Cite a publication at the caret by pasting its reference."""
    page = text.page
    page.keyboard.type("/source")
    page.get_by_role("option", name="Source", exact=True).wait_for()
    page.keyboard.press("Enter")
    page.locator(".modal").get_by_role("tab", name="Paste a reference").click()
    page.locator(".modal textarea").fill(reference)
    page.get_by_role("button", name="Use this source").click()
    expect(page.locator(".modal")).to_have_count(0)


def rename_address(heading: Locator, anchor: str) -> None:
    """Give a heading another address, which lies among its settings."""
    address = field(heading, "anchor").locator("input")
    if not address.is_visible():
        heading.get_by_role("button", name="Settings").first.click()
    address.fill(anchor)
