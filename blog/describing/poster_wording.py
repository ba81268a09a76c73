"""The words pictures say of their own, in the language of what they show."""

from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..infographics.poster.wording import Wording


@cache
def wording(language: str) -> Wording:
    """Return the words for a language code; English for one that is not translated."""
    with override(language):
        return Wording(
            sources=_("Sources"),
            more=_("and {count} more"),
            more_at=_("and {count} more at {address}"),
            at_least=_("at least"),
            up_to=_("up to"),
            scale_in=_("Scale in {unit}"),
            ours=_("Our product"),
        )
