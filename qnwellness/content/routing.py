"""From a page to those below it that an address names: found and loaded whole in one query."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects
from wagtail.models import Page

# Home page, index, article: an address that leads further down is gone on with from there.
_LEVELS = 2


def find_path(parent: Page, slugs: Sequence[str]) -> list[Page]:
    """Return the specific pages the first slugs of an address lead to, each a child of the one before; live or not.

    At most two of them, and fewer where there is no such page. The tables of the page types that are expected below
    `parent` are joined, with the foreign keys such a type names in `routed_with`; lists it names there take a query
    each. A page of another type takes a second query, as it does in Wagtail.
    """
    slugs = slugs[:_LEVELS]
    expected = _expected_types(type(parent))
    depths = range(parent.depth + 1, parent.depth + 1 + len(slugs))
    # No condition on the tree path: of the few pages with a slug those below the parent are told apart here.
    rows = Page.objects.filter(slug__in=set(slugs), depth__in=depths).order_by()
    rows = list(rows.select_related(*_joins(expected)) if expected else rows)
    found: list[Page] = []
    for slug in slugs:
        above = found[-1] if found else parent
        row = next((row for row in rows if row.slug == slug and _is_child(row, above)), None)
        if row is None:
            break
        found.append(_whole(row, above, expected))
    return found


def _is_child(row: Page, parent: Page) -> bool:
    return row.depth == parent.depth + 1 and row.path.startswith(parent.path)


def _whole(row: Page, parent: Page, expected: dict[type[Page], str]) -> Page:
    accessor = expected.get(row.specific_class)
    child = getattr(row, accessor) if accessor else row.specific
    prefetch_related_objects([child], *_named(type(child), lists=True))
    # Treebeard reads the parent from here instead of asking for it.
    child._cached_parent_obj = parent
    return child


def _expected_types(parent_type: type[Page]) -> dict[type[Page], str]:
    """Return the page types one or two levels below a page, each with the name by which a base page reaches it."""
    children = parent_type.allowed_subpage_models()
    below = {model for child in children for model in child.allowed_subpage_models()}
    types = {}
    for model in sorted({*children, *below}, key=lambda model: model._meta.label):
        link = model._meta.get_ancestor_link(Page)
        # A type that inherits from another type is not reached in one step.
        if link and link.remote_field.model is Page:
            types[model] = link.remote_field.get_accessor_name()
    return types


def _joins(expected: dict[type[Page], str]) -> list[str]:
    return [
        "__".join(filter(None, (accessor, name)))
        for model, accessor in expected.items()
        for name in ("", *_named(model, lists=False))
    ]


def _named(model: type[Page], *, lists: bool) -> list[str]:
    """Return the relations a page type is loaded with: foreign keys, or lists ("images", "images__image")."""
    named = getattr(model, "routed_with", ())
    return [name for name in named if _is_list(model, name) == lists]


def _is_list(model: type[Page], name: str) -> bool:
    return not model._meta.get_field(name.partition("__")[0]).many_to_one
