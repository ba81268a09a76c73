"""Links the names of products in an article, as it was last saved, on one click beside its form."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.models import Revision

from qnwellness.content.references import reference_id

from ..models import ArticlePage
from ..proposing.naming import Extent, link_products
from .facts import kept_out
from .products_said import said_of


@method_decorator(never_cache, name="dispatch")
class LinkProductsView(View):
    """Makes a new draft with names linked, and leads back to the form.

    Takes `extent` ("first" or "all"), `product` (an id, or nothing for all products) and, as the form has them,
    `overwrite_revision_id` or `loaded_revision_id` with `loaded_revision_created_at`: the version the editor sees.
    """

    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Link, and say what was done. Raises Http404 and PermissionDenied."""
        stored = get_object_or_404(ArticlePage, pk=page_id)
        if not stored.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        extent, product = request.POST.get("extent", ""), request.POST.get("product", "")
        if extent not in list(Extent) or (product and reference_id(product) is None):
            return HttpResponseBadRequest()
        with transaction.atomic():
            # Nobody saves another version between the look at it and ours.
            stored = kept_out(ArticlePage.objects.filter(pk=page_id)).get()
            if problem := self._problem(stored):
                messages.warning(request, problem)
            else:
                self._link(stored, Extent(extent), {int(product)} if product else None)
        return redirect("wagtailadmin_pages:edit", page_id)

    def _problem(self, stored: ArticlePage) -> str:
        """Return why nothing can be done now, or nothing."""
        lock = stored.get_lock()
        if stored.alias_of_id:
            return _("Nothing was linked: this page follows another one.")
        if lock is not None and lock.for_user(self.request.user):
            return _("Nothing was linked: this article is locked, or is being reviewed.")
        if not self._is_current(stored.get_latest_revision()):
            return _(
                "Nothing was linked: somebody has changed the article since you opened it. Here it is as it is now."
            )
        return ""

    def _is_current(self, latest: Revision | None) -> bool:
        """Tell whether the form shows the newest version, by the rule Wagtail's own form goes by."""
        sent = self.request.POST
        if latest is None:
            return True
        if own := sent.get("overwrite_revision_id"):
            return own == str(latest.pk)
        loaded = sent.get("loaded_revision_id"), sent.get("loaded_revision_created_at")
        return loaded == (str(latest.pk), latest.created_at.isoformat())

    def _link(self, stored: ArticlePage, extent: Extent, products: set[int] | None) -> None:
        before = stored.get_latest_revision()
        article = stored.get_latest_revision_as_object()
        after, counts = link_products(article, extent, self.request.user, products)
        if after is None:
            messages.info(self.request, _("Nothing was linked: there is no name left to link."))
            return
        said, buttons = said_of(stored, counts, before, after)
        messages.success(self.request, said, buttons=buttons)
