"""Addresses of these screens, below ``/admin/plug-ins/annual-report/``."""

from __future__ import annotations

from django.urls import path

from . import importing, publishing

urlpatterns = [
    path("<int:key>/import/", importing.ImportScreen.as_view(), name="import"),
    path("<int:key>/page/", publishing.PageScreen.as_view(), name="page"),
]
