"""Titles and descriptions for search engines, in the custom fields of the plugins that keep them."""

import re
from collections.abc import Mapping

from blog.importing.document import plain_text

_TITLES = (
    *("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title", "_seopress_titles_title"),
    *("_genesis_title", "_su_title", "_wds_title"),
)
_DESCRIPTIONS = (
    *("_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description"),
    *("_seopress_titles_desc", "_genesis_description", "_su_description", "_wds_metadesc"),
)
# %%title%% (Yoast, SEOPress), %title% (Rank Math), #post_title (All in One SEO).
_VARIABLE = re.compile(r"%%([\w-]{1,60})%%|%([\w-]{1,60})%|#([a-z_]{3,60})\b")
_TITLE = frozenset(("title", "post_title", "seo_title"))
_SITE = frozenset(("sitename", "site_title", "sitetitle"))
_SEPARATOR = frozenset(("sep", "separator", "separator_sa"))
_EXCERPT = frozenset(("excerpt", "excerpt_only", "post_excerpt", "post_excerpt_only"))
_EDGES = " \t\n-–—|·•»:"


def seo_title(fields: Mapping[str, str], title: str, site: str) -> str | None:
    """The title for search engines; None where it is that of the post, or one every post of the blog gets."""
    found = _first(fields, _TITLES)
    if not found:
        return None
    filled = _filled(found, {**dict.fromkeys(_TITLE, title), **dict.fromkeys(_SEPARATOR, "–")})
    if site and "%" not in site:
        # Search engines show the name of a site themselves.
        filled = re.sub(rf"\s*[-–—|·•»:]\s*{re.escape(site)}\s*$", "", filled)
    filled = filled.strip(_EDGES)
    return filled if filled and filled != title else None


def seo_description(fields: Mapping[str, str], title: str, excerpt: str) -> str | None:
    """The description for search engines."""
    found = _first(fields, _DESCRIPTIONS)
    values = {
        **dict.fromkeys(_TITLE, title),
        **dict.fromkeys(_EXCERPT, excerpt),
        **dict.fromkeys(_SEPARATOR, "–"),
    }
    return _filled(found, values).strip() or None


def _first(fields: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((fields[key] for key in keys if fields.get(key, "").strip()), "")


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A text in which what plugins fill in is filled in, as far as it is known; the rest of it is nothing."""

    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2] or found[3]
        is_known = name in values or name in _SITE or found[1] or found[2]
        return values.get(name, "") if is_known else found[0]

    return " ".join(plain_text(_VARIABLE.sub(value, text)).split())
