"""Articles as they were last saved, many at once: with the changes that are not published yet."""

from collections.abc import Iterator

from django.db.models import Field

from ..models import ArticleAuthor, ArticlePage

# Of the fields every page has, what the checks look at.
_OF_EVERY_PAGE = ("search_description",)


def show_last_saved(page: ArticlePage) -> ArticlePage:
    """Give an article what its latest revision says, and return it. It must not be saved after that.

    `latest_revision` must have been loaded with it; then this takes no query, while Wagtail's way to the same
    (`Page.with_content_json`) takes a dozen: it looks whether everything the revision names is there still.
    """
    if not (page.has_unpublished_changes and page.latest_revision):
        return page
    content = page.latest_revision.content
    for field in _fields():
        if field.name in content:
            setattr(page, field.attname, field.to_python(content[field.name]))
    page.bylines = [ArticleAuthor(author_id=byline["author"]) for byline in content.get("bylines", [])]
    return page


def _fields() -> Iterator[Field]:
    yield from (field for field in ArticlePage._meta.local_concrete_fields if not field.primary_key)
    yield from (ArticlePage._meta.get_field(name) for name in _OF_EVERY_PAGE)
