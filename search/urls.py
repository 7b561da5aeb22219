"""Addresses of the public search. They hide no content: ``search`` is no column of a district."""

from __future__ import annotations

from django.urls import re_path

from .views.feed import search_feed
from .views.files import search_csv, search_file, search_xlsx
from .views.opened import hit_opened
from .views.screen import search
from .views.suggestions import search_suggestions

app_name = "gongkai_search"
WHERE = r"^(?P<where>(?:[\w\-]+/)?)search/"

urlpatterns = [
    re_path(rf"{WHERE}$", search, name="search"),
    re_path(rf"{WHERE}hits\.xlsx$", search_xlsx, name="xlsx"),
    re_path(rf"{WHERE}hits\.csv$", search_csv, name="csv"),
    re_path(rf"{WHERE}hits\.(?P<extension>[a-z][a-z0-9]*)$", search_file, name="file"),
    re_path(rf"{WHERE}atom\.xml$", search_feed, name="feed"),
    re_path(rf"{WHERE}suggestions\.json$", search_suggestions, name="suggestions"),
    re_path(rf"{WHERE}opened/$", hit_opened, name="opened"),
]
