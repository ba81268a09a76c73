"""That the browser tests can fail: a watched page notices what it must not let pass."""

from collections.abc import Callable

from playwright.sync_api import Page

from .demo_site import DemoSite
from .watch import Watch


class TestAWatchedPage:
    def test_notices_a_script_that_fails(self, demo_site: DemoSite, watched_page: Page, watch: Watch) -> None:
        watched_page.goto(f"{demo_site.url}/")
        watched_page.evaluate("setTimeout(() => { throw new Error('a test breaks this') })")
        watched_page.wait_for_timeout(50)
        watch.expect("a test breaks this")
        assert any("a test breaks this" in text for text in watch.complaints)

    def test_notices_a_request_to_another_host(
        self, demo_site: DemoSite, watched_page: Page, watch: Watch
    ) -> None:
        watched_page.route("**/elsewhere.example/**", lambda route: route.abort())
        watched_page.goto(f"{demo_site.url}/")
        watched_page.evaluate("fetch('https://elsewhere.example/x').catch(() => 0)")
        watch.expect("elsewhere.example")
        assert any("elsewhere.example" in text for text in watch.complaints)

    def test_notices_a_style_the_policy_refuses(
        self, demo_site: DemoSite, watched_page: Page, watch: Watch
    ) -> None:
        watched_page.goto(f"{demo_site.url}/")
        watched_page.evaluate("document.body.setAttribute('style', 'color: red')")
        watch.expect("Content Security Policy")
        assert any("Content Security Policy" in text for text in watch.complaints)

    def test_lets_a_log_in_pass(self, demo_site: DemoSite, watched_page: Page) -> None:
        demo_site.log_in(watched_page, "editor")
        assert watched_page.url == f"{demo_site.url}/admin/"


def test_axe_finds_a_picture_without_words(page: Page, axe: Callable[..., list[str]]) -> None:
    page.set_content('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main>')
    assert [text.partition(" ")[0] for text in axe(page)] == ["image-alt"]
