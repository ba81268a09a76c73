"""Typed addresses of headings with which the form would be refused, told before somebody tries to save it."""

from collections.abc import Iterator
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..blocks.heading import address_of
from ..checks.finding import Finding, Level
from ..forms.article import CLASH_MESSAGES
from ..models import ArticlePage
from ..outline import Heading, build_outline
from ..reading import heading


def refused_addresses(page: ArticlePage) -> Iterator[Finding]:
    """Yield a finding at each address its heading cannot have, as the form would say it.

    `page` is an article as its form has it. One query, where an address was typed; else none.
    """
    found = [heading(item) for item in page.body.raw_data if item["type"] == "heading"]
    if not any(_is_typed(one) for one in found):
        return
    usable = []
    for one in found:
        try:
            usable.append(replace(one, wish=address_of(one.wish)) if _is_typed(one) else one)
        except ValidationError as problem:
            usable.append(replace(one, wish=""))
            yield _refused(one, problem.messages[0])
    by_id = {one.block_id: one for one in found}
    for clash in build_outline(usable, page.kept_anchors()).clashes:
        holder = by_id[clash.holder].text or _("a heading without words")
        message = CLASH_MESSAGES[clash.holding] % {"anchor": clash.anchor, "heading": holder}
        yield _refused(by_id[clash.block_id], message)


def _is_typed(one: Heading) -> bool:
    return bool(one.wish.strip()) and one.wish.strip() != one.wish_over


def _refused(one: Heading, message: str) -> Finding:
    return Finding("refused_address", Level.MUST, message, f"body.{one.block_id}.anchor", one.text)
