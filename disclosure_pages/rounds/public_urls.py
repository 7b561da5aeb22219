"""The public address of this room; it stands below the library's."""

from __future__ import annotations

from django.urls import re_path

from disclosure_pages.library.urls import WHERE

from .views.public_catalogue import on_request

app_name = "gongkai_catalogue"
urlpatterns = [re_path(rf"{WHERE}on-request/$", on_request, name="on_request")]
