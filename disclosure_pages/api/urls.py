"""Addresses for machines."""

from __future__ import annotations

from django.urls import path

from .editing.doors import editing_urls
from .public.api import public_urls

urlpatterns = [
    path("api/v3/", editing_urls()),
    path("api/public/v1/", public_urls()),
]
