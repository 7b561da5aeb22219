"""Addresses of the library. They hide no content: ``library`` is no column of a district (see README.md)."""

from __future__ import annotations

from django.urls import re_path

from .lists.views import library, library_changes, library_csv, library_file, library_xlsx

app_name = "gongkai_library"
WHERE = r"^(?P<where>(?:[\w\-]+/)?)library/"

urlpatterns = [
    re_path(rf"{WHERE}$", library, name="library"),
    re_path(rf"{WHERE}list\.xlsx$", library_xlsx, name="xlsx"),
    re_path(rf"{WHERE}list\.csv$", library_csv, name="csv"),
    re_path(rf"{WHERE}list\.(?P<extension>[a-z][a-z0-9]*)$", library_file, name="file"),
    re_path(rf"{WHERE}atom\.xml$", library_changes, name="changes"),
]
