"""Which rows shoppers see, and what changes with each: all of the site's own models and of Wagtail's pages.

What is not named here changes anything: settings, menus, private sections, plain pages. It happens rarely. What happens
every day (articles, products, facts, sources, people, pictures) changes only what is made of it.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model

from blog.listing import ARTICLES, addressed, related_to, tagged_with
from blog.models import ArticlePage
from products.models import ProductPage
from products.queries import PRICES, PRODUCTS, kept_under
from qnwellness.answers.noticing import Changed, anything, watch, watch_moves
from qnwellness.answers.parts import ANYTHING, read, row

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
        # A redirect is looked for where nothing is found, and nothing of that is kept.
        "wagtailredirects.Redirect",
        # The generic one of the library; articles have one of their own.
        "taggit.TaggedItem",
        *(f"wagtailcore.{name}" for name in ("APIToken", "UploadedFile", "Revision", "ReferenceIndex")),
        *(f"wagtailcore.{name}" for name in ("ModelLogEntry", "PageLogEntry", "PageSubscription")),
        *(f"wagtailcore.{name}" for name in ("Comment", "CommentReply", "Task", "TaskState")),
        *(f"wagtailcore.{name}" for name in ("Workflow", "WorkflowContentType", "WorkflowPage")),
        *(f"wagtailcore.{name}" for name in ("WorkflowState", "WorkflowTask", "GroupApprovalTask")),
        *(f"wagtailcore.Group{name}Permission" for name in ("Site", "Page", "Collection")),
    }
)


def _page(page: Any) -> Iterable[str]:
    """Return what changes with a row of Wagtail's own page model, written without what makes it an article."""
    is_ours = page.cached_content_type.model_class() in (ArticlePage, ProductPage)
    # A deleted one is told of by its own model as well; Django clears the id of a row it has deleted only then.
    return () if is_ours and not page.__class__.objects.filter(pk=page.pk).exists() else (ANYTHING,)


def _article(article: ArticlePage) -> Iterable[str]:
    tags = [tagged_with(item.tag_id) for item in article.tagged_items.all()]
    return (row("page", article.pk), addressed(article.slug), ARTICLES, *tags)


def _of_article(part: Any) -> Iterable[str]:
    return (row("page", part.article_id), ARTICLES)


def _tag_of_article(item: Any) -> Iterable[str]:
    is_draft = item._meta.get_field("content_object").is_cached(item) and not item.content_object.live
    return () if is_draft else (row("page", item.content_object_id), ARTICLES, tagged_with(item.tag_id))


def _product(product: ProductPage) -> Iterable[str]:
    keys = kept_under(product.handle, product.sku, product.gtin)
    replaced_by = [row("page", product.replacement_id)] if product.replacement_id else []
    return (row("page", product.pk), PRODUCTS, *keys, *replaced_by)


def _of_product(part: Any) -> Iterable[str]:
    keys = kept_under(*(getattr(part, name, "") for name in ("sku", "gtin", "value")))
    return (row("page", part.product_id), PRODUCTS, *keys)


def _choice(choice: Any) -> Iterable[str]:
    return (related_to(choice.product_id),)


def _one(kind: str) -> Changed:
    return lambda instance: (row(kind, instance.pk),)


# What changes with a row of these; with one of all others that are seen, anything.
CHANGED: dict[str, Changed] = {
    "wagtailcore.Page": _page,
    "blog.ArticlePage": _article,
    "blog.ArticleTag": _tag_of_article,
    "blog.ArticleAnchor": _of_article,
    "blog.ArticleAuthor": _of_article,
    "blog.RelatedPick": _of_article,
    "blog.SidebarChoice": _choice,
    "blog.Fact": _one("fact"),
    "blog.Source": _one("source"),
    "blog.Author": _one("author"),
    "taggit.Tag": lambda tag: (row("tag", tag.pk), ARTICLES),
    "images.SiteImage": _one("image"),
    "products.ProductPage": _product,
    **{
        f"products.{name}": _of_product
        for name in ("OtherName", "Ingredient", "Variant", "ProductImage", "FormerKey")
    },
    "products.CatalogueRun": lambda run: (PRICES,),
}

# Rows that say, when they are loaded, that an answer is made of them.
READ = {
    "wagtailcore.Page": "page",
    "blog.ArticlePage": "page",
    "products.ProductPage": "page",
    "blog.Fact": "fact",
    "blog.Source": "source",
    "blog.Author": "author",
    "taggit.Tag": "tag",
    "images.SiteImage": "image",
}


def seen() -> list[type[Model]]:
    """Return the models whose rows shoppers see."""
    models = (model for model in apps.get_models() if model._meta.app_label in _APPS)
    return [model for model in models if model._meta.label not in UNSEEN]


def watch_everything() -> None:
    """Note a change whenever anything shoppers see is written, and hear what answers are made of."""
    for model in seen():
        watch(model, CHANGED.get(model._meta.label, anything))
    for label, kind in READ.items():
        read(apps.get_model(label), kind)
    watch_moves()
