"""What is measured, one function a part: each prints its table and returns the promises that are broken."""

from pathlib import Path

import axe
import lighthouse
import pages
from table import lines

from qnwellness.tests.html_checker import check_html
from qnwellness.tests.weight import BEYOND_THE_TEXT, STYLES_AND_SCRIPTS, Weight, weigh

RUNS = 3


def measure_lighthouse(site: str, chromium: str, folder: Path) -> list[str]:
    """Lighthouse 100 in every category, on the article, the journal and a product."""
    rows, broken = [], []
    for name, url in pages.addresses(site, pages.JUDGED).items():
        verdict = lighthouse.judge(url, RUNS, chromium)
        times = [f"{verdict.times[key]:.0f}" for key in ("FCP", "LCP", "TBT")]
        rows.append([name, *verdict.scores.values(), *times, f"{verdict.times['CLS']:.3f}"])
        told = [f"Lighthouse, {name}: {lost}" for lost in verdict.lost]
        if verdict.is_kept:
            print("\n".join(told))
        else:
            broken += told or [f"Lighthouse, {name}: {verdict.scores}"]
    head = ["page", *lighthouse.CATEGORIES, "FCP ms", "LCP ms", "TBT ms", "CLS"]
    print("\n".join(lines(f"Lighthouse, phone, median of {RUNS}", head, rows)), flush=True)
    return broken


def measure_weight(site: str, chromium: str, folder: Path) -> list[str]:
    """CSS and JavaScript, and everything but the words, in bytes after gzip."""
    rows, broken = [], []
    for name, url in pages.addresses(site, pages.MEASURED).items():
        weight = weigh(url, pages.fetch(url).decode(), pages.fetch)
        rows.append([name, *_figures(weight)])
        if weight.styles_and_scripts > STYLES_AND_SCRIPTS or weight.beyond_text > BEYOND_THE_TEXT:
            broken.append(f"Weight, {name}: {weight}")
        if weight.blocking != 1 or weight.others:
            broken.append(f"Requests, {name}: {weight.blocking} hold the page back; others: {weight.others}")
    head = ["page", "HTML", "text", "CSS", "JS", "CSS+JS", "all-text", "blocking", "others"]
    limits = f"CSS+JS <= {STYLES_AND_SCRIPTS}, all but the text <= {BEYOND_THE_TEXT}"
    print("\n".join(lines(f"Bytes after gzip ({limits})", head, rows)), flush=True)
    return broken


def _figures(weight: Weight) -> list[int]:
    sums = [weight.styles_and_scripts, weight.beyond_text]
    return [
        weight.html,
        weight.text,
        weight.styles,
        weight.scripts,
        *sums,
        weight.blocking,
        len(weight.others),
    ]


def measure_html(site: str, chromium: str, folder: Path) -> list[str]:
    """Valid HTML on every kind of page."""
    found = pages.addresses(site, pages.MEASURED)
    broken = check_html({name: pages.fetch(url).decode() for name, url in found.items()}, folder)
    print(f"\nNu HTML checker: {len(broken)} messages on {len(found)} pages", flush=True)
    return [f"HTML, {message}" for message in broken]


def measure_axe(site: str, chromium: str, folder: Path) -> list[str]:
    """No violation on any kind of page, at both widths, in both schemes."""
    found = axe.violations(pages.addresses(site, pages.MEASURED), chromium)
    rows = [[name, len(said)] for name, said in found.items()]
    where = f"{' and '.join(map(str, axe.WIDTHS))} px, {' and '.join(axe.SCHEMES)}"
    print("\n".join(lines(f"axe ({where})", ["page", "violations"], rows)), flush=True)
    return [f"axe, {name}, {line}" for name, said in found.items() for line in said]


PARTS = {
    "weight": measure_weight,
    "html": measure_html,
    "axe": measure_axe,
    "lighthouse": measure_lighthouse,
}
