"""The score of MDN's HTTP Observatory, computed from an answer's headers.

Its table: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring. What our answers never have (scripts
of others, cookies without a session) is checked elsewhere and not judged here.
"""

from collections.abc import Mapping

# Bonuses count only from here.
_GOOD = 90
_SIX_MONTHS = 15_768_000
_QUIET_REFERRERS = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def score(headers: Mapping[str, str]) -> int:
    """Return the score of an answer served by HTTPS to which plain HTTP leads."""
    policy = _policy(headers.get("Content-Security-Policy", ""))
    base = 100 + _content(policy) + _transport(headers) + _framing(headers, policy)
    base -= 0 if headers.get("X-Content-Type-Options", "").lower() == "nosniff" else 5
    base -= 50 if _lets_everybody_in(headers) else 0
    if base < _GOOD:
        return base
    is_strict = policy.get("default-src") == ["'none'"] and _content(policy) == 0
    bonus = 10 * is_strict + 5 * ("frame-ancestors" in policy)
    return base + bonus + 5 * (headers.get("Referrer-Policy", "") in _QUIET_REFERRERS)


def _policy(header: str) -> dict[str, list[str]]:
    directives = [part.split() for part in header.split(";") if part.strip()]
    return {name.lower(): sources for name, *sources in directives}


def _content(policy: Mapping[str, list[str]]) -> int:
    scripts = policy.get("script-src", policy.get("default-src", []))
    if not policy:
        return -25
    if "'unsafe-inline'" in scripts or not scripts or {"*", "https:", "http:", "data:"} & set(scripts):
        return -20
    return -10 if "'unsafe-eval'" in scripts else 0


def _transport(headers: Mapping[str, str]) -> int:
    parts = headers.get("Strict-Transport-Security", "").replace(" ", "").split(";")
    ages = [int(part.removeprefix("max-age=")) for part in parts if part.startswith("max-age=")]
    if not ages:
        return -20
    return 0 if ages[0] >= _SIX_MONTHS else -10


def _framing(headers: Mapping[str, str], policy: Mapping[str, list[str]]) -> int:
    framed = headers.get("X-Frame-Options", "").upper() in {"DENY", "SAMEORIGIN"}
    return 0 if framed or "frame-ancestors" in policy else -20


def _lets_everybody_in(headers: Mapping[str, str]) -> bool:
    origin = headers.get("Access-Control-Allow-Origin", "")
    return bool(origin) and headers.get("Access-Control-Allow-Credentials") == "true"
