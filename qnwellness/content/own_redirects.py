"""Takes away redirects that lead a page to itself.

A page that is moved and moved back leaves one: Wagtail makes a redirect of every address a page had, and clears away
only those it is about to make anew. Such a redirect sleeps until the page answers 404 (a hidden product, a page that
was taken down), and then leads its readers round in circles.
"""

from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move


def connect() -> None:
    """Listen to pages whose address changes."""
    page_slug_changed.connect(_address_changed, dispatch_uid="content.own_redirects.slug")
    post_page_move.connect(_address_changed, dispatch_uid="content.own_redirects.move")


def _address_changed(instance: Page, **more: Any) -> None:
    below = Page.objects.descendant_of(instance, inclusive=True)
    made = Redirect.objects.filter(automatically_created=True, redirect_page__in=below)
    own = [one.pk for one in made.select_related("redirect_page") if _leads_to_itself(one)]
    Redirect.objects.filter(pk__in=own).delete()


def _leads_to_itself(redirect: Redirect) -> bool:
    parts = redirect.redirect_page.get_url_parts()
    path = (
        Redirect.normalise_path(f"{parts[2].rstrip('/')}{redirect.redirect_page_route_path}")
        if parts
        else None
    )
    return path == redirect.old_path
