"""The article as its form says it is, before anything is saved."""

from django.http import QueryDict
from django.utils.functional import cached_property

from ..models import ArticlePage

# Fields of blocks are read and not validated: half a block is worth a look too. Validating would also relax what is
# required on block objects that all threads share.
_BLOCKS = ("body", "corrections")
# Nothing that is shown depends on these, and validating them asks the database.
_LEFT_ALONE = ("slug", "tags")
_COMMENTS = "comments"


class UnreadableFormError(ValueError):
    """What was sent is not an article's form."""


def read_form(page: ArticlePage, parent: object, data: QueryDict, user: object) -> ArticlePage:
    """Fill `page` with what its form holds, as far as it can be read, and return it. Writes nothing.

    What is not valid keeps the value it was saved with. Raises UnreadableFormError.
    """
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(data, instance=page, parent_page=parent, for_user=user)
    block_fields = {name: form.fields.pop(name) for name in _BLOCKS if name in form.fields}
    for name in _LEFT_ALONE:
        form.fields.pop(name, None)
    form.formsets.pop(_COMMENTS, None)
    try:
        form.defer_required_fields()
        form.is_valid()
        for name, field in block_fields.items():
            setattr(page, name, field.widget.value_from_datadict(data, {}, name))
    except (KeyError, ValueError) as problem:
        raise UnreadableFormError(str(problem)) from problem
    for formset in form.formsets.values():
        if formset.is_valid():
            formset.save(commit=False)
    _forget_what_was_read(page)
    return page


def _forget_what_was_read(page: ArticlePage) -> None:
    """Drop what the page has worked out from the values it had before."""
    for name in list(vars(page)):
        if isinstance(getattr(type(page), name, None), cached_property):
            delattr(page, name)
