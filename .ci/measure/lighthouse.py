"""Lighthouse: what Google's own judge says of a page on a phone."""

import json
import os
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from qnwellness.tests.browser.chromium import QUIET

CLI = Path(__file__).resolve().parents[1] / "lighthouse/node_modules/lighthouse/cli/index.js"
CHROMIUM_FLAGS = " ".join(["--headless=new", "--disable-dev-shm-usage", *QUIET])
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# In milliseconds, but the shift, which has no unit.
TIMES = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
PROMISED = 100
# The speed of a busy machine is not the page's fault. From 90 on Lighthouse itself calls a page fast.
TOLERATED_SPEED = 90
SECONDS = 150


class LighthouseFailed(Exception):
    """Lighthouse did not come to an end, or could not open the page."""


@dataclass(frozen=True)
class Verdict:
    """Scores of 0 to 100 by category, the times, and the audits that cost points."""

    scores: dict[str, int]
    times: dict[str, float]
    lost: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise is kept, as far as this machine can tell."""
        return all(
            score >= (TOLERATED_SPEED if name == "performance" else PROMISED)
            for name, score in self.scores.items()
        )


def judge(url: str, times: int, chromium: str) -> Verdict:
    """Return the median of several runs. Raises LighthouseFailed when it fails twice in a row."""
    reports = [_run_again_if_need_be(url, chromium) for _ in range(times)]
    middle = sorted(reports, key=lambda report: report["categories"]["performance"]["score"] or 0)[times // 2]
    return Verdict(
        scores={name: round((middle["categories"][name]["score"] or 0) * 100) for name in CATEGORIES},
        times={
            name: statistics.median(report["audits"][audit]["numericValue"] for report in reports)
            for name, audit in TIMES.items()
        },
        lost=tuple(_lost(middle)),
    )


def _run_again_if_need_be(url: str, chromium: str) -> dict:
    """Return a report; a browser that did not start or answer on a busy machine gets a second chance."""
    try:
        return _run(url, chromium)
    except LighthouseFailed:
        return _run(url, chromium)


def _run(url: str, chromium: str) -> dict:
    command = [shutil.which("node") or "node", CLI, url, "--output=json", "--quiet"]
    command += [f"--chrome-flags={CHROMIUM_FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    command += ["--no-enable-error-reporting"]
    try:
        done = subprocess.run(
            command,
            env=os.environ | {"CHROME_PATH": chromium},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as late:
        raise LighthouseFailed(f"{url}: not done after {SECONDS} seconds") from late
    if done.returncode:
        raise LighthouseFailed(f"{url}: {done.stderr.strip()[-800:]}")
    report = json.loads(done.stdout)
    if problem := report.get("runtimeError"):
        raise LighthouseFailed(f"{url}: {problem['message']}")
    return report


def _lost(report: dict):
    """Yield a line for each audit that counts and is not perfect."""
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                told = audit.get("displayValue") or audit["title"]
                # Of the speed's parts each may be less than perfect while the whole is.
                if name != "performance" or report["categories"][name]["score"] < 1:
                    yield f"{name}: {audit['id']} ({told}){_where(audit)}"


def _where(audit: dict) -> str:
    items = audit.get("details", {}).get("items", [])
    places = [item["node"]["snippet"] for item in items if isinstance(item.get("node"), dict)]
    return f": {'; '.join(places[:3])}" if places else ""
