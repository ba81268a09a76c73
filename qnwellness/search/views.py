"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qnwellness.answers.fragments import once
from qnwellness.answers.keeping import keep
from qnwellness.answers.keys import key_of
from qnwellness.content.references import resolving
from qnwellness.content.visibility import asking_once
from qnwellness.home.lists import lists_of

from .engine import EngineDownError
from .facets import count_facets, narrow
from .finding import find
from .question import read_question
from .ranking import ranked
from .results import load
from .suggestions import suggest

PAGE_SIZE = 12
SECONDS = 30


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the articles and products that hold the words asked for, best first; 503 while searching does not work."""
    try:
        # Whatever is published may be found.
        return once(key_of(request), lambda: keep(_answer(request)))
    except EngineDownError:
        return _sorry(request)


def _sorry(request: HttpRequest) -> HttpResponse:
    context = {
        "question": read_question(request.GET.dict()),
        "lists": lists_of(request),
        "stylesheet": "search",
    }
    response = render(request, "search/unavailable.html", context, status=503)
    response.headers["Retry-After"] = str(SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    question = read_question(request.GET.dict())
    with asking_once(), resolving({}):
        found = find(question)
        candidates = ranked([found.articles, found.products], question)
        listed = Paginator(narrow(candidates, question), PAGE_SIZE).get_page(request.GET.get("page"))
        context = {
            "question": question,
            "match": found.match,
            "listed": listed,
            "results": load(listed.object_list, question.terms),
            "facets": count_facets(candidates, question),
            "suggestions": None if found else suggest(question),
            "lists": None if found else lists_of(request),
            "stylesheet": "search",
        }
        return render(request, "search/search.html", context)
