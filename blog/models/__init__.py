"""One page type or snippet a file."""

from .anchor import ArticleAnchor
from .article import ArticlePage, ArticleTag
from .author import Author
from .blog_index import BlogIndexPage
from .byline import ArticleAuthor
from .dismissal import DismissedFinding
from .fact import Fact
from .import_record import ImportRecord
from .import_run import ImportDecision, ImportFile, ImportItem, ImportRun
from .list_delivery import Channel, ListDelivery
from .mention import MentionKind, ProductMention
from .missing_picture import FetchedPicture, MissingPicture
from .pick import RelatedPick
from .relation import ProductRelation
from .sidebar_choice import SidebarChoice
from .sidebar_settings import SidebarSettings
from .source import Source

__all__ = [
    "ArticleAnchor",
    "ArticleAuthor",
    "ArticlePage",
    "ArticleTag",
    "Author",
    "BlogIndexPage",
    "Channel",
    "DismissedFinding",
    "Fact",
    "FetchedPicture",
    "ImportDecision",
    "ImportFile",
    "ImportItem",
    "ImportRecord",
    "ImportRun",
    "ListDelivery",
    "MentionKind",
    "MissingPicture",
    "ProductMention",
    "ProductRelation",
    "RelatedPick",
    "SidebarChoice",
    "SidebarSettings",
    "Source",
]
