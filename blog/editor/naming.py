"""How articles are named to somebody who may not see all of them."""

from collections.abc import Iterable

from django.utils.translation import ngettext


def titles(known: Iterable[str], hidden: int) -> list[str]:
    """Return titles in quotation marks, and how many articles stay without one."""
    named = [f"“{title}”" for title in known]
    if hidden:
        text = ngettext("%(count)s article you may not see", "%(count)s articles you may not see", hidden)
        named.append(text % {"count": hidden})
    return named
