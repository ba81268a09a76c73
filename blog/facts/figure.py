"""Says how a figure that is being typed will be written."""

from typing import Any

from babel import UnknownLocaleError
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Fact
from .forms import FigureForm

_MOST_LANGUAGES = 20


@method_decorator(never_cache, name="dispatch")
class FigureView(PermissionCheckedMixin, View):
    """Takes low, high and unit as a form has them, and languages. Nothing is stored."""

    permission_policy = ModelPermissionPolicy(Fact)
    any_permission_required = ["add", "change"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return `shown`, the figure as readers of this site see it, and `texts` by language; or a `problem`."""
        form = FigureForm(request.GET)
        if not form.is_valid():
            return JsonResponse({"problem": _first(form.errors)})
        fact = form.save(commit=False)
        languages = request.GET.getlist("language")[:_MOST_LANGUAGES]
        texts = {language: text for language in languages if (text := _written(fact, language))}
        return JsonResponse({"shown": fact.text_in(settings.LANGUAGE_CODE), "texts": texts})


def _written(fact: Fact, language: str) -> str:
    try:
        return fact.text_in(language)
    except (UnknownLocaleError, ValueError):
        return ""


def _first(errors: Any) -> str:
    return next((str(message) for messages in errors.values() for message in messages), "")
