"""An editor sees the contents list and what to mend beside the form, while writing."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
from blog.tests.factories import heading, make_article, text
article = make_article(
    heading("Rest"), text("<p>Bone rests too.</p>"),
    heading("Salt"), text("<p>Studies show that it helps.</p>"),
    title="Sleeping well {number}",
)
print(article.pk)
"""
SECONDS = 2
_numbers = iter(range(1000))


@pytest.fixture
def article(demo_site: DemoSite) -> int:
    """Return an article of the test's own."""
    code = MAKE.replace("{number}", str(next(_numbers)))
    return int(demo_site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines()[-1])


@pytest.fixture
def form(demo_site: DemoSite, watched_page: Page, article: int) -> Page:
    """Return the browser with the article's form open, wide enough for panels beside it."""
    watched_page.set_viewport_size({"width": 1440, "height": 1000})
    demo_site.log_in(watched_page, "reviewer")
    editor.open_page_editor(watched_page, demo_site.url, article)
    return watched_page


def panel(page: Page, name: str) -> Locator:
    """Open a panel beside the form ("contents" or "findings") and return it."""
    toggle = page.locator(f'[data-side-panel-toggle="{name}"]')
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    found = page.locator(f'[data-side-panel="{name}"]')
    expect(found).to_be_visible()
    return found


def lines(contents: Locator) -> Locator:
    return contents.locator("ol.review-contents button")


def finding(findings: Locator, words: str) -> Locator:
    return findings.locator(".review-group .review-finding", has_text=words)


class TestContents:
    @pytest.mark.timed
    def test_follow_what_is_typed_at_once_and_without_saving(self, form: Page) -> None:
        contents = panel(form, "contents")
        expect(lines(contents)).to_have_text(["Rest", "Salt"])
        form.wait_for_timeout(500)
        heading = editor.blocks(form, "heading").first
        editor.fill(heading, "text", "Sleep")
        began = time.monotonic()
        expect(lines(contents)).to_have_text(["Sleep", "Salt"], timeout=SECONDS * 1000)
        assert time.monotonic() - began < SECONDS
        expect(editor.field(heading, "text").locator("input").first).to_be_focused()

    def test_follow_levels_moves_and_deletions(self, form: Page) -> None:
        contents = panel(form, "contents")
        salt = editor.blocks(form, "heading").nth(1)
        editor.edit_heading_block(salt, "Salt", "3")
        expect(contents.locator("ol.review-contents ol button")).to_have_text(["Salt"])
        salt.locator("[data-streamfield-action=MOVE_UP]").first.click()
        salt.locator("[data-streamfield-action=MOVE_UP]").first.click()
        expect(lines(contents)).to_have_text(["Salt", "Rest"])
        editor.blocks(form, "heading").first.locator("[data-streamfield-action=DELETE]").first.click()
        expect(lines(contents)).to_have_text(["Rest"])
        expect(contents).to_contain_text("Readers see the list from two headings on.")

    def test_lead_to_the_heading(self, form: Page) -> None:
        contents = panel(form, "contents")
        lines(contents).nth(1).click()
        field = editor.field(editor.blocks(form, "heading").nth(1), "text").locator("input").first
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport()


class TestFindings:
    def test_lead_to_their_block_and_to_fields_of_other_tabs(self, form: Page) -> None:
        findings = panel(form, "findings")
        finding(findings, "Studies show that it helps.").get_by_role("button", name="Go there").click()
        expect(editor.rich_text(editor.blocks(form, "text").nth(1))).to_be_focused()
        finding(findings, "No author").get_by_role("button", name="Go there").click()
        expect(form.get_by_role("button", name="Add author")).to_be_focused()
        finding(findings, "search engines").get_by_role("button", name="Go there").click()
        expect(form.locator("[name=search_description]")).to_be_focused()
        expect(form.get_by_role("tab", name="Promote")).to_have_attribute("aria-selected", "true")
        finding(findings, "standfirst:").get_by_role("button", name="Go there").click()
        expect(form.locator("[name=standfirst]")).to_be_focused()

    @pytest.mark.parametrize("width", [820, 1440])
    def test_lead_to_an_address_that_is_refused_among_the_settings_of_its_heading(
        self, form: Page, watch: object, width: int
    ) -> None:
        watch.expect("400")
        watch.expect("/edit/")
        form.set_viewport_size({"width": width, "height": 1000})
        salt = editor.blocks(form, "heading").nth(1)
        editor.rename_address(salt, "rest")
        salt.get_by_role("button", name="Settings").first.click()
        address = editor.field(salt, "anchor").locator("input")
        expect(address).to_be_hidden()
        refused = finding(panel(form, "findings"), "already the address of “Rest”")
        refused.get_by_role("button", name="Go there").click()
        expect(address).to_be_focused()
        expect(address).to_be_in_viewport()
        form.evaluate("window.onbeforeunload = null")

    def test_go_when_they_are_mended(self, form: Page) -> None:
        findings = panel(form, "findings")
        form.locator("[name=standfirst]").fill("Why bone needs sleep.")
        expect(finding(findings, "standfirst:")).to_have_count(0)

    def test_are_set_aside_until_their_sentence_changes(
        self, form: Page, demo_site: DemoSite, article: int
    ) -> None:
        findings = panel(form, "findings")
        claim = finding(findings, "Studies show that it helps.")
        claim.locator("summary").click()
        claim.get_by_label("Why it can stay").fill("A saying of the house.")
        claim.get_by_label("Why it can stay").press("Enter")
        aside = findings.locator(".review-aside")
        expect(aside.locator("summary")).to_have_text(re.compile("1 set aside"))
        expect(claim).to_have_count(0)

        editor.open_page_editor(form, demo_site.url, article)
        findings = panel(form, "findings")
        expect(claim).to_have_count(0)
        aside.locator("summary").click()
        expect(aside).to_contain_text(re.compile(r"Reviewer on .*: A saying of the house\."))

        text = editor.rich_text(editor.blocks(form, "text").nth(1))
        editor.go_to_end(text)
        form.keyboard.press("ArrowLeft")
        form.keyboard.type(" greatly")
        expect(finding(findings, "Studies show that it helps greatly.")).to_be_visible()
        expect(text).to_be_focused()
        expect(aside).to_have_count(0)
        editor.wait_for_autosave(form)

    def test_keep_what_is_being_written_about_them(self, form: Page) -> None:
        findings = panel(form, "findings")
        claim = finding(findings, "Studies show that it helps.")
        claim.locator("summary").click()
        reason = claim.get_by_label("Why it can stay")
        expect(reason).to_be_focused()
        reason.fill("A say")
        form.evaluate("""() => {
          const field = document.querySelector("[name=standfirst]");
          field.value = "Why bone needs sleep.";
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }""")
        expect(finding(findings, "standfirst:")).to_have_count(0)
        expect(reason).to_be_focused()
        form.keyboard.type("ing")
        expect(reason).to_have_value("A saying")

    def test_say_so_when_the_session_is_over(self, form: Page, watch: object) -> None:
        watch.expect("403")
        watch.expect("/admin/")
        findings = panel(form, "findings")
        form.wait_for_timeout(1000)
        form.context.clear_cookies()
        form.locator("[name=standfirst]").fill("Why bone needs sleep.")
        expect(findings.locator("[data-review-trouble]")).to_contain_text("You are logged out")
        form.evaluate("window.onbeforeunload = null")


class TestANewArticle:
    def test_has_both_panels_from_the_first_word(self, demo_site: DemoSite, watched_page: Page) -> None:
        page = watched_page
        page.set_viewport_size({"width": 1440, "height": 1000})
        demo_site.log_in(page, "editor")
        journal = demo_site.manage(
            "shell",
            "--verbosity",
            "0",
            "-c",
            "from blog.models import *; print(BlogIndexPage.objects.get().pk)",
        ).strip()
        page.goto(f"{demo_site.url}/admin/pages/add/blog/articlepage/{journal}/")
        contents = panel(page, "contents")
        expect(contents).to_contain_text("nothing to list yet")
        page.wait_for_timeout(2500)
        page.locator("[name=title]").fill("Written from nothing")
        editor.add_block(page, "Heading")
        editor.fill(editor.blocks(page, "heading").first, "text", "First")
        expect(lines(contents)).to_have_text(["First"])
        page.wait_for_url(re.compile(r"/edit/"))
        findings = panel(page, "findings")
        expect(finding(findings, "No author").locator("summary")).to_be_visible()


@pytest.mark.parametrize("name", ["contents", "findings"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panels_can_be_used_by_everybody(
    form: Page, axe: Callable[..., list[str]], name: str, scheme: str
) -> None:
    form.emulate_media(color_scheme=scheme)
    panel(form, name)
    form.wait_for_timeout(600)
    assert axe(form, {"include": [[f'[data-side-panel="{name}"]']]}) == []
