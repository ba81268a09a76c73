"""The pictures imported articles name and do not have: from where they can be fetched, and each with its standing."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...importing.fetching_pictures import hosts_of, try_again, waiting
from ...models import ImportRecord, MissingPicture
from .listing import records_of

PERMISSION = "blog.fetch_pictures"
ROWS = 50


@method_decorator(never_cache, name="dispatch")
class MissingView(WagtailAdminTemplateMixin, View):
    """What the screens of missing pictures have in common: those of the articles a user may edit."""

    page_title = gettext_lazy("Missing pictures")
    header_icon = "image"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in who may edit pages; raise PermissionDenied for others."""
        self.rows = missing_of(request.user)
        return super().dispatch(request, *args, **kwargs)

    @property
    def may_fetch(self) -> bool:
        """Tell whether this user may have pictures fetched from other hosts."""
        return bool(self.request.user.has_perm(PERMISSION))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list of imported articles."""
        listing = {"url": reverse("imported_articles"), "label": _("Imported articles")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]


class MissingPicturesView(MissingView):
    """Shows them, and does what is asked with them."""

    http_method_names = ["get", "post"]
    template_name = "blog/imported/missing.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the list; while fetching goes on, how far it has come."""
        left = waiting(self.rows).count() if self.may_fetch else 0
        total = request.GET.get("fetch", "")
        is_running = bool(left) and total.isdecimal()
        told = standing(left, max(int(total[:9]), left)) if is_running else None
        counts = dict(self.rows.values_list("state").annotate(number=Count("pk")).order_by())
        listed = self.rows.select_related("record__article", "image").order_by(
            "state", "record_id", "position"
        )
        context = {
            "told": told,
            "counts": counts,
            "hosts": hosts_of(self.rows),
            "left": left,
            "may_fetch": self.may_fetch,
            "page": Paginator(listed, ROWS).get_page(request.GET.get("p")),
        }
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Begin to fetch, try again what failed, or take pictures off the list."""
        what = request.POST.get("do", "")
        if what in ("fetch", "retry") and self.may_fetch:
            if what == "retry":
                try_again(self.rows)
            return redirect(f"{reverse('imported_pictures')}?fetch={waiting(self.rows).count()}")
        if what == "dismiss":
            self._dismiss([pk for pk in request.POST.getlist("chosen") if pk.isdecimal()][:ROWS])
        return redirect("imported_pictures")

    def _dismiss(self, chosen: list[str]) -> None:
        rows = self.rows.filter(pk__in=chosen)
        records = list(rows.values_list("record_id", flat=True))
        number, _by_model = rows.delete()
        # What these articles need is looked up anew.
        ImportRecord.objects.filter(pk__in=records).update(needs_of=None)
        if not number:
            messages.warning(self.request, _("Choose one or more pictures first."))
            return
        messages.success(
            self.request,
            ngettext(
                "%(n)s picture was taken off the list.", "%(n)s pictures were taken off the list.", number
            )
            % {"n": number},
        )


def missing_of(user: Any) -> QuerySet[MissingPicture]:
    """Return the missing pictures of the articles a user may edit. Raises PermissionDenied for who may edit no page."""
    return MissingPicture.objects.filter(record__in=records_of(user).values("pk"))


def standing(left: int, total: int) -> dict[str, Any]:
    """Return how far fetching has come, for a bar and in words."""
    words = _("%(done)s of %(all)s pictures fetched") % {"done": total - left, "all": total}
    return {"position": total - left, "total": total, "words": words}
