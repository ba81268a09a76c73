"""One page type or snippet a file."""

from .article import ArticleAuthor, ArticlePage, ArticleTag
from .author import Author
from .blog_index import BlogIndexPage
from .import_record import ImportRecord
from .mention import MentionKind, ProductMention
from .relation import ProductRelation

__all__ = [
    "ArticleAuthor",
    "ArticlePage",
    "ArticleTag",
    "Author",
    "BlogIndexPage",
    "ImportRecord",
    "MentionKind",
    "ProductMention",
    "ProductRelation",
]
