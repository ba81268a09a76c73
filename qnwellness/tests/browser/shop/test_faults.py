"""Whatever our site does, the shop's page is as it would be without us."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha384

from .illnesses import JAVASCRIPT, LISTS, SCRIPTS, TEN_SECONDS
from .our_site import FOR_ALL, SCRIPT, SOURCE, api, article, of, our_site
from .pages import FALLBACK, element, fragment, page, parts, script, shop
from .server import Answer
from .visit import Visit, differences

PICTURES = {
    "/not-there.webp": Answer(status=404),
    "/words.webp": Answer(b"<h1>No picture</h1>"),
    "/broken.webp": Answer(b"RIFF\xff\xff\xff\xffWEBPVP8 ", "image/webp"),
    "/late.webp": Answer(after=TEN_SECONDS),
}
AT_ONCE = 2000  # milliseconds in which a page is there whatever we do


def without_us(count: int) -> bytes:
    """Return the page with so many parts as it is without us."""
    return page(parts(*[FALLBACK] * count))


def seconds_until_parsed(visit: Visit) -> float:
    """Return when the shop's own scripts were told that the page is there, in milliseconds from its start."""
    return visit.page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventStart")


def test_an_ill_site_leaves_the_page_as_it_is(visiting: Callable[..., Visit]) -> None:
    lists = {api(f"ill-{number}"): answer for number, answer in enumerate(LISTS.values())}
    scripts = {f"/{number}{SCRIPT}": answer for number, answer in enumerate(SCRIPTS.values())}
    with our_site(lists | scripts) as ours:
        pages = {
            "/lists": page(
                parts(*(element(f"ill-{number}") for number in range(len(LISTS)))), script(ours.url)
            ),
            "/scripts": page(
                parts(element(), element()),
                "".join(script(f"{ours.url}/{number}") for number in range(len(SCRIPTS))),
            ),
            "/without-lists": without_us(len(LISTS)),
            "/without-scripts": without_us(2),
        }
        with shop(pages, ours.host) as store:
            scripts_visit = visiting(f"{store.url}/scripts", ours.host)
            visit = visiting(f"{store.url}/lists", ours.host)
            visit.wait_for_script()
            visit.scroll()
            visit.wait_for(len(LISTS), "error", "empty")
            visit.scroll()
            visit.settle()
            assert differences(visit, visiting(f"{store.url}/without-lists")) == []
            assert visit.wrong() == []
            assert visit.noted("load") == []
            assert len(visit.noted("error")) + len(visit.noted("empty")) == len(LISTS)

            scripts_visit.page.wait_for_load_state("load")
            scripts_visit.scroll()
            assert differences(scripts_visit, visiting(f"{store.url}/without-scripts")) == []
            assert scripts_visit.wrong() == []
            assert seconds_until_parsed(scripts_visit) < AT_ONCE


def test_a_killed_site_leaves_the_page_as_it_is(visiting: Callable[..., Visit]) -> None:
    pages: dict[str, bytes] = {"/without": without_us(2)}
    with our_site({api("tonic"): of(article())}) as ours, shop(pages, ours.host) as store:
        pages["/with"] = page(parts(element(), element()), script(ours.url))
        visit = visiting(f"{store.url}/with", ours.host)
        visit.wait_for_script()
        ours.kill()
        after = visiting(f"{store.url}/with", ours.host)
        for one in (visit, after):
            one.scroll()
        visit.wait_for(2, "error")
        visit.scroll()
        visit.settle()
        without = visiting(f"{store.url}/without")
        assert [differences(one, without) for one in (visit, after)] == [[], []]
        assert [one.wrong() for one in (visit, after)] == [[], []]


def test_ill_pictures_move_nothing(visiting: Callable[..., Visit]) -> None:
    told = dict(PICTURES)
    pages: dict[str, bytes] = {}
    with our_site(told) as ours, shop(pages, ours.host) as store:
        pictures = [{"src": ours.url + path, "srcset": f"{ours.url}{path} 400w"} for path in PICTURES]
        told[api("tonic")] = of(article(), *(article(image=image) for image in pictures))
        pages["/"] = page(parts(element(limit=5)), script(ours.url))
        visit = visiting(store.url, ours.host)
        visit.wait_for_script()
        visit.scroll()
        visit.wait_for(1, "load")
        visit.settle()
        cards = visit.page.locator("related-articles section:not([inert]) li").all()
        assert len({card.bounding_box()["height"] for card in cards}) == 1
        assert {*PICTURES} <= {*ours.asked}
        assert visit.page.evaluate("document.readyState") == "complete"
        assert visit.wrong() == []


def test_a_shop_that_renders_on_its_server_goes_on_without_us(visiting: Callable[..., Visit]) -> None:
    path = "/products/tonic/related-articles/"
    good = b"<aside><h2>Read about it</h2></aside>"
    ill = [
        Answer(good, status=500),
        Answer(good, cut=True),
        Answer(bytes(range(256))),
        Answer(good, after=TEN_SECONDS),
    ]
    told: dict[str, Answer] = {}
    with our_site(told) as ours, our_site() as dead:
        dead.kill()
        found = [fragment(dead.url, "tonic")]
        for answer in ill:
            told[path] = answer
            found.append(fragment(ours.url, "tonic"))
        pages = {"/": page(parts(*found)), "/without": page(parts(*[""] * len(found)))}
        with shop(pages, ours.host) as store:
            visit = visiting(store.url)
            assert differences(visit, visiting(f"{store.url}/without")) == []
            assert visit.wrong() == []


def test_a_script_that_is_not_the_one_released_does_not_run(visiting: Callable[..., Visit]) -> None:
    right = b64encode(sha384(SOURCE.read_bytes()).digest()).decode()
    integrity = f'async integrity="sha384-{right}" crossorigin="anonymous"'
    answers = {
        "/lies" + SCRIPT: Answer(b"window.hostile = 1", JAVASCRIPT, headers=FOR_ALL),
        "/cut" + SCRIPT: Answer(SOURCE.read_bytes()[:5000], JAVASCRIPT, headers=FOR_ALL),
        api("tonic"): of(article()),
    }
    pages: dict[str, bytes] = {"/without": without_us(2)}
    with our_site(answers) as ours, shop(pages, ours.host) as store:
        wrong = script(f"{ours.url}/lies", integrity) + script(f"{ours.url}/cut", integrity)
        pages["/wrong"] = page(parts(element(), element()), wrong)
        pages["/right"] = page(parts(element(), element()), script(ours.url, integrity))
        visit = visiting(f"{store.url}/wrong", ours.host)
        visit.page.wait_for_load_state("load")
        visit.scroll()
        assert differences(visit, visiting(f"{store.url}/without")) == []
        assert visit.wrong() == []
        good = visiting(f"{store.url}/right", ours.host)
        good.wait_for_script()
        good.scroll()
        good.wait_for(2, "load")
        assert good.wrong() == []
