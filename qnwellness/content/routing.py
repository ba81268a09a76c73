"""From a page to its child: found and loaded whole in one query."""

from django.db.models import prefetch_related_objects
from wagtail.models import Page


def find_child(parent: Page, slug: str) -> Page | None:
    """Return the specific child of `parent` with this slug, live or not, or None.

    The tables of the page types `parent` expects are joined, with the foreign keys such a type names in
    `routed_with`; lists it names there take a query each. A child of another type takes a second query, as it
    does in Wagtail.
    """
    expected = _expected_types(type(parent))
    children = parent.get_children().filter(slug=slug)
    if expected:
        children = children.select_related(*_joins(expected))
    page = children.first()
    if page is None:
        return None
    accessor = expected.get(page.specific_class)
    child = getattr(page, accessor) if accessor else page.specific
    prefetch_related_objects([child], *_named(type(child), lists=True))
    # Treebeard reads the parent from here instead of asking for it.
    child._cached_parent_obj = parent
    return child


def _expected_types(parent_type: type[Page]) -> dict[type[Page], str]:
    """Return the page types below a page, each with the name by which a base page reaches it."""
    types = {}
    for model in parent_type.allowed_subpage_models():
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
