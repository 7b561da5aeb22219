"""Public addresses beside the pages of the tree. File names have a dot, which no slug has, so they hide no page."""

from __future__ import annotations

from django.urls import path, re_path
from wagtail.views import serve

from .views.feeds import feed
from .views.reading import switch_reading_mode
from .views.sitemaps import robots, sitemap_columns, sitemap_content, sitemap_index

app_name = "gongkai_public"

urlpatterns = [
    path("reading/", switch_reading_mode, name="reading"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-columns.xml", sitemap_columns, name="sitemap_columns"),
    re_path(
        r"^sitemap-(?P<district>[\w-]+)-(?P<year>[12]\d{3})-(?P<part>[1-9]\d{0,4})\.xml$",
        sitemap_content,
        name="sitemap_content",
    ),
    re_path(r"^(?P<where>(?:[\w\-]+/)*)atom\.xml$", feed, name="feed"),
    # Files that rooms above install below content (tree.presentation.install_part).
    re_path(r"^(?P<path>(?:[\w\-]+/)+[\w\-]+\.[a-z]+)$", serve, name="part"),
]
