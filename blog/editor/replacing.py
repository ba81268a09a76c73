"""The screen of a product that articles show: which and where, and what may become of it instead of being deleted.

What is chosen is shown first as readers will see it, and done when it is sent a second time.
"""

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from products.availability import State
from products.models import ProductPage
from products.retiring import retire

from .product_standing import product_standing
from .replacing_form import REPLACE, RetireForm
from .replacing_outcome import Outcome, outcomes

DELETE, UNPUBLISH = "delete", "unpublish"
# Sent along by a form that has told what becomes of articles.
KNOWN = "uses_known"


@method_decorator(never_cache, name="dispatch")
class ReplaceProductView(WagtailAdminTemplateMixin, View):
    """Tells where a product stands, and discontinues, replaces or hides it."""

    http_method_names = ["get", "post"]
    template_name = "blog/editor/replacing.html"
    page_title = gettext_lazy("Where this product stands")
    header_icon = "tag"

    def dispatch(self, request: HttpRequest, product_id: int) -> HttpResponse:
        """Let in who may edit or take down the product."""
        self.product = get_object_or_404(ProductPage, pk=product_id)
        self.allowed = self.product.permissions_for_user(request.user)
        if not (self.allowed.can_edit() or self.allowed.can_delete() or self.allowed.can_unpublish()):
            raise PermissionDenied
        return super().dispatch(request, product_id)

    def get(self, request: HttpRequest, product_id: int) -> HttpResponse:
        """Show where it stands, and what can be done."""
        return self._show(RetireForm(product=self.product, initial={"way": REPLACE}))

    def post(self, request: HttpRequest, product_id: int) -> HttpResponse:
        """Show what was chosen as readers will see it; sent again with `confirmed`, do it."""
        if not self.may_retire:
            raise PermissionDenied
        form = RetireForm(request.POST, product=self.product)
        if not form.is_valid():
            return self._show(form)
        if "confirmed" not in request.POST:
            return self._show(form, self._outcomes(state=form.state, replacement=form.replacement_chosen))
        retire(self.product, form.state, form.replacement_chosen, request.user)
        messages.success(request, self._done(form))
        return redirect(self.next_url)

    @property
    def may_retire(self) -> bool:
        """Tell whether the user may give it another state: what changes what readers see is a publication."""
        return self.allowed.can_publish() and not self.allowed.page_locked()

    @cached_property
    def standing(self) -> Any:
        """Where it stands."""
        return product_standing(self.product, self.request.user)

    @property
    def next_url(self) -> str:
        """Return where the user came from, or the list the product is in."""
        asked = get_valid_next_url_from_request(self.request)
        return asked or reverse("wagtailadmin_explore", args=[self.product.get_parent().pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead to the product in the tree of pages."""
        pages = get_breadcrumbs_items_for_page(self.product, self.request.user)
        return [*pages, {"url": "", "label": self.page_title}]

    def _outcomes(self, **then: Any) -> list[Outcome]:
        return outcomes(self.product, self.standing.shown, **then)

    def _done(self, form: RetireForm) -> str:
        count = self.standing.articles
        what = {"product": self.product.title, "count": count}
        if form.state is State.HIDDEN:
            return _("“%(product)s” is hidden. Nothing of it is shown any more.") % what
        if form.replacement_chosen is None:
            return _("“%(product)s” is discontinued. Its page stays, without price and button.") % what
        what["new"] = form.replacement_chosen.title
        return (
            ngettext(
                "“%(product)s” is discontinued. “%(new)s” takes its place, in %(count)s article at once.",
                "“%(product)s” is discontinued. “%(new)s” takes its place, in %(count)s articles at once.",
                count,
            )
            % what
        )

    def _show(self, form: RetireForm, then: list[Outcome] | None = None) -> HttpResponse:
        asked = self.request.GET.get("for", "")
        is_unpublishing = asked == UNPUBLISH and self.allowed.can_unpublish()
        return self.render_to_response(
            self.get_context_data(
                product=self.product,
                standing=self.standing,
                form=form,
                asked=asked,
                may_retire=self.may_retire,
                then=then,
                next_url=self.next_url,
                known=KNOWN,
                unpublished=self._outcomes(is_live=False) if is_unpublishing and then is None else None,
                may_delete=not self.standing.is_used and self.allowed.can_delete(),
            )
        )
