"""Answers what pasted HTML is as blocks."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from qnwellness.content.files import Unreadable

from ...models import ArticlePage
from ..filling import may_write_articles
from .counting import said_of
from .pasted import read_pasted, stored, told
from .pictures import take_pictures

# A long article with its pictures; Django refuses larger forms before they are read.
MOST_CHARACTERS = 2_000_000


@method_decorator(never_cache, name="dispatch")
class PasteView(View):
    """Takes `html`; returns `blocks` in the state a form has them in, `said` and `left`, or `problem` with status 400.

    Only for who may write articles. No article is changed by it.
    """

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer, or raise PermissionDenied."""
        if not may_write_articles(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> JsonResponse:
        """Return the blocks of what was pasted."""
        html = request.POST.get("html", "").replace("\0", "")
        try:
            if len(html) > MOST_CHARACTERS:
                raise Unreadable(
                    _("This is too long to paste at once. Paste it in parts, or import it as a file.")
                )
            pasted = read_pasted(html)
        except Unreadable as problem:
            return JsonResponse({"problem": str(problem)}, status=400)
        taken = take_pictures(pasted.blocks, request.user)
        raw = stored(pasted.blocks, taken.pictures)
        body = ArticlePage.body.field.stream_block
        state = body.get_form_state(body.to_python(raw))
        return JsonResponse({"blocks": state, "said": said_of(raw), "left": told(pasted, taken)})
