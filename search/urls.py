"""Addresses of the public search. They hide no content: ``search`` is no column of a district."""

from __future__ import annotations

from django.urls import re_path

from .views.screen import search

app_name = "gongkai_search"
WHERE = r"^(?P<where>(?:[\w\-]+/)?)search/"

urlpatterns = [
    re_path(rf"{WHERE}$", search, name="search"),
]
