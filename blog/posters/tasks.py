"""Drawing ahead of the first request, where the site has workers for such things."""

import logging

from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from qnwellness.content.visibility import is_public

from ..describing.poster import PICTURES, pictured
from ..models import ArticlePage
from .drawing import CannotDraw
from .pictures import picture
from .turns import Busy

logger = logging.getLogger(__name__)


def draw_later(article: int) -> None:
    """Have a worker draw the pictures of an article. Without workers nothing is drawn before somebody asks for it."""
    if not isinstance(task_backends[draw_pictures.backend], ImmediateBackend):
        draw_pictures.enqueue(article)


@task()
def draw_pictures(article: int) -> None:
    """Draw every picture of a public article that is not there yet. One that fails leaves a line in the log."""
    page = ArticlePage.objects.filter(pk=article, alias_of=None).first()
    if page is None or not is_public(page):
        return
    current = pictured(page)
    for shown in current:
        for name in PICTURES:
            try:
                picture(shown, name, current)
            except (CannotDraw, Busy, OSError) as error:
                logger.warning("%s of article %s was not drawn ahead: %s", name, article, error)
