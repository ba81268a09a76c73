"""The addresses below a journal that are no pages, and how old ones of them lead to the new."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect

from ..listing import listed_people, listed_tags

if TYPE_CHECKING:
    from ..models import BlogIndexPage

FIXED = ("/feed/", "/tags/", "/authors/")
_LONGEST = Redirect._meta.get_field("old_path").max_length


def routes(journal: "BlogIndexPage") -> Iterator[str]:
    """Yield every address below a journal that shoppers may have met, its articles aside. Three queries."""
    yield from FIXED
    for tag in listed_tags(journal):
        yield from (f"/tags/{tag.slug}/", f"/tags/{tag.slug}/feed/")
    for person in listed_people(journal):
        yield from person_routes(person.slug)


def person_routes(slug: str) -> tuple[str, str]:
    """Return the addresses of a person below a journal, as a journal's routes have them."""
    return f"/authors/{slug}/", f"/authors/{slug}/reviewed/"


def follow_person(before: str, after: str) -> None:
    """Have the addresses a person had lead to the ones they have now, in every journal."""
    for journal in apps.get_model("blog", "BlogIndexPage").objects.live():
        for old, new in zip(person_routes(before), person_routes(after), strict=True):
            _follow(journal, old, new)


def _follow(journal: "BlogIndexPage", old: str, new: str) -> None:
    """Redirect one address below a journal to another one; what led to the old one leads to the new one as well."""
    site, _root, path = journal.get_url_parts() or (None, "", "")
    if not path:
        return
    was, now = (Redirect.normalise_path(f"{path.rstrip('/')}{route}") for route in (old, new))
    ours = Redirect.objects.filter(redirect_page=journal, automatically_created=True)
    # Somebody stands at the new address now. What is redirected by hand stays as it is.
    Redirect.objects.filter(Q(site=site), old_path__in=(was, now), automatically_created=True).delete()
    ours.filter(redirect_page_route_path=old).update(redirect_page_route_path=new)
    is_taken = Redirect.objects.filter(site=site, old_path=was).exists()
    if not is_taken and max(len(was), len(new)) <= _LONGEST:
        Redirect.objects.create(
            old_path=was,
            site_id=site,
            redirect_page=journal,
            redirect_page_route_path=new,
            automatically_created=True,
        )
