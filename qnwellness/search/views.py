"""The search page."""

import re

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from blog.listing import as_cards
from blog.models import ArticlePage
from products.models import ProductPage
from products.queries import with_pictures
from qnwellness.content.visibility import public

# Longer questions are cut: the database's full text search gains nothing from them.
MAX_QUERY = 200
PAGE_SIZE = 12
PRODUCTS = 6
# SQLite refuses a question with an unbalanced one.
_QUOTES = re.compile(r"[\"“”„‟«»]")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the articles and products that hold the words asked for."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:MAX_QUERY]
    words = _QUOTES.sub(" ", query).strip()
    articles = as_cards(public(ArticlePage.objects.all())).search(words) if words else []
    products = with_pictures(public(ProductPage.objects.all())).search(words)[:PRODUCTS] if words else []
    listed = Paginator(articles, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "articles": listed,
        "listed": listed,
        "products": products,
        "stylesheet": "search",
    }
    return render(request, "search/search.html", context)
