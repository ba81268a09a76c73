"""The site's addresses."""

from django.conf import settings
from django.conf.urls.static import static
from django.http import Http404
from django.urls import include, path
from django.views.defaults import page_not_found
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from blog.api.urls import api
from blog.embed.fragment import related_articles_fragment
from qnwellness.health import views as health
from qnwellness.health.failing import failed
from qnwellness.home.sitemap import sitemap
from qnwellness.home.views import robots
from qnwellness.search.views import search

urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", api.urls),
    path("embed/", include("blog.embed.urls")),
    path("products/<str:key>/related-articles/", related_articles_fragment, name="related-articles-fragment"),
    path("search/", search, name="search"),
    path("infographics/", include("blog.posters.urls")),
]

if settings.DEBUG:
    # With DEBUG an address that does not exist shows Django's own page; here ours can be looked at.
    urlpatterns += [
        path("404/", page_not_found, {"exception": Http404()}),
        path("500/", failed),
    ]
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns.append(path("", include(wagtail_urls)))

handler500 = "qnwellness.health.failing.failed"
