"""The title of an article among those its page has: the heading, the window's with the name of the shop, and others."""

import re
from collections.abc import Collection, Iterable

_SEPARATOR = re.compile(r"\s+[-–—|·•»:~/]\s+|\s*[|»]\s*")
_SIGNS = re.compile(r"[\W_]+")


def title_among(headings: Iterable[str], said: Iterable[str], sites: Collection[str]) -> str:
    """The title: a heading of the first level that is what the page `said` its title is, otherwise the first thing it
    said, otherwise the only heading. Empty if there is none."""
    headings = [heading for heading in headings if _key(heading) not in _keys(sites)]
    plain = [without_site(title, sites, headings) for title in said]
    keys = {_key(title) for title in plain if title}
    for heading in headings:
        if _key(heading) in keys:
            return heading
    return next(filter(None, plain), headings[0] if len(headings) == 1 else "")


def without_site(title: str, sites: Collection[str], titles: Iterable[str] = ()) -> str:
    """A title without the name of the site before or behind it; `titles` are what may be left."""
    known, wanted = _keys(sites), _keys(titles)
    for found in _SEPARATOR.finditer(title):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        if before and (_key(after) in known or _key(before) in wanted):
            return before
        if after and (_key(before) in known or _key(after) in wanted):
            return after
    return title


def _keys(names: Iterable[str]) -> set[str]:
    return {key for name in names if (key := _key(name))}


def _key(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
