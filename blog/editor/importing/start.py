"""The first screen: hand texts in, and what was imported before."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from qnwellness.content.files import Unreadable

from ...importing.readers.shopify_query import SHOPIFY_QUERY
from ...importing.runs.starting import start
from ...importing.runs.storage import forget_old
from .access import runs_of
from .base import ImportingView
from .forms import StartForm, limit
from .history import lines, named

RUNS = 20


class IndexView(ImportingView):
    """Shows the screen, and takes files or a pasted text."""

    http_method_names = ["get", "post"]
    template_name = "blog/importing/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what can be done and what was."""
        return self._show(StartForm(journals=self.journals))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep what was handed in and lead to its reading, or say at the field what is wrong."""
        form = StartForm(request.POST, request.FILES, journals=self.journals)
        if form.is_valid():
            forget_old()
            values = form.cleaned_data
            try:
                run = start(
                    request.user, form.journal, values["files"], values["pasted"], values["format"] or None
                )
            except Unreadable as problem:
                form.add_error("files", str(problem))
            else:
                return redirect("article_import:run", run.pk)
        return self._show(form)

    def _show(self, form: StartForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add a page of the imports there were. As many queries, whatever their number."""
        page = Paginator(named(runs_of(self.request.user)), RUNS).get_page(self.request.GET.get("p"))
        page.object_list = lines(page.object_list)
        return super().get_context_data(**kwargs) | {"runs": page, "limit": limit(), "query": SHOPIFY_QUERY}
