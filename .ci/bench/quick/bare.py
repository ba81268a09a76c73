"""The least Django can do: one view without any middleware that answers with the bytes of a file."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

CONTENT = Path(os.environ["BARE_CONTENT"]).read_bytes()


def bare(request: HttpRequest) -> HttpResponse:
    """Answer."""
    return HttpResponse(CONTENT, content_type="text/html; charset=utf-8")


urlpatterns = [path("bare/", bare)]
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[])
application = get_wsgi_application()
