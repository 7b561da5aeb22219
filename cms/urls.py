"""Every address of the site, in the order in which they are tried."""

from __future__ import annotations

from django.urls import include, path
from health_check.views import HealthCheckView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from disclosure_pages.api import urls as api_urls
from disclosure_pages.media import urls as media_urls
from disclosure_pages.public import urls as public_urls

# What a load balancer asks before it sends readers here; the proxy of cms/deploy keeps it from the public.
HEALTH_CHECKS = ["health_check.checks.Cache", "health_check.checks.Database"]

urlpatterns = [
    path("health/", HealthCheckView.as_view(checks=HEALTH_CHECKS), name="gongkai_health"),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(api_urls)),
    path("", include(media_urls)),
    path("", include(public_urls)),  # file names such as sitemap.xml; before the pages, which take every other address
    path("", include(wagtail_urls)),
]

handler403 = "disclosure_pages.public.views.errors.forbidden"
handler404 = "disclosure_pages.public.views.errors.not_found"
handler500 = "disclosure_pages.public.views.errors.server_error"
