"""Which rows shoppers see: all of the site's own models and of Wagtail's pages, but those named here."""

from django.apps import apps
from django.db.models import Model

from qnwellness.answers.noticing import watch, watch_moves

_APPS = ("blog", "products", "content", "images", "home", "wagtailcore", "taggit", "wagtailredirects")

# What only editors see, and the sizes of a picture: those are made while a page is shown.
UNSEEN = frozenset(
    {
        "images.SiteRendition",
        # Written all at once, which is noted there.
        "blog.ProductMention",
        "blog.ProductRelation",
        "blog.DismissedFinding",
        *(f"blog.Import{name}" for name in ("Record", "Run", "File", "Item", "Decision")),
        "blog.MissingPicture",
        "blog.FetchedPicture",
        "blog.ListDelivery",
        "products.CatalogueRecord",
        *(f"wagtailcore.{name}" for name in ("APIToken", "UploadedFile", "Revision", "ReferenceIndex")),
        *(f"wagtailcore.{name}" for name in ("ModelLogEntry", "PageLogEntry", "PageSubscription")),
        *(f"wagtailcore.{name}" for name in ("Comment", "CommentReply", "Task", "TaskState")),
        *(f"wagtailcore.{name}" for name in ("Workflow", "WorkflowContentType", "WorkflowPage")),
        *(f"wagtailcore.{name}" for name in ("WorkflowState", "WorkflowTask", "GroupApprovalTask")),
        *(f"wagtailcore.Group{name}Permission" for name in ("Site", "Page", "Collection")),
    }
)


def seen() -> list[type[Model]]:
    """Return the models whose rows shoppers see."""
    models = (model for model in apps.get_models() if model._meta.app_label in _APPS)
    return [model for model in models if model._meta.label not in UNSEEN]


def watch_everything() -> None:
    """Note a change whenever anything shoppers see is written."""
    watch(*seen())
    watch_moves()
