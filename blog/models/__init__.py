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
from .mention import MentionKind, ProductMention
from .missing_picture import FetchedPicture, MissingPicture
from .pick import RelatedPick
from .relation import ProductRelation
from .sidebar_choice import SidebarChoice
from .source import Source

__all__ = [
    "ArticleAnchor",
    "ArticleAuthor",
    "ArticlePage",
    "ArticleTag",
    "Author",
    "BlogIndexPage",
    "DismissedFinding",
    "Fact",
    "FetchedPicture",
    "ImportDecision",
    "ImportFile",
    "ImportItem",
    "ImportRecord",
    "ImportRun",
    "MentionKind",
    "MissingPicture",
    "ProductMention",
    "ProductRelation",
    "RelatedPick",
    "SidebarChoice",
    "Source",
]
