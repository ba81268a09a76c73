"""Taking away the pictures of articles that became private."""

from django_tasks import task

from qnwellness.content.visibility import public

from ..models import ArticlePage
from .keeping import sweep


@task()
def sweep_private(path: str) -> None:
    """Take away the pictures of the articles at and below this path of the page tree that not everybody may see."""
    articles = ArticlePage.objects.filter(path__startswith=path)
    seen = public(articles).values_list("pk", flat=True)
    for article in articles.exclude(pk__in=list(seen)).values_list("pk", flat=True):
        sweep(article)
