"""Every address of the site, in the order in which they are tried."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from disclosure_pages.api import urls as api_urls
from disclosure_pages.library import urls as library_urls
from disclosure_pages.media import urls as media_urls
from disclosure_pages.public import urls as public_urls
from disclosure_pages.rounds import public_urls as catalogue_urls
from plugins.effects import urls as plugin_urls
from search import urls as search_urls
from themes import urls as theme_urls


async def health(request: HttpRequest) -> HttpResponse:
    """What a load balancer asks; see ``cms/health.py`` for why it is loaded so late."""
    from cms.health import HealthView

    answer: HttpResponse = await HealthView.as_view()(request)
    return answer


urlpatterns = [
    path("health/", health, name="gongkai_health"),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(api_urls)),
    path("", include(media_urls)),
    path("", include(catalogue_urls)),
    path("", include(search_urls)),
    path("", include(plugin_urls)),  # each behind the question whether the plug-in is on there
    path("", include(theme_urls)),
    path("", include(library_urls)),  # before the pages and feeds of columns
    path("", include(public_urls)),  # file names such as sitemap.xml; before the pages, which take every other address
    path("", include(wagtail_urls)),
]

handler403 = "disclosure_pages.public.views.errors.forbidden"
handler404 = "disclosure_pages.public.views.errors.not_found"
handler500 = "disclosure_pages.public.views.errors.server_error"
