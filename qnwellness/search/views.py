"""The search page."""

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


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the articles and products that hold the words asked for."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:MAX_QUERY]
    articles = as_cards(public(ArticlePage.objects.all())).search(query) if query else []
    products = with_pictures(public(ProductPage.objects.all())).search(query)[:PRODUCTS] if query else []
    context = {
        "query": query,
        "articles": Paginator(articles, PAGE_SIZE).get_page(request.GET.get("page")),
        "products": products,
        "stylesheet": "search",
    }
    return render(request, "search/search.html", context)
