"""The first screen: bring a catalogue in by file or from its address, and what was brought in before."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from products.catalogue.runs import start_run
from products.feed.source import fetch_from, the_source
from products.models import CatalogueRun
from qnwellness.content.files import Unreadable
from qnwellness.fetching import NotFetched

from .base import CatalogueView
from .forms import CatalogueForm
from .history import line_of
from .planned import forget_abandoned

RUNS = 20
# A person waits no longer for the shop; the schedule does.
SECONDS = 20.0


class IndexView(CatalogueView):
    """Shows the screen, and takes a file."""

    http_method_names = ["get", "post"]
    template_name = "products/screens/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what can be done and what was."""
        return self._show(CatalogueForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read a file and lead to what it would change, or say at the field what is wrong with it."""
        form = CatalogueForm(request.POST, request.FILES)
        if form.is_valid():
            forget_abandoned()
            file = form.cleaned_data["file"]
            try:
                run = start_run(
                    file.read(),
                    source=file.name,
                    trigger=CatalogueRun.Trigger.UPLOAD,
                    user=request.user,
                    # What is not said here, the file may say of itself.
                    full=form.cleaned_data["is_full"] or None,
                )
            except Unreadable as problem:
                form.add_error("file", str(problem))
            else:
                return redirect("catalogue:run", run.pk)
        return self._show(form)

    def _show(self, form: CatalogueForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the source and a page of the runs. Three queries, whatever their number."""
        runs = CatalogueRun.objects.defer("report").select_related("user")
        page = Paginator(runs, RUNS).get_page(self.request.GET.get("p"))
        page.object_list = [line_of(run) for run in page.object_list]
        settings_url = ""
        if self.request.user.has_perm("products.change_shop"):
            settings_url = reverse("wagtailsettings:edit", args=["products", "shop"])
        found = {"source": the_source(), "settings_url": settings_url, "runs": page}
        return super().get_context_data(**kwargs) | found


class FetchView(CatalogueView):
    """Fetches the feed from the shop's address and leads to what it would change."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Fetch, and plan."""
        source = the_source()
        try:
            run = start_run(
                fetch_from(source, seconds=SECONDS),
                source=source.address,
                trigger=CatalogueRun.Trigger.FETCH,
                user=request.user,
            )
        except (NotFetched, Unreadable) as problem:
            messages.error(request, str(problem))
            return redirect("catalogue:index")
        return redirect("catalogue:run", run.pk)
