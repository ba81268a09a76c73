"""Whether this process lives, and whether it can serve."""

import logging

from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import parts

logger = logging.getLogger(__name__)
_told: dict[str, str] = {}


@never_cache
@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process can answer at all."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the site can serve, else 503; and what is wrong, by the name of its part.

    `degraded` is a site that serves all the same, and that somebody should look after.
    """
    wrong: dict[str, str] = {}
    try:
        wrong = {name: said for name, look in parts.VITAL.items() if (said := look())}
        status = "unavailable" if wrong else "ok"
        wrong |= {name: said for name, look in parts.OTHERS.items() if (said := look())}
    except Error:
        status, wrong = "unavailable", {**wrong, "database": "The database does not answer."}
    if status == "ok" and wrong:
        status = "degraded"
    _tell(wrong)
    return JsonResponse({"status": status, "wrong": wrong}, status=503 if status == "unavailable" else 200)


def _tell(wrong: dict[str, str]) -> None:
    """Log what has become wrong and what is right again, once each: monitors ask every few seconds."""
    for name in sorted(wrong.keys() - _told.keys()):
        logger.warning("%s: %s", name, wrong[name])
    for name in sorted(_told.keys() - wrong.keys()):
        logger.warning("%s: all is well again.", name)
    _told.clear()
    _told.update(wrong)
