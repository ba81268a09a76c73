"""Addresses of links as they are kept: without what counts visitors, and without the way round by a search engine."""

import re
from urllib.parse import parse_qsl, urlsplit

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_KEPT_SCHEMES = ("http:", "https:", "mailto:")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b\u2028\u2029\ufeff]+")
_LONGEST = 2_000
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)"
    r"|_ga|_gl|_kx|_ke|srsltid|epik|vero_id|oly_(?:enc|anon)_id|mkt_tok|pr_(?:prod_strat|rec_id|rec_pid|ref_pid|seq)"
    r"|_pos|_sid|_ss|_psq|_fid|ref_src|s_kwcid|si)",
    re.IGNORECASE,
)
_SHARES_TIME = ("youtube.com", "youtu.be", "vimeo.com", "spotify.com")
_REDIRECTS = re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/url\?", re.IGNORECASE)


def address_of(href: str) -> str:
    """The address of a link without tracking; empty for one that leads nowhere or cannot be kept on a page."""
    href = _UNSEEN.sub("", href[: _LONGEST * 2])
    if _REDIRECTS.match(href):
        href = _redirected(href)
    scheme = _SCHEME.match(href)
    if scheme and scheme[0].casefold() not in _KEPT_SCHEMES:
        return ""
    if href in ("", "#") or len(href) > _LONGEST:
        return ""
    return _without_tracking(href)


def is_lost(href: str) -> bool:
    """Whether an address leads somewhere and yet has no place on a page, as a telephone number."""
    bare = _UNSEEN.sub("", href[: _LONGEST * 2]).casefold()
    if not bare or bare.startswith(("#", "javascript:", "vbscript:", "data:", "about:", "file:", "blob:")):
        return False
    return not address_of(href)


def fragment_of(href: str) -> str:
    """What an address names within its page, without "#"; empty if it names nothing."""
    return href.partition("#")[2]


def _redirected(href: str) -> str:
    """Where a link of Google Docs leads in the end."""
    found = dict(parse_qsl(href.partition("?")[2].partition("#")[0], max_num_fields=100))
    target = found.get("q") or found.get("url") or ""
    return target if target.startswith(("http://", "https://", "mailto:")) else href


def _without_tracking(href: str) -> str:
    """Only the parameters that count visitors go; everything else stays as it is written."""
    before, mark, rest = href.partition("?")
    if not mark:
        return href
    query, hash_mark, fragment = rest.partition("#")
    kept = [part for part in query.split("&") if not _is_tracking(part, before)]
    return before + ("?" + "&".join(kept) if any(kept) else "") + hash_mark + fragment


def _is_tracking(part: str, before: str) -> bool:
    name = part.partition("=")[0]
    if not _TRACKING.fullmatch(name):
        return False
    try:
        host = urlsplit(before).hostname or ""
    except ValueError:
        return False
    # A short name that counts visitors with these, and may mean anything elsewhere.
    return name != "si" or host.endswith(_SHARES_TIME)
