"""What follows when a person or a tag is renamed: articles are found by the new name, old addresses lead on."""

from django.db import transaction
from django.db.models import Q
from taggit.models import Tag
from wagtail.search.tasks import insert_or_update_object_task

from .journal.addresses import follow_person
from .models import ArticlePage, Author

# A long one takes the index some thirty milliseconds, while somebody waits. `update_index` mends the rest.
MOST = 200

_HELD = "_before_renaming"


def remember(instance: Author | Tag) -> None:
    """Note, before a person or a tag is saved, the name and the address they have in the database. One query."""
    stored = type(instance).objects.filter(pk=instance.pk) if instance.pk else ()
    setattr(instance, _HELD, next(((one.name, one.slug) for one in stored), None))


def follow(instance: Author | Tag) -> None:
    """Follow a person or a tag that was saved: once that is certain the index, with it the redirects."""
    before = getattr(instance, _HELD, None)
    if before is None:
        return
    stored = type(instance).objects.get(pk=instance.pk)
    name, slug = before
    if isinstance(instance, Author) and slug and slug != stored.slug:
        follow_person(slug, stored.slug)
    if name != stored.name:
        articles = _articles_of(instance)
        transaction.on_commit(lambda: _reindex(articles))


def _articles_of(instance: Author | Tag) -> list[int]:
    """Return the ids of the articles a person or a tag is named by, those readers find first, newest first."""
    named = Q(bylines__author=instance) if isinstance(instance, Author) else Q(tagged_items__tag=instance)
    articles = ArticlePage.objects.filter(named).order_by("-live", "-published_at", "-pk").distinct()
    return list(articles.values_list("pk", flat=True)[:MOST])


def _reindex(articles: list[int]) -> None:
    for pk in articles:
        # One that was deleted meanwhile has nothing to be found by.
        if ArticlePage.objects.filter(pk=pk).exists():
            insert_or_update_object_task.enqueue("blog", "articlepage", str(pk))
